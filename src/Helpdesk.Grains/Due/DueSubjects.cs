using Helpdesk.Contracts.Due;
using Helpdesk.Domain.Due;

namespace Helpdesk.Grains.Due;

/// <summary>Which grain a kind of aggregate is. Every capability with due moments registers its own.</summary>
public sealed class DueSubjects(IEnumerable<DueSubjectKind> kinds)
{
    private readonly Dictionary<string, DueSubjectKind> kinds = kinds.ToDictionary(kind => kind.Subject, StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">No capability has registered this kind.</exception>
    public IDueSubject Of(IGrainFactory grains, DueSubject due) => kinds.TryGetValue(due.Subject, out var kind)
        ? kind.Grain(grains, kind.KeyOf(due))
        : throw new InvalidOperationException($"Nobody looks at what is due for '{due.Subject}'.");
}

/// <param name="Subject">Kind of the aggregate, as in its <c>IAggregate.Kind</c>.</param>
/// <param name="Grain">The reference to it by key.</param>
/// <param name="Key">Its key; default <c>{tenant:D}/{stream:D}</c>.</param>
public sealed record DueSubjectKind(string Subject, Func<IGrainFactory, string, IDueSubject> Grain, Func<DueSubject, string>? Key = null)
{
    internal string KeyOf(DueSubject due) => Key?.Invoke(due) ?? GrainKeys.Of(due.Tenant, due.Stream);
}
