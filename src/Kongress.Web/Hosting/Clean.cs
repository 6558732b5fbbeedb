using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Kongress.Web.Hosting;

/// <summary>Brings typed text into the stored form: NFC, without control characters and blanks around it.</summary>
internal static class Clean
{
    // The longest text of a public form. Normalising takes quadratic time where somebody piles up accents.
    private const int LongestTyped = 4000;

    public static string Line(string? typed) => Text(typed).ReplaceLineEndings(" ");

    public static string Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? "" : Visible(typed).Normalize().Trim();

    /// <summary>The same for every field before it is checked, so that rules and columns see what will be stored: an entry of control characters alone is none. Blanks stay, for passwords.</summary>
    public static string Typed(string typed)
    {
        var text = Visible(typed);
        return text.Length <= LongestTyped ? text.Normalize() : text;
    }

    // Rune by rune: a lone surrogate, which Normalize would throw on, becomes a replacement character.
    private static string Visible(string typed) => string.Concat(typed.ReplaceLineEndings("\n").EnumerateRunes()
        .Where(rune => rune.Value is '\n' or '\t' || !Rune.IsControl(rune) && rune.Value != 0xFFFE && rune.Value != 0xFFFF));
}

/// <summary>Binds every text as <see cref="Clean.Typed"/>.</summary>
internal sealed class CleanBinding : IModelBinderProvider
{
    public static void Configure(MvcOptions options)
    {
        var simple = options.ModelBinderProviders.OfType<SimpleTypeModelBinderProvider>().Single();
        options.ModelBinderProviders.Insert(options.ModelBinderProviders.IndexOf(simple), new CleanBinding());
    }

    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string)
        ? new Binder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
        : null;

    private sealed class Binder(SimpleTypeModelBinder simple) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await simple.BindModelAsync(bindingContext);
            if (bindingContext.Result.Model is not string typed) return;
            var clean = Clean.Typed(typed);
            bindingContext.Result = ModelBindingResult.Success(string.IsNullOrWhiteSpace(clean) && bindingContext.ModelMetadata.ConvertEmptyStringToNull ? null : clean);
        }
    }
}
