using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Kongress.Shared;

/// <summary>The text must be of this type of DIN 91379 once normalised. Null and blank pass: that is Required's business.</summary>
/// <remarks>
/// It only checks; store <see cref="Din91379Result.Value"/>. Its messages come from the <see cref="IStringLocalizer{T}"/> of
/// <see cref="Texts"/> when the validation has one, else they are German. An ErrorMessage set by hand replaces them.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public class Din91379Attribute(Din91379Type type) : ValidationAttribute
{
    public Din91379Type Type { get; } = type;

    /// <summary>Most code points after normalising; 0 is without limit.</summary>
    public int MaxLength { get; set; }

    public override bool RequiresValidationContext => true;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is null) return ValidationResult.Success;
        if (value is not string text) throw new InvalidOperationException($"{GetType().Name} belongs on a string, not on a {value.GetType().Name}.");

        var result = Din91379.Check(text, Type);
        if (!result.IsAllowed)
            return Refuse(validationContext, TextFor(result), result.Offending);
        if (MaxLength > 0 && result.Value.Length > MaxLength)
            return Refuse(validationContext, Din91379Texts.TooLong, MaxLength, result.Value.Length);
        return ValidationResult.Success;
    }

    private string TextFor(Din91379Result result) => (Type, result.IsInvisibleCharacter) switch
    {
        (Din91379Type.A, false) => Din91379Texts.Name,
        (Din91379Type.A, true) => Din91379Texts.NameInvisible,
        (_, false) => Din91379Texts.Line,
        (_, true) => Din91379Texts.LineInvisible,
    };

    private ValidationResult Refuse(ValidationContext context, string german, params object[] arguments)
    {
        var localizer = context.GetService(typeof(IStringLocalizer<Texts>)) as IStringLocalizer<Texts>;
        var message = ErrorMessage is not null || ErrorMessageResourceName is not null ? FormatErrorMessage(context.DisplayName)
            : localizer is not null ? localizer[german, arguments].Value
            : string.Format(CultureInfo.CurrentCulture, german, arguments);
        return new ValidationResult(message, context.MemberName is { } member ? [member] : null);
    }
}

/// <summary>A first name, a surname or a name on the badge: DIN 91379 type A, at most 120 code points.</summary>
public sealed class PersonNameAttribute : Din91379Attribute
{
    public const int Longest = 120;

    public PersonNameAttribute()
        : base(Din91379Type.A) => MaxLength = Longest;
}
