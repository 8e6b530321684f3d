using Helpdesk.Domain.Notifications;
using NodaTime.Text;

namespace Helpdesk.Api.Notifications;

/// <param name="From">Inclusive, <c>HH:mm</c> from 00:00 to 23:59, in the person's time zone. By the calendar left out or null.</param>
/// <param name="To">
/// Exclusive, <c>HH:mm</c>; before <paramref name="From"/> it is the next day's. By the calendar left out or null.
/// </param>
/// <param name="Calendar">
/// true, instead of the two times: mails wait while none of the municipality's calendars is open; without a calendar they never do.
/// Default: false.
/// </param>
/// <param name="UrgentBreachesPass">A missed target of an urgent ticket is mailed all the same. Default: true.</param>
public sealed record QuietHoursBody(
    string? From = null, string? To = null, bool? Calendar = null, bool? UrgentBreachesPass = null)
{
    private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    internal static QuietHoursBody Of(QuietHours quiet) => quiet.ByCalendar
        ? new(null, null, true, quiet.UrgentBreachesPass)
        : new(Pattern.Format(quiet.From), Pattern.Format(quiet.To), false, quiet.UrgentBreachesPass);

    internal QuietHours ToDomain() => Calendar == true
        ? QuietHours.OfCalendar(UrgentBreachesPass ?? true) : new(TimeOf(From), TimeOf(To), UrgentBreachesPass ?? true);

    internal IEnumerable<FieldError?> Faults()
    {
        yield return Fault(From, "/quiet_hours/from");
        yield return Fault(To, "/quiet_hours/to");
        if (From is not null && From == To && Calendar != true)
            yield return FieldCode.Type.At(
                "/quiet_hours/to", "Muss ein anderer Zeitpunkt sein als der Beginn.", "Must be another time than the beginning.");
    }

    private FieldError? Fault(string? time, string pointer) =>
        Calendar == true ? time is null ? null : FieldCode.NotSettable.At(pointer)
        : time is null ? FieldCode.Required.At(pointer)
        : Pattern.Parse(time).Success ? null
        : FieldCode.Type.At(
            pointer, "Muss eine Uhrzeit von 00:00 bis 23:59 sein, als HH:mm.", "Must be a time of day from 00:00 to 23:59, as HH:mm.");

    private static LocalTime TimeOf(string? text) =>
        text is not null && Pattern.Parse(text).TryGetValue(default, out var time) ? time : default;
}
