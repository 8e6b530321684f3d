using System.Text.Json;

namespace Helpdesk.Domain.Tests.Tickets;

public sealed class TicketDisclosureTests
{
    [Fact]
    public void Staffs_own_matters_are_these()
    {
        var hidden = Some.TicketEvents().Where(what => !TicketDisclosure.ShowsCustomers(what))
            .Select(what => what.GetType().Name).Distinct();

        hidden.ShouldBe(
            [
                "Commented", "CommentWithdrawn", "Attached", "AttachmentRemoved", "QueueChanged", "TeamChanged", "Linked", "Unlinked",
                    "Absorbed", "Released", "Tagged",
                    "Untagged",
                    "SlaReevaluated", "SlaPlanCorrected",
                "SlaMomentReached", "NotificationOwed", "AnswerDelivered", "AnswerScheduled", "ScheduleMoved", "ScheduleTakenBack",
                "ScheduleHeld",
            ],
            ignoreOrder: true);
    }

    /// <summary>With the list above each sort of event is decided on: one that is in neither is nobody's decision.</summary>
    [Fact]
    public void What_customers_see_happen_is_this()
    {
        var shown = Some.TicketEvents().Where(TicketDisclosure.ShowsCustomers).Select(what => what.GetType().Name).Distinct();

        shown.ShouldBe(
            [
                "Opened", "SubjectChanged", "DescriptionChanged", "PriorityChanged", "CategoryChanged", "Assigned",
                "StatusChanged", "Resolved", "ResolutionChanged", "ResolutionConfirmed", "Closed", "Rated",
                "ReopenRequested", "Reopened", "ReopenDeclined", "ReopenRequestWithdrawn", "TakenBack", "Merged", "Unmerged",
                "Deleted", "Commented", "CommentWithdrawn", "Attached", "AttachmentRemoved",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void A_hidden_event_leaves_no_trace_in_what_customers_get()
    {
        foreach (var what in Some.TicketEvents().Where(what => !TicketDisclosure.ShowsCustomers(what)))
        {
            var story = TicketStory.In(TicketStatus.InProgress);
            var before = story.Ticket;

            var after = Ticket.Apply(before, new(before.Version + 1, Some.Moment(), story.Agent.Account, what));

            AsCustomersSee(after, story.Requester).ShouldBe(AsCustomersSee(before, story.Requester), what.ToString());
            after.Version.ShouldBe(before.Version + 1);
            after.UpdatedAt.ShouldBeGreaterThan(before.UpdatedAt);
        }
    }

    [Fact]
    public void A_shown_event_is_one_version_more_for_everybody()
    {
        foreach (var what in Some.TicketEvents().Where(what => TicketDisclosure.ShowsCustomers(what) && what is not TicketEvent.Opened))
        {
            var story = TicketStory.In(TicketStatus.InProgress);
            var before = story.Ticket;

            var after = Ticket.Apply(before, new(before.Version + 1, Some.Moment(), story.Agent.Account, what));

            (after.Version, after.PublicVersion).ShouldBe((before.Version + 1, before.PublicVersion + 1));
            after.PublicUpdatedAt.ShouldBe(after.UpdatedAt);
        }
    }

    // All that leaves the grain, as it leaves it: whatever is added to a ticket is looked at here as well.
    private static string AsCustomersSee(Ticket ticket, Member requester) =>
        JsonSerializer.Serialize(TicketView.Of(default, ticket, requester, Some.Moment()), RecordJson.Options);
}
