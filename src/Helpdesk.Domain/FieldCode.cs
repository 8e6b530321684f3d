using System.Reflection;

namespace Helpdesk.Domain;

/// <summary>
/// What can be wrong with one member of a request; stable, for programs. Each has its page at <c>/problems/fields</c>, and a fault is made
/// from one of them, so none is without words.
/// </summary>
public sealed partial record FieldCode
{
    private FieldCode(string code, string title, string de, string en) => (Code, Title, De, En) = (code, title, de, en);

    /// <summary>Every one, by code.</summary>
    public static IReadOnlyList<FieldCode> All => field ??=
    [
        .. typeof(FieldCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(one => (FieldCode)one.GetValue(null)!)
            .OrderBy(code => code.Code, StringComparer.Ordinal),
    ];

    public string Code { get; }

    /// <summary>What sort of fault it is, in a few German words.</summary>
    public string Title { get; }

    /// <summary>What the spelt-out code is not good for; <c>null</c>: <c>too-long</c> is "Too long", and that is English.</summary>
    public string? TitleEn { get; private init; }

    public string EnglishTitle => TitleEn ?? Error.SpeltOut(Code);

    /// <summary>What it means, in German; also said of a fault that has nothing to add.</summary>
    public string De { get; }

    /// <summary>The same in English.</summary>
    public string En { get; }

    public FieldError At(string pointer) => At(pointer, De, En);

    /// <summary>In words of this fault's own.</summary>
    public FieldError At(string pointer, string de, string en) => new(pointer, Code, en, de);
}
