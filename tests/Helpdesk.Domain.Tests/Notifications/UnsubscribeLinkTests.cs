using Helpdesk.Domain.Notifications;

namespace Helpdesk.Domain.Tests.Notifications;

public sealed class UnsubscribeLinkTests
{
    private static readonly NotificationKind[] Kinds = [NotificationKind.TicketAnswered, NotificationKind.TicketResolved];

    private readonly ForeignSeals seals = new();

    [Fact]
    public void It_says_whose_mails_of_which_kinds()
    {
        var link = new UnsubscribeLink(Some.Tenant(), Some.Account(), [.. Kinds.Reverse(), .. Kinds]);

        var opened = UnsubscribeLink.Open(link.Seal(seals), link.Tenant, seals)!;

        (opened.Tenant, opened.Account).ShouldBe((link.Tenant, link.Account));
        opened.Kinds.ShouldBe(Kinds);
    }

    [Fact]
    public void It_is_none_of_another_tenant_and_none_when_changed_or_made_up()
    {
        var link = new UnsubscribeLink(Some.Tenant(), Some.Account(), Kinds);
        var token = link.Seal(seals);

        foreach (var (text, tenant) in (IEnumerable<(string, TenantId)>)[
            (token, Some.Tenant()), ($"{token[..^2]}AA", link.Tenant), ("x", link.Tenant), ("", link.Tenant),
            (new('a', 5_000), link.Tenant)])
            UnsubscribeLink.Open(text, tenant, seals).ShouldBeNull();
    }

    [Fact]
    public void With_all_kinds_it_still_fits()
    {
        var link = new UnsubscribeLink(Some.Tenant(), Some.Account(), Enum.GetValues<NotificationKind>());
        link.Seal(seals).Length.ShouldBeLessThanOrEqualTo(UnsubscribeLink.Longest);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_kind_has_a_name(bool german) =>
        Enum.GetValues<NotificationKind>().Select(kind => NotificationRules.NameOf(kind, german)).ShouldBeUnique();

    [Fact]
    public void What_is_turned_off_is_turned_off_once_and_on_again_alone()
    {
        var wishes = MailWishes.Default with { Off = [NotificationKind.SlaWarning] };

        var off = wishes.Without([NotificationKind.TicketAnswered]);

        off.Off.ShouldBe([NotificationKind.SlaWarning, NotificationKind.TicketAnswered]);
        off.Without([NotificationKind.TicketAnswered]).ShouldBeSameAs(off);
        off.With([NotificationKind.TicketAnswered]).Same(wishes).ShouldBeTrue();
        wishes.With([NotificationKind.TicketAnswered]).ShouldBeSameAs(wishes);
    }
}
