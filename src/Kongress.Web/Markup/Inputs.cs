using Kongress.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Markup;

/// <summary><c>&lt;k-input for="Input.LastName" hint="…" autocomplete="family-name" /&gt;</c></summary>
[HtmlTargetElement("k-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KInput(IStringLocalizer<Texts> text) : Field(text)
{
    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    /// <summary>What a file field offers to choose from.</summary>
    public string? Accept { get; set; }

    /// <summary>Id of a datalist.</summary>
    public string? List { get; set; }

    public int? Maxlength { get; set; }

    /// <summary>"small" for short entries.</summary>
    public string? Width { get; set; }

    /// <summary>Shown and sent, but not to be changed.</summary>
    public bool Readonly { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("kern-form-input__input");
        if (ErrorText is not null) input.AddCssClass("kern-form-input__input--error");
        Tie(input);
        input.Attributes["type"] = Type;
        // What was typed into a password field is never sent back, and a file cannot be.
        if (Type is not ("password" or "file") && Typed is { } typed) input.Attributes["value"] = typed;
        if (Autocomplete is not null) input.Attributes["autocomplete"] = Autocomplete;
        if (Inputmode is not null) input.Attributes["inputmode"] = Inputmode;
        if (Accept is not null) input.Attributes["accept"] = Accept;
        if (List is not null) input.Attributes["list"] = List;
        if (Maxlength is { } length) input.Attributes["maxlength"] = length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (!IsOptional) input.Attributes["required"] = "required";
        if (Readonly) input.Attributes["readonly"] = "readonly";
        if (Width is not null) output.Attributes.SetAttribute("class", "field--" + Width);
        Wrap(output, "kern-form-input", LabelTag(withOptional: true), HintTag(), input, ErrorTag());
    }
}

/// <summary><c>&lt;k-textarea for="Input.Text" rows="4" /&gt;</c></summary>
[HtmlTargetElement("k-textarea", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KTextarea(IStringLocalizer<Texts> text) : Field(text)
{
    public int Rows { get; set; } = 4;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var area = new TagBuilder("textarea");
        area.AddCssClass("kern-form-input__input");
        if (ErrorText is not null) area.AddCssClass("kern-form-input__input--error");
        Tie(area);
        area.Attributes["rows"] = Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (!IsOptional) area.Attributes["required"] = "required";
        area.InnerHtml.Append("\n" + Typed);
        Wrap(output, "kern-form-input", LabelTag(withOptional: true), HintTag(), area, ErrorTag());
    }
}

/// <summary><c>&lt;k-select for="Input.Land" items="…" placeholder="Bitte wählen" /&gt;</c></summary>
[HtmlTargetElement("k-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KSelect(IStringLocalizer<Texts> text) : Field(text)
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>The first choice, which means none.</summary>
    public string? Placeholder { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var select = new TagBuilder("select");
        select.AddCssClass("kern-form-input__select");
        Tie(select);
        if (Placeholder is not null) select.InnerHtml.AppendHtml(Option("", Placeholder, string.IsNullOrEmpty(Typed)));
        foreach (var item in Items) select.InnerHtml.AppendHtml(Option(item.Value, item.Text, item.Value == Typed));
        var wrapper = new TagBuilder("div");
        wrapper.AddCssClass("kern-form-input__select-wrapper");
        if (ErrorText is not null) wrapper.AddCssClass("kern-form-input__select-wrapper--error");
        wrapper.InnerHtml.AppendHtml(select);
        // A choice with a "none" entry is as optional as its hint says; no mark of its own.
        Wrap(output, "kern-form-input", LabelTag(withOptional: false), HintTag(), wrapper, ErrorTag());
    }

    private static TagBuilder Option(string value, string label, bool selected)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = value;
        if (selected) option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(label);
        return option;
    }
}
