namespace Helpdesk.Domain.Staff;

/// <summary>
/// Recording time. Agents record, read and change their own; managers and admins everybody's. How long a colleague took is not an agent's
/// to know.
/// </summary>
public static class TimeRules
{
    public const int MostEntries = 1_000;

    /// <summary>A day.</summary>
    public const int MostMinutes = 24 * 60;
    public const int MostNoteLength = 2_000;

    /// <param name="today">In the tenant's zone.</param>
    public static Decision<TimeSheetEvent> Record(TimeSheet sheet, Guid entry, AccountId person, Work work, Member member, LocalDate today)
    {
        if (Refusal(member, person) is { } refusal)
            return refusal;
        if (Refusal(work, today) is { } faults)
            return faults;
        return sheet.Entries.Length >= MostEntries ? StaffErrors.TooManyEntries : new TimeSheetEvent.Recorded(entry, person, work);
    }

    /// <param name="revision">As read; <c>null</c>: whatever it is.</param>
    public static Decision<TimeSheetEvent> Correct(
        TimeSheet sheet, Guid entry, WorkChange change, int? revision, Member member, LocalDate today)
    {
        if (Own(sheet, entry, revision, member).Refused(out var refusal, out var present))
            return refusal;
        var work = change.Apply(present.Work);
        if (work == present.Work)
            return Decision<TimeSheetEvent>.Nothing;
        return Refusal(work, today) is { } faults ? faults : new TimeSheetEvent.Corrected(entry, present.Work, work);
    }

    /// <param name="revision">As read; <c>null</c>: whatever it is.</param>
    public static Decision<TimeSheetEvent> Remove(TimeSheet sheet, Guid entry, int? revision, Member member) =>
        Own(sheet, entry, revision, member).Refused(out var refusal, out _) ? refusal : new TimeSheetEvent.Removed(entry);

    public static bool MayRead(Member member, TimeEntry entry) => Refusal(member, entry.Person) is null;

    // What the member may not read is not there.
    private static Result<TimeEntry> Own(TimeSheet sheet, Guid entry, int? revision, Member member)
    {
        if (sheet.Find(entry) is not { } present || !MayRead(member, present))
            return AccessErrors.NotFound;
        return revision.IsStale(present.Revision) ? FeedErrors.Stale : present;
    }

    private static Error? Refusal(Member member, AccountId person) =>
        !member.IsStaff ? AccessErrors.RoleRequired : member.Account == person
            || member.Role >= Role.Manager ? null : StaffErrors.OwnTimeOnly;

    private static Error? Refusal(Work work, LocalDate today) =>
        Faults(work, today).OfType<FieldError>().ToList() is { Count: > 0 } wrong ? Error.Invalid(wrong) : null;

    public static IEnumerable<FieldError?> Faults(Work work, LocalDate today) =>
        [
            work.Minutes is < 1 or > MostMinutes ? FieldError.OutOfRange("/minutes", 1, MostMinutes) : null,
            !StaffDates.IsSensible(work.On) ? StaffDates.NotSensible("/worked_on")
                : work.On > today ? FieldCode.InTheFuture.At("/worked_on")
                : null,
            work.Note is null ? null : Text.Body(work.Note, "/note", MostNoteLength),
        ];
}
