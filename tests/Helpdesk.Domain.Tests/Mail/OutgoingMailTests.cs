using Helpdesk.Domain.Mail;

namespace Helpdesk.Domain.Tests.Mail;

public sealed class OutgoingMailTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 18, 8, 0);

    private static OutgoingMail Mail(string template = "satisfaction") => OutgoingMail.Queue(
        TenantId.Platform, Guid.NewGuid(), new(template, "a@b.example", "de", "token", "MUST-000001"), "Betreff", Start);

    [Fact]
    public void It_is_tried_at_once_and_what_was_accepted_is_not_tried_again()
    {
        var mail = Mail();
        (mail.State, mail.NextAt, mail.Attempts).ShouldBe((MailState.Queued, Start, 0));

        var sent = mail.After(Delivery.Accepted, Start + Duration.FromSeconds(1));

        (sent.State, sent.NextAt, sent.Attempts, sent.SentAt).ShouldBe((MailState.Sent, null, 1, Start + Duration.FromSeconds(1)));
    }

    [Fact]
    public void Pauses_double_from_a_minute_to_four_hours_and_the_last_try_is_after_three_days()
    {
        var (mail, now, pauses) = (Mail(), Start, new List<Duration>());
        while (mail.NextAt is { } next)
        {
            pauses.Add(next - now);
            now = next;
            mail = mail.After(Delivery.Deferred("451 later"), now);
        }

        double[] longest = [1, 2, 4, 8, 16, 32, 64, 128, 240];
        foreach (var (pause, most) in pauses.Skip(1).Zip(longest))
            pause.TotalMinutes.ShouldBeInRange(most * 0.75, most);
        pauses.ShouldAllBe(pause => pause <= Duration.FromHours(4));
        (now - Start).ShouldBe(Duration.FromHours(72));
        (mail.State, mail.LastError).ShouldBe((MailState.Failed, "451 later"));
    }

    [Theory]
    [InlineData("reset_password", 1)]
    [InlineData("confirm_registration", 24)]
    [InlineData("accept_invitation", 72)]
    [InlineData("password_changed", 72)]
    public void A_mail_whose_link_has_ended_is_not_sent_any_more(string template, int hours) =>
        (Mail(template).Until - Start).ShouldBe(Duration.FromHours(hours));

    [Theory]
    [InlineData("reset_password", 60, false)]
    [InlineData("reset_password", 61, true)]
    [InlineData("satisfaction", 72 * 60, false)]
    [InlineData("satisfaction", 72 * 60 + 1, true)]
    public void What_was_owed_long_ago_is_not_sent(string template, int minutes, bool isTooLate) =>
        Mail(template).IsTooLate(Start + Duration.FromMinutes(minutes)).ShouldBe(isTooLate);

    [Fact]
    public void What_is_refused_for_good_is_over_at_once()
    {
        var mail = Mail().After(Delivery.Refused("550 unknown"), Start);

        (mail.State, mail.NextAt, mail.LastError, mail.Reason).ShouldBe((MailState.Failed, null, "550 unknown", null));
    }

    [Fact]
    public void What_is_rightly_not_sent_has_not_failed_and_is_not_tried_again()
    {
        var mail = Mail().After(Delivery.Deferred("451 later", MailReason.ConnectionLost), Start).Drop(MailReason.TicketDeleted);

        (mail.State, mail.NextAt, mail.LastError, mail.Reason).ShouldBe((MailState.Dropped, null, null, MailReason.TicketDeleted));
        mail.Retry(Start).Error!.Code.ShouldBe("nothing-to-retry");
    }

    [Fact]
    public void What_was_accepted_at_last_says_no_more_why_it_was_not()
    {
        var mail = Mail().After(Delivery.Deferred(null, MailReason.ServerSlow), Start);
        mail.Reason.ShouldBe(MailReason.ServerSlow);

        mail.After(Delivery.Accepted, Start).Reason.ShouldBeNull();
    }

    [Fact]
    public void Every_reason_has_its_own_words_in_both_languages()
    {
        var words = Enum.GetValues<MailReason>().SelectMany(reason => new[] { true, false }, MailReasons.Text).ToList();

        words.Distinct().Count().ShouldBe(words.Count);
        words.ShouldAllBe(text => text.EndsWith('.'));
    }

    [Theory]
    [InlineData("satisfaction", 120, 72)]
    [InlineData("accept_invitation", 120, 48)]
    [InlineData("reset_password", 0.5, 0.5)]
    public void Whoever_has_it_tried_again_gives_it_three_days_more_or_until_its_link_ends(string template, double after, double hours)
    {
        var later = Start + Duration.FromHours(after);
        var again = Mail(template).After(Delivery.Refused("550 unknown"), Start).Retry(later).Value;

        (again.State, again.NextAt, again.Until - later, again.Attempts)
            .ShouldBe((MailState.Queued, later, Duration.FromHours(hours), 1));
    }

    [Fact]
    public void Nobody_has_a_mail_tried_again_that_is_on_its_way_was_accepted_or_has_a_dead_link()
    {
        var later = Start + Duration.FromHours(1);

        Mail("reset_password").After(Delivery.Refused("550 unknown"), Start).Retry(later).Error!.Code.ShouldBe("link-ended");
        Mail().Retry(later).Error!.Code.ShouldBe("nothing-to-retry");
        Mail().After(Delivery.Accepted, Start).Retry(later).Error!.Code.ShouldBe("nothing-to-retry");
    }
}
