using System.Collections.Immutable;

namespace Helpdesk.Domain.TextModules;

/// <summary>Staff use text modules; managers and admins keep them.</summary>
public static class TextModuleRules
{
    /// <summary>In one municipality, inclusive.</summary>
    public const int Most = 200;
    public const int LongestName = 100;

    /// <summary>In each language, in characters, inclusive.</summary>
    public const int LongestBody = 10_000;

    /// <summary>How many queues it can be for, and teams, and categories; inclusive.</summary>
    public const int MostPlaces = 50;

    public static Error? Read(Member member) => member.IsStaff ? null : AccessErrors.StaffOnly;

    public static Decision<TextModuleEvent> Add(TextModuleList? present, Guid id, TextModuleChoice choice, Member member) =>
        Keeps(member) is { } refused ? refused
        : Refusal(present, null, choice) is { } refusal ? refusal
        : present?.Items.Length >= Most ? TextModuleErrors.TooMany
        : new TextModuleEvent.Added(id, choice);

    public static Decision<TextModuleEvent> Change(
        TextModuleList? present, Guid id, int? version, TextModuleChoice choice, Member member) =>
        Keeps(member) is { } refused ? refused
        : Found(present, id, version, member).Refused(out var missing, out var module) ? missing
        : Refusal(present, id, choice) is { } refusal ? refusal
        : module.Choice == choice ? Decision<TextModuleEvent>.Nothing
        : new TextModuleEvent.Changed(id, choice);

    public static Decision<TextModuleEvent> Remove(TextModuleList? present, Guid id, int? version, Member member) =>
        Keeps(member) is { } refused ? refused
        : Found(present, id, version, member).Refused(out var missing, out _) ? missing : new TextModuleEvent.Removed(id);

    public static Result<TextModule> Found(TextModuleList? present, Guid id, int? version, Member member) =>
        Read(member) is { } refusal ? refusal
        : present?.Find(id) is not { } module ? AccessErrors.NotFound
        : version.IsStale(module.Version) ? FeedErrors.Stale
        : module;

    private static Error? Keeps(Member member) => member.Role is Role.Manager or Role.Admin ? null : AccessErrors.RoleRequired;

    private static Error? Refusal(TextModuleList? present, Guid? self, TextModuleChoice choice)
    {
        if (Faults(choice).OfType<FieldError>().ToList() is { Count: > 0 } faults)
            return Error.Invalid(faults);
        return present?.Items.Any(other => other.Id != self && TicketKeys.AreSame(other.Choice.Shortcut, choice.Shortcut)) == true
            ? TextModuleErrors.ShortcutTaken : null;
    }

    private static IEnumerable<FieldError?> Faults(TextModuleChoice choice)
    {
        yield return Text.OneLine(choice.Name, "/name", LongestName);
        yield return TicketKeys.Fault(choice.Shortcut, "/shortcut");
        if (choice is { De: null, En: null })
            yield return FieldCode.Required.At(
                "/bodies", "Mindestens eine Sprache braucht einen Text.", "One language at least needs a text.");
        foreach (var (text, pointer) in new[] { (choice.De, "/bodies/de"), (choice.En, "/bodies/en") })
        {
            if (text is not null)
                yield return Text.Body(text, pointer, LongestBody) ?? TextPlaceholders.Fault(text, pointer);
        }

        foreach (var fault in Places(choice.Queues, "/queues").Concat(Places(choice.Teams, "/teams"))
            .Concat(Places(choice.Categories, "/categories")))
            yield return fault;
    }

    private static IEnumerable<FieldError?> Places(ImmutableArray<string> keys, string pointer)
    {
        if (keys.Length > MostPlaces)
            return [FieldError.TooMany(pointer, MostPlaces)];
        var faults = keys.Select((key, at) => TicketKeys.Fault(key, FormattableString.Invariant($"{pointer}/{at}"))).ToList();
        return faults.TrueForAll(fault => fault is null) && keys.Distinct(TicketKeys.Comparer).Count() != keys.Length
            ? [FieldCode.Duplicate.At(pointer)] : faults;
    }
}
