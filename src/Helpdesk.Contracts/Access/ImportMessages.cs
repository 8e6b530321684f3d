using Helpdesk.Domain;
using Helpdesk.Domain.Access;

namespace Helpdesk.Contracts.Access;

/// <summary>As <see cref="ImportedPerson"/>.</summary>
[GenerateSerializer, Immutable, Alias("import-line")]
public sealed record ImportLine(
    int Line, string? Email, string? Name, string? Role, string? Language, string? TimeZone, string? Group, string? ExternalId);

/// <param name="Language">Of people whose line names none.</param>
/// <param name="IsDryRun">Judge the file and change nothing.</param>
[GenerateSerializer, Immutable, Alias("import-people")]
public sealed record ImportPeople(IReadOnlyList<ImportLine> Lines, string Language, bool IsDryRun);

/// <summary>What became of a line, or would.</summary>
public enum ImportWord
{
    /// <summary>A mail is on its way.</summary>
    Invited,
    /// <summary>Was a member, or invited, already; something of the profile is different now.</summary>
    Updated,
    /// <summary>Was a member, or invited, already, just so.</summary>
    Unchanged,
}

[GenerateSerializer, Immutable, Alias("import-item")]
public sealed record ImportItem(int Line, Guid Person, ImportWord Word);

[GenerateSerializer, Immutable, Alias("import-outcome")]
public sealed record ImportOutcome(IReadOnlyList<ImportItem> Items);
