using System.Text.Json.Nodes;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Push;
using Helpdesk.Domain.Sla;

namespace Helpdesk.Domain.Tests.Push;

public sealed class PushNoteTests
{
    private const string Number = "MUST-000123";

    private static readonly Guid Ticket = new("0198c0de-7a11-7000-8000-00000000002a");
    private static readonly PushPlace Town = new("musterstadt", "Musterstadt", "Europe/Berlin", IsDesk: false);
    private static readonly Instant At = Instant.FromUtc(2026, 11, 18, 12, 0);

    [Theory]
    [InlineData("de", "Es gibt eine Antwort zu MUST-000123.")]
    [InlineData("en", "There is an answer about MUST-000123.")]
    public void It_is_written_in_the_readers_language(string language, string sentence)
    {
        var note = Note(NoticePushesTests.Reader() with { Language = language }, Town);

        (note.Title, note.Text, note.Lang).ShouldBe(("Drucker druckt nicht", sentence, language));
    }

    [Theory]
    [InlineData(Role.Customer, false, "/tickets/MUST-000123")]
    [InlineData(Role.Agent, false, "/work/tickets/MUST-000123")]
    [InlineData(Role.Agent, true, "/t/musterstadt/tickets/MUST-000123")]
    public void It_leads_to_the_ticket_where_the_reader_reads_it(Role role, bool desk, string link) =>
        Note(NoticePushesTests.Reader() with { Role = role }, Town with { IsDesk = desk }).Link.ShouldBe(link);

    [Fact]
    public void At_the_desk_it_says_whose_ticket_it_is() =>
        Note(NoticePushesTests.Reader() with { Role = Role.Agent }, Town with { IsDesk = true }).Title
            .ShouldBe("Musterstadt: Drucker druckt nicht");

    [Fact]
    public void A_missed_target_says_when_it_was_due_where_the_reader_is_and_is_urgent()
    {
        var note = PushNote.Of(
            new(NotificationKind.SlaBreach, Number, SlaTarget.Resolution, At, IsOver: false), Ticket, "Drucker druckt nicht",
            NoticePushesTests.Reader() with { Role = Role.Agent }, Town);

        note.Text.ShouldContain("am 18.11.2026 um 13:00 Uhr");
        note.IsUrgent.ShouldBeTrue();
        Note(NoticePushesTests.Reader(), Town).IsUrgent.ShouldBeFalse();
    }

    [Fact]
    public void What_is_no_tickets_is_called_by_its_kind()
    {
        var note = PushNote.Of(
            new(NotificationKind.WebhookStopped, null, null, At, IsOver: false), Ticket, null,
            NoticePushesTests.Reader() with { Role = Role.Admin }, Town);

        (note.Title, note.Link, note.Number).ShouldBe(("Angehaltene Webhooks", "/work/notifications", null));
    }

    [Fact]
    public void Where_nobody_is_signed_in_any_more_it_says_that_there_is_something_and_not_what()
    {
        var note = PushNote.Bare(NoticePushesTests.Reader(), Town);

        var written = System.Text.Encoding.UTF8.GetString(note.Write());
        written.ShouldNotContain(Number);
        JsonNode.Parse(written)!.AsObject().Select(member => member.Key).ShouldBe(["title", "text", "link", "tag", "lang"]);
        (note.Title, note.Link).ShouldBe(("Musterstadt", "/"));
    }

    [Fact]
    public void It_is_small_and_its_topic_fits_a_push_service()
    {
        var note = PushNote.Of(
            new(NotificationKind.TicketAnswered, Number, null, At, IsOver: false), Ticket, string.Concat(Enumerable.Repeat("😀", 1_000)),
            NoticePushesTests.Reader(), Town);

        (note.Title.Length <= PushNote.LongestTitle, note.Title.EndsWith('…'), note.Write().Length < 3_900).ShouldBe((true, true, true));
        note.Topic.Length.ShouldBe(32);
        note.Topic.ShouldBe(Note(NoticePushesTests.Reader(), Town).Topic);
    }

    private static PushNote Note(NoticeReader reader, PushPlace place) => PushNote.Of(
        new(NotificationKind.TicketAnswered, Number, null, At, IsOver: false), Ticket, "Drucker druckt nicht", reader, place);
}
