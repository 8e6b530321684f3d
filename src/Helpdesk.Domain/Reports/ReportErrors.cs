namespace Helpdesk.Domain.Reports;

/// <summary>Why a report is refused.</summary>
public static class ReportErrors
{
    public static readonly Error PerPersonOff = new(ErrorKind.Forbidden, "per-person-reports-off", "Auswertung nach Personen ist aus",
        "Auswertungen über einzelne Personen sind für diesen Mandanten ausgeschaltet. Die Verwaltung kann sie in den Einstellungen "
            + "einschalten; das braucht die Zustimmung der Personalvertretung und wird protokolliert.",
        "Figures about single people are off for this tenant. An admin can switch them on in the settings; that needs the staff council's "
            + "consent and is recorded.")
    { TitleEn = "Reports per person are off" };
}
