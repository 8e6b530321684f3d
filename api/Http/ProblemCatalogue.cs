using System.Collections.Frozen;

namespace Helpdesk.Api.Http;

/// <summary>What a problem code means, for the people who meet it. Its page is the <c>type</c> of every problem with this code.</summary>
/// <param name="Title">In German; the English title follows from the code.</param>
/// <param name="De">What happened and what to do about it.</param>
/// <param name="En">The same in English.</param>
internal sealed record ProblemDescription(string Code, int Status, string Title, string De, string En)
{
    public string EnglishTitle => Problems.TitleOf(Code);
}

/// <summary>
/// The problem codes of one capability. Implementations are found by themselves; each code belongs to exactly one of them.
/// </summary>
internal interface IProblemDescriptions
{
    IEnumerable<ProblemDescription> All { get; }
}

/// <summary>Every code that the API ever answers with.</summary>
internal static class ProblemCatalogue
{
    /// <summary>By code.</summary>
    public static FrozenDictionary<string, ProblemDescription> All { get; } =
        Implementations.Of<IProblemDescriptions>().SelectMany(one => one.All).ToFrozenDictionary(one => one.Code, StringComparer.Ordinal);
}

internal static class Implementations
{
    /// <summary>One of each class of this host that implements <typeparamref name="T"/> and needs nothing to be made.</summary>
    public static IEnumerable<T> Of<T>() => typeof(T).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(T)))
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => (T)Activator.CreateInstance(type)!);
}
