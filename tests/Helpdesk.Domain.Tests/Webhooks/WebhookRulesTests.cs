using System.Net;
using System.Net.Sockets;
using Helpdesk.Domain.Webhooks;

namespace Helpdesk.Domain.Tests.Webhooks;

public sealed class WebhookRulesTests
{
    private static readonly Member Admin = new(new(Guid.NewGuid()), new(Guid.NewGuid()), Role.Admin);
    private static readonly Instant At = Instant.FromUtc(2026, 12, 1, 9, 0);
    private static readonly WebhookChoice Choice =
        new("https://hooks.musterstadt.example/in", [WebhookKinds.Changed, WebhookKinds.Opened, WebhookKinds.Opened], null, false, true);

    [Theory]
    [InlineData("https://hooks.musterstadt.example/in?a=1")]
    [InlineData("https://hooks.musterstadt.example:8443/")]
    [InlineData("https://93.184.216.34/x")]
    [InlineData("https://xn--mnchen-3ya.example/")]
    public void An_address_in_the_public_network_is_taken(string url) => Fault(url).ShouldBeNull();

    [Theory]
    [InlineData("http://hooks.musterstadt.example/in", "unencrypted")]
    [InlineData("https://hooks.musterstadt.example:5432/", "forbidden-port")]
    [InlineData("https://hooks.musterstadt.example:30000/", "forbidden-port")]
    [InlineData("https://127.0.0.1/", "forbidden-target")]
    [InlineData("https://2130706433/", "forbidden-target")]
    [InlineData("https://0x7f.1/", "forbidden-target")]
    [InlineData("https://127.1/", "forbidden-target")]
    [InlineData("https://017700000001/", "forbidden-target")]
    [InlineData("https://0/", "forbidden-target")]
    [InlineData("https://[::1]/", "forbidden-target")]
    [InlineData("https://[::ffff:127.0.0.1]/", "forbidden-target")]
    [InlineData("https://[::ffff:7f00:1]/", "forbidden-target")]
    [InlineData("https://[64:ff9b::7f00:1]/", "forbidden-target")]
    [InlineData("https://[fe80::1]/", "forbidden-target")]
    [InlineData("https://[fd00::1]/", "forbidden-target")]
    [InlineData("https://10.1.2.3/", "forbidden-target")]
    [InlineData("https://169.254.169.254/latest/meta-data", "forbidden-target")]
    [InlineData("https://192.168.1.1/", "forbidden-target")]
    [InlineData("https://①②⑦.⓪.⓪.①/", "not-a-web-address")]
    [InlineData("https://münchen.example/", "not-a-web-address")]
    [InlineData("https://a:b@hooks.musterstadt.example/", "not-a-web-address")]
    [InlineData("https://hooks.musterstadt.example/#teil", "not-a-web-address")]
    [InlineData("https://hooks.musterstadt.example\\@127.0.0.1/", "not-a-web-address")]
    [InlineData("gopher://hooks.musterstadt.example/", "not-a-web-address")]
    [InlineData("file:///etc/passwd", "not-a-web-address")]
    [InlineData("//hooks.musterstadt.example/", "not-a-web-address")]
    [InlineData("/in", "not-a-web-address")]
    [InlineData("hooks.musterstadt.example", "not-a-web-address")]
    [InlineData("https:// hooks.musterstadt.example/", "not-a-web-address")]
    [InlineData("https://", "not-a-web-address")]
    public void One_that_leads_elsewhere_is_refused_however_it_is_spelt(string url, string code) => Fault(url)!.Code.ShouldBe(code);

    [Fact]
    public void Kinds_stand_once_and_in_order_and_unknown_ones_are_named()
    {
        Added(null, Choice).Choice.Events.ShouldBe([WebhookKinds.Opened, WebhookKinds.Changed]);
        Decide(null, Choice with { Events = ["ticket.opened", "ticket.flown"] }).Refusal!.Fields.Single().Pointer.ShouldBe("/events/1");
        Decide(null, Choice with { Events = [] }).Refusal!.Fields.Single().Pointer.ShouldBe("/events");
    }

    [Theory]
    [InlineData(Role.Manager)]
    [InlineData(Role.Agent)]
    [InlineData(Role.Customer)]
    [InlineData(Role.Operator)]
    public void They_are_the_business_of_the_municipalitys_admins(Role role)
    {
        var (list, id) = One();
        var other = Admin with { Role = role };
        WebhookRules.Read(other).ShouldNotBeNull();
        WebhookRules.Remove(list, id, null, other).Refusal!.Kind.ShouldBe(ErrorKind.Forbidden);
        WebhookRules.Rotate(list, id, null, "neu", Duration.Zero, other, At).Refusal!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public void There_are_twenty_at_most()
    {
        var list = WebhookList.None;
        for (var i = 0; i < WebhookRules.Most; i++)
            list = Applied(list, Added(list, Choice));

        Decide(list, Choice).Refusal!.Code.ShouldBe("too-many-webhooks");
    }

    [Fact]
    public void What_is_the_same_is_no_change_and_an_old_version_is_refused()
    {
        var (list, id) = One();
        WebhookRules.Change(list, id, 1, list.Items[0].Choice, Admin, new Outside()).Events.ShouldBeEmpty();
        WebhookRules.Change(list, id, 7, Choice, Admin, new Outside()).Refusal!.Kind.ShouldBe(ErrorKind.Stale);
        WebhookRules.Change(list, Guid.NewGuid(), null, Choice, Admin, new Outside()).Refusal!.Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public void One_that_the_platform_stopped_goes_on_when_an_admin_wants_it()
    {
        var (list, id) = One();
        var stopped = Applied(list, WebhookRules.Stop(list, id, WebhookStop.Gone).Events.Single());
        (stopped.Items[0].IsActive, stopped.Items[0].StoppedBecause).ShouldBe((false, WebhookStop.Gone));
        WebhookRules.Stop(stopped, id, WebhookStop.Failing).Events.ShouldBeEmpty();

        var again = Applied(stopped, WebhookRules.Change(stopped, id, null, Choice, Admin, new Outside()).Events.Single());
        (again.Items[0].IsActive, again.Items[0].StoppedBecause, again.Items[0].Version).ShouldBe((true, null, 3));
        (list.Items[0].ListensTo(At), stopped.Items[0].ListensTo(At)).ShouldBe((true, false));
        Later(stopped, again).ListensTo(At).ShouldBeFalse("what happened while it was stopped is passed over");
    }

    [Fact]
    public void The_secret_before_signs_until_its_time_is_over()
    {
        var (list, id) = One();
        var rotated = Applied(list, WebhookRules.Rotate(list, id, 1, "neu", Duration.FromHours(24), Admin, At).Events.Single());
        (rotated.Items[0].Sealed, rotated.Items[0].Previous).ShouldBe(("neu", new PreviousSecret("alt", At + Duration.FromHours(24))));
    }

    private static Webhook Later(WebhookList stopped, WebhookList again) => WebhookList.Apply(
        stopped, new(3, At + Duration.FromMinutes(1), null, new WebhookListEvent.Changed(again.Items[0].Id,
            again.Items[0].Choice))).Items[0];

    private static (WebhookList List, Guid Id) One()
    {
        var added = Added(null, Choice);
        return (Applied(null, added), added.Id);
    }

    private static WebhookList Applied(WebhookList? list, WebhookListEvent what) =>
        WebhookList.Apply(list, new((list?.Version ?? 0) + 1, At, Admin.Account, what));

    private static FieldError? Fault(string url) => Decide(null, Choice with { Url = url }).Refusal?.Fields.Single();

    private static WebhookListEvent.Added Added(WebhookList? list, WebhookChoice choice) =>
        (WebhookListEvent.Added)Decide(list, choice).Events.Single();

    private static Domain.Feed.Decision<WebhookListEvent> Decide(WebhookList? list, WebhookChoice choice) =>
        WebhookRules.Add(list, Guid.NewGuid(), choice, "alt", Admin, new Outside());

    private sealed class Outside : IOutboundTargets
    {
        public bool AnyPort => false;

        public bool Allow(IPAddress address) => PublicAddress.Is(address);

        public Task<Socket> Connect(string host, int port, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
