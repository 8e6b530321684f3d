using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Sla;

namespace Helpdesk.Domain.Tests.Notifications;

public sealed class NoticeTextTests
{
    private static readonly Uri Origin = new("https://musterstadt.helpdesk.example");
    private static readonly Instant At = Instant.FromUtc(2026, 11, 18, 12, 12, 5);

    public static TheoryData<NotificationKind> Kinds => [.. Enum.GetValues<NotificationKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_its_words_in_both_languages(NotificationKind kind)
    {
        var texts = new[] { true, false }.Select(german => NoticeText.Write(Letter(german, true, Line(kind))).Body).ToList();

        texts[0].ShouldNotBe(texts[1]);
        texts.ShouldAllBe(text => !text.Contains('{'));
    }

    [Fact]
    public void An_answer_is_read_in_the_mail_itself()
    {
        var mail = NoticeText.Write(Letter(
            true, true, Line(NotificationKind.TicketAnswered) with { Words = "Bitte neu laden.\r\nDanke!" }));

        mail.Subject.ShouldBe("[MUST-000123] Fehler im Formular");
        mail.Body.ShouldBe("""
            Guten Tag,

            Es gibt eine Antwort zu MUST-000123 „Fehler im Formular“.

            Bitte neu laden.
            Danke!

            https://musterstadt.helpdesk.example/tickets/MUST-000123

            -- 
            Diese Mail kommt vom Helpdesk von Musterstadt. Welche Mails Sie bekommen, bestimmen Sie in Ihrem Profil.

            """);
    }

    [Fact]
    public void A_breach_says_what_was_due_when_where_its_reader_is()
    {
        var line = Line(NotificationKind.SlaBreach) with { Target = SlaTarget.FirstResponse };

        NoticeText.Write(Letter(true, true, line)).Body.ShouldContain(
            "Bei MUST-000123 „Fehler im Formular“ ist die Frist für die erste Antwort überschritten: "
            + "Sie war am 18.11.2026 um 13:12 Uhr fällig.");
        NoticeText.Write(Letter(false, true, line)).Body.ShouldContain(
            "The first response of MUST-000123 “Fehler im Formular” is overdue: it was due on 18 November 2026 at 13:12.");
    }

    [Fact]
    public void A_moment_is_told_by_the_readers_own_clock_and_says_so()
    {
        var line = Line(NotificationKind.SlaBreach) with { Target = SlaTarget.FirstResponse };
        var lisbon = NoticeZone.Of("Europe/Lisbon", "Europe/Berlin");

        NoticeText.Write(Letter(true, true, line) with { Zone = lisbon }).Body.ShouldContain(
            "Sie war am 18.11.2026 um 12:12 Uhr (Zeitzone Europe/Lisbon) fällig.");
        NoticeText.Write(Letter(false, true, line) with { Zone = lisbon }).Body.ShouldContain(
            "it was due on 18 November 2026 at 12:12 (time zone Europe/Lisbon).");
        NoticeZone.Of("No/Where", "Europe/Berlin").ShouldBe(NoticeZone.Of(null, "Europe/Berlin"));
        NoticeZone.Of(null, "No/Where").ShouldBe(new NoticeZone(DateTimeZone.Utc, IsOwn: false));
    }

    [Fact]
    public void Whoever_has_no_password_gets_no_link_that_would_lead_nowhere()
    {
        var mail = NoticeText.Write(Letter(true, false, Line(NotificationKind.TicketAnswered) with { Words = "Bitte neu laden." })).Body;

        mail.ShouldNotContain("https://");
        mail.ShouldContain("Bitte neu laden.");
    }

    [Fact]
    public void Several_things_are_one_mail_with_each_ticket_linked_once()
    {
        var mail = NoticeText.Write(Letter(
            true, true, Line(NotificationKind.TicketAnswered), Line(NotificationKind.TicketResolved),
            Line(NotificationKind.TicketAnswered) with { Number = "MUST-000124", Words = new string('x', 600) }));

        mail.Subject.ShouldBe("3 Neuigkeiten von Musterstadt");
        mail.Body.Split("/tickets/MUST-000123\n").Length.ShouldBe(2);
        mail.Body.ShouldContain($"\n{new string('x', 500)} […]\n");
    }

    [Theory]
    [InlineData("{{7*7}} <a href=//evil.example>")]
    [InlineData("{0} {1:C}")]
    public void What_people_write_stays_what_it_is(string words)
    {
        var mail = NoticeText.Write(Letter(true, true, Line(NotificationKind.TicketAnswered) with { Words = words, Subject = words }));

        mail.Subject.ShouldBe($"[MUST-000123] {words}");
        mail.Body.ShouldContain($"\n{words}\n");
    }

    [Fact]
    public void A_long_text_is_cut_between_letters()
    {
        var words = new string('a', NoticeText.MostWords - 1) + "😀😀";

        NoticeText.Write(Letter(true, true, Line(NotificationKind.TicketAnswered) with { Words = words })).Body.ShouldContain("a […]\n");
    }

    private static NoticeLetter Letter(bool german, bool canSignIn, params NoticeLine[] lines) =>
        new(german, Origin, "Musterstadt", NoticeZone.Of(null, "Europe/Berlin"), canSignIn, lines);

    private static NoticeLine Line(NotificationKind kind) => new(kind, "MUST-000123", "Fehler im Formular", null, null, At);
}
