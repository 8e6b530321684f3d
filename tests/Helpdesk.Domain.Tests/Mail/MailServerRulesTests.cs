using System.Net;
using System.Net.Sockets;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Domain.Tests.Mail;

public sealed class MailServerRulesTests
{
    private static readonly Member Admin = new(new(Guid.NewGuid()), new(Guid.NewGuid()), Role.Admin);

    private static readonly MailServerChoice Choice =
        new("smtp.musterstadt.example", 587, MailSecurity.Starttls, "helpdesk", "geheim", "helpdesk@musterstadt.example");

    private static readonly OwnMailServer Present = new()
    {
        Server = new(Choice.Host, Choice.Port, Choice.Security, Choice.Username, "sealed geheim", Choice.From),
        Version = 1,
    };

    [Fact]
    public void A_password_is_kept_sealed() => Chosen(null, Choice).ShouldBe(
        new OwnMailServerEvent.Chosen(Choice.Host, 587, MailSecurity.Starttls, "helpdesk", "sealed geheim", Choice.From));

    [Fact]
    public void Without_a_password_the_known_one_stays_and_what_is_the_same_is_no_change()
    {
        Chosen(Present, Choice with { Password = null, From = "neu@musterstadt.example" })!.Sealed.ShouldBe("sealed geheim");
        Decide(Present, Choice with { Password = null }).Events.ShouldBeEmpty();
        Chosen(Present, Choice with { Username = null, Password = null })!.Sealed.ShouldBeNull();
    }

    public static TheoryData<string, MailServerChoice> Elsewhere => new()
    {
        { "/password", Choice with { Password = null, Host = "smtp.evil.example" } },
        { "/password", Choice with { Password = null, Port = 465 } },
        { "/password", Choice with { Password = null, Security = MailSecurity.Tls } },
        { "/password", Choice with { Password = null, Username = "somebody" } },
        { "/username", Choice with { Username = null } },
        { "/security", Choice with { Security = MailSecurity.None } },
        { "/port", Choice with { Port = 5432 } },
        { "/host", Choice with { Host = "no host" } },
        { "/host", Choice with { Host = "http://smtp.musterstadt.example" } },
        { "/host", Choice with { Host = "10.0.0.5" } },
        { "/host", Choice with { Host = "2130706433" } },
        { "/host", Choice with { Host = "[::1]" } },
    };

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public void A_known_password_goes_nowhere_else_and_nothing_leads_into_the_network_around(string at, MailServerChoice choice) =>
        Decide(Present, choice).Refusal!.Fields.ShouldHaveSingleItem().Pointer.ShouldBe(at);

    [Theory]
    [InlineData(Role.Manager)]
    [InlineData(Role.Agent)]
    [InlineData(Role.Customer)]
    [InlineData(Role.Operator)]
    public void It_is_the_business_of_the_municipalitys_admins(Role role)
    {
        MailServerRules.Read(Admin with { Role = role }).ShouldNotBeNull();
        MailServerRules.Leave(Present, Admin with { Role = role }).Refusal.ShouldNotBeNull();
    }

    private static OwnMailServerEvent.Chosen? Chosen(OwnMailServer? present, MailServerChoice choice) =>
        (OwnMailServerEvent.Chosen?)Decide(present, choice).Events.SingleOrDefault();

    private static Feed.Decision<OwnMailServerEvent> Decide(OwnMailServer? present, MailServerChoice choice) =>
        MailServerRules.Choose(present, choice, Admin, password => $"sealed {password}", new Outside());

    private sealed class Outside : IOutboundTargets
    {
        public bool AnyPort => false;

        public bool Allow(IPAddress address) => PublicAddress.Is(address);

        public Task<Socket> Connect(string host, int port, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
