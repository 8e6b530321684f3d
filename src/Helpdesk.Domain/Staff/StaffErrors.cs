namespace Helpdesk.Domain.Staff;

/// <summary>Why an act on somebody's expertise, rates or time is refused.</summary>
public static class StaffErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "not-found", "There is no such thing here.");

    public static readonly Error OwnTimeOnly = new(
        ErrorKind.Forbidden, "own-time-only", "Agents record and change their own time; managers and admins everybody's.");

    public static readonly Error TooManyEntries = new(
        ErrorKind.Conflict, "too-many-time-entries", $"A ticket holds at most {TimeRules.MostEntries} time entries.");
}
