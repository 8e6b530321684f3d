using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.People;

/// <summary>
/// Many people at once. The whole file is judged before anything is done, by the rules that hold for one: with one wrong line nothing
/// happens. Who is there already is only brought up to date, so the same file can be brought again, as often as one likes.
/// </summary>
public static class PeopleImport
{
    /// <summary>Lines of people in one file, inclusive.</summary>
    public const int MostPeople = 1_000;

    /// <summary>Faults that are named; more help nobody.</summary>
    public const int MostFaults = 200;

    /// <param name="known">Everybody who ever was a member and whose address or external id is in the file.</param>
    /// <param name="accountOf">The id of a new account, by the key of its address.</param>
    /// <returns>What becomes of each line.</returns>
    public static Result<ImmutableArray<ImportItem>> Plan(
        Member by, Crew people, IReadOnlyList<Membership> known, ImportPeople file, Func<string, AccountId> accountOf, Instant now)
    {
        var lines = file.Lines;
        // Operators bring a municipality its first admin, by name and not by file.
        if (by.Role is Role.Operator && by.Tenant != TenantId.Platform)
            return AccessErrors.RoleRequired;
        if (lines.Count is 0 or > MostPeople)
            return Error.Invalid(FieldCode.OutOfRange.At(
                "", $"Muss 1 bis {German.Number(MostPeople)} Personen enthalten.", $"Must hold 1 to {MostPeople} people."));

        // Seats are counted for all of them together, below.
        var (faults, items) = (new List<FieldError>(), new List<ImportItem>());
        var judging = new Judging(by, people with { Seats = SeatUse.Unlimited }, known, file.Language, accountOf, now);
        foreach (var line in lines)
        {
            var item = judging.Judge(line, faults);
            if (item is not null)
                items.Add(item);
            if (faults.Count >= MostFaults)
                break;
        }

        if (faults.Count > 0)
            return Error.Invalid([.. faults.Take(MostFaults)]);
        var needed = Steps(items, file).Count(step => step is ImportStep.Invite invite && Seats.Counts(invite.Invitation.Role));
        return people.Seats.Licensed is { } licensed
            && needed > 0 && people.Seats.Used + needed > licensed ? TenantErrors.SeatLimit(licensed) : items.ToImmutableArray();
    }

    /// <summary>What is to be done so that becomes of each line what was planned, also when some of it was done before.</summary>
    /// <param name="planned">By <see cref="Plan"/>, for the same file.</param>
    public static IEnumerable<ImportStep> Steps(IReadOnlyCollection<ImportItem> planned, ImportPeople file)
    {
        var lines = file.Lines.ToDictionary(line => line.Line);
        return planned.Where(item => item.Word is not ImportWord.Unchanged).Select(item => item.Word is ImportWord.Invited
            ? (ImportStep)new ImportStep.Invite(item.Person, InvitationOf(lines[item.Line], item.Person, file.Language))
            : new ImportStep.Update(item.Person, RevisionOf(lines[item.Line])));
    }

    private static Invitation InvitationOf(ImportedPerson line, AccountId account, string language) => new(
        account, EmailAddress.Parse(line.Email).Value, line.Name!, LanguageOf(line) ?? language,
        line.Role is null ? Role.Customer : ImportVocabulary.RoleOf(line.Role)!.Value)
    {
        TimeZone = line.TimeZone,
        Group = line.Group,
        ExternalId = line.ExternalId,
    };

    private static MembershipRevision RevisionOf(ImportedPerson line) => new(Name: line.Name, Language: LanguageOf(line))
    {
        TimeZone = WhenGiven(line.TimeZone),
        Group = WhenGiven(line.Group),
        ExternalId = WhenGiven(line.ExternalId),
    };

    private static string? LanguageOf(ImportedPerson line) =>
        line.Language is null ? null : ImportVocabulary.LanguageOf(line.Language);

    // An empty cell says nothing: what is known stays.
    private static Change<string?> WhenGiven(string? value) => value is null ? default : new(true, value);

    private sealed class Judging(
        Member by, Crew people, IReadOnlyList<Membership> known, string language, Func<string, AccountId> accountOf, Instant now)
    {
        private readonly Dictionary<string, Membership> byEmail = known.ToDictionary(member => member.Email.Key, StringComparer.Ordinal);
        private readonly Dictionary<string, Membership> byExternalId =
            known.Where(member => member.ExternalId is not null).ToDictionary(member => member.ExternalId!, StringComparer.Ordinal);

        // What earlier lines named, and which lines these were.
        private readonly Dictionary<string, int> emails = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> externalIds = new(StringComparer.Ordinal);

        public ImportItem? Judge(ImportedPerson line, List<FieldError> faults)
        {
            var before = faults.Count;
            faults.AddRange(OfWords(line));
            var parsed = EmailAddress.Parse(line.Email, At(line, "email"));
            var isThere = parsed.IsOk && byEmail.GetValueOrDefault(parsed.Value.Key) is { IsTaken: true };
            if (!isThere && line.Role is { } word && ImportVocabulary.RoleOf(word) is { } role
                && !PeopleAccess.Grantable(by).Contains(role))
                faults.Add(FieldError.Of(At(line, "role"), PeopleErrors.RoleNotGrantable));
            if (!parsed.IsOk)
                faults.AddRange(parsed.Error.Fields);
            else if (!emails.TryAdd(parsed.Value.Key, line.Line))
                faults.Add(Repeated(line, "email", emails[parsed.Value.Key]));
            if (line.ExternalId is { } id && !externalIds.TryAdd(id, line.Line))
                faults.Add(Repeated(line, "external_id", externalIds[id]));
            if (faults.Count > before)
                return null;

            var (item, fault) = Item(line, parsed.Value);
            if (fault is not null)
                faults.Add(fault);
            return item;
        }

        private (ImportItem?, FieldError?) Item(ImportedPerson line, EmailAddress email)
        {
            var present = byEmail.GetValueOrDefault(email.Key);
            if (line.ExternalId is { } id && byExternalId.GetValueOrDefault(id) is { } owner && owner.Account != present?.Account)
                return (null, FieldError.Of(At(line, "external_id"), PeopleErrors.ExternalIdTaken.Saying(
                    "Ihre Adresse ändert die Person selbst.", "An address is changed by whoever has it.")));
            return present is { IsTaken: true } ? Update(line, present) : Invite(line, email, present);
        }

        private (ImportItem?, FieldError?) Update(ImportedPerson line, Membership present)
        {
            if (line.Role is not null && ImportVocabulary.RoleOf(line.Role) != present.Role)
                return (null, FieldCode.RoleDiffers.At(At(line, "role"),
                    $"Ist hier {Words<Role>.Of(present.Role)}. Rollen von Mitgliedern werden einzeln geändert.",
                    $"Is {Words<Role>.Of(present.Role)} here. Roles of members are changed one by one."));

            var revised = PeopleRules.Revise(by, people, present, RevisionOf(line), now);
            if (revised.Refused(out var why, out var change))
                return (null, Refused(line, why));
            return (new(line.Line, present.Account, change.IsNone ? ImportWord.Unchanged : ImportWord.Updated), null);
        }

        private (ImportItem?, FieldError?) Invite(ImportedPerson line, EmailAddress email, Membership? former)
        {
            var invitation = InvitationOf(line, former?.Account ?? accountOf(email.Key), language);
            var invited = PeopleRules.Invite(by, people, former, invitation, now);
            return invited.Refused(out var why, out _)
                ? (null, Refused(line, why)) : (new(line.Line, invitation.Account, ImportWord.Invited), null);
        }

        private IEnumerable<FieldError> OfWords(ImportedPerson line)
        {
            if (Text.OneLine(line.Name, At(line, "name"), PeopleRules.MostNameLength) is { } name)
                yield return name;
            if (line.Role is not null && ImportVocabulary.RoleOf(line.Role) is null)
                yield return NotGrantable(At(line, "role"), string.Join(", ", PeopleAccess.Grantable(by).Select(Words<Role>.Of)));
            if (LanguageOf(line) is not (null or "de" or "en"))
                yield return FieldCode.UnknownLanguage.At(At(line, "language"));
            if (line.TimeZone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(line.TimeZone) is null)
                yield return FieldCode.UnknownTimeZone.At(At(line, "time_zone"));
            if (line.Group is not null && Text.OneLine(line.Group, At(line, "group"), PeopleRules.MostWordLength) is { } group)
                yield return group;
            if (line.ExternalId is not null && Text.OneLine(line.ExternalId, At(line, "external_id"), PeopleRules.MostWordLength) is { } id)
                yield return id;
        }

        private static FieldError NotGrantable(string pointer, string words) => FieldCode.UnknownWord.At(pointer,
            $"Muss eine sein, die Sie vergeben können: {words}.", $"Must be one that you can give: {words}.");

        private static FieldError Repeated(ImportedPerson line, string column, int earlier) =>
            FieldCode.Duplicate.At(At(line, column), $"Steht schon in Zeile {earlier}.", $"Stands in line {earlier} already.");

        // A refusal of one person is about a column of the line, whether or not the rule names it.
        private static FieldError Refused(ImportedPerson line, Error why) => why.Fields is [var field, ..]
            ? field with { Pointer = At(line, field.Pointer.TrimStart('/')) }
            : FieldError.Of(At(line, ColumnOf(why)), why);

        private static string ColumnOf(Error why) =>
            why.Is(PeopleErrors.RoleNotGrantable) || why.Is(PeopleErrors.HasAdmin) ? ImportVocabulary.Role
            : why.Is(PeopleErrors.ExternalIdTaken) ? ImportVocabulary.ExternalId
            : ImportVocabulary.Email;

        private static string At(ImportedPerson line, string column) => $"/lines/{line.Line}/{column}";
    }
}

/// <summary>One line of a file, as it stands there; an empty cell is <c>null</c>.</summary>
/// <param name="Line">Where it begins in the file, as an editor counts: the first line of the file is 1.</param>
public sealed record ImportedPerson(
    int Line, string? Email, string? Name, string? Role, string? Language, string? TimeZone, string? Group, string? ExternalId);

/// <param name="Language">The language of people whose line names none.</param>
/// <param name="IsDryRun">Judge the file and change nothing.</param>
public sealed record ImportPeople(IReadOnlyList<ImportedPerson> Lines, string Language, bool IsDryRun);

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

public sealed record ImportItem(int Line, AccountId Person, ImportWord Word);

/// <summary>What is to be done for one line.</summary>
public abstract record ImportStep(AccountId Account)
{
    public sealed record Invite(AccountId Account, Invitation Invitation) : ImportStep(Account);

    public sealed record Update(AccountId Account, MembershipRevision Revision) : ImportStep(Account);
}
