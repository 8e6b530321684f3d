using Helpdesk.Domain.Access;
using Helpdesk.Domain.Tenants;
using Helpdesk.Testing;
using NodaTime;

namespace Helpdesk.Postgres.Tests.Access;

public sealed class SessionsTests(AccessRecordFixture record) : IClassFixture<AccessRecordFixture>
{
    private readonly TenantId tenant = Some.Tenant();
    private readonly ISessions sessions = record.Get<ISessions>();

    [Fact]
    public async Task A_session_tells_who_that_is_and_as_what()
    {
        var who = await record.Member(tenant, Role.Manager);
        var opened = await record.SignIn(who, SessionKind.Cookie);

        var access = (await Load(opened))!;

        access.Account.ShouldBe(who.Account);
        access.In(tenant).ShouldBe(new Member(tenant, who.Account, Role.Manager));
        access.In(Some.Tenant()).ShouldBeNull();
        access.SecretHash.ShouldNotBeNull();
        access.Host.ShouldBe("a.help.test");
    }

    [Fact]
    public async Task A_session_of_another_tenant_is_not_there()
    {
        var opened = await record.SignIn(await record.Member(tenant));

        (await sessions.Load(Some.Tenant(), opened.Id, Some.Moment(), default)).ShouldBeNull();
    }

    [Fact]
    public async Task At_the_desk_an_agent_has_the_role_of_each_tenant_served()
    {
        var serving = await record.ServiceStaff(tenant, Role.Manager);
        var home = (await record.Get<IPeopleStore>().Load(TenantId.Platform, serving.Account, null, default)).Target!;
        var opened = await record.SignIn(home);

        var access = (await sessions.Load(TenantId.Platform, opened.Id, Some.Moment(), default))!;

        access.In(tenant)!.Role.ShouldBe(Role.Manager);
        access.In(TenantId.Platform)!.Role.ShouldBe(Role.Agent);
        access.In(Some.Tenant()).ShouldBeNull();
    }

    [Fact]
    public async Task Service_staff_suspended_at_home_are_out_everywhere()
    {
        var serving = await record.ServiceStaff(tenant);
        var opened = await record.SignIn(serving);
        (await Load(opened)).ShouldNotBeNull();

        await record.Column($"update membership set status = 'suspended' where tenant_id = '{TenantId.Platform}' and account_id = '{serving.Account}'");

        (await Load(opened)).ShouldBeNull();
    }

    [Fact]
    public async Task Suspending_ends_sessions_for_good()
    {
        var store = record.Get<IPeopleStore>();
        var who = await record.Member(tenant, Role.Agent);
        var opened = await record.SignIn(who);
        var admin = new Member(tenant, Some.Account(), Role.Admin);

        await Revise(MembershipStatus.Suspended);
        (await Load(opened)).ShouldBeNull();
        await Revise(MembershipStatus.Active);
        (await Load(opened)).ShouldBeNull();

        async Task Revise(MembershipStatus status)
        {
            var seen = await store.Load(tenant, who.Account, null, default);
            await record.Append(PeopleRules.Revise(admin, seen.People, seen.Target!, new(Status: status), Some.Moment()).Value, seen.People.Version);
        }
    }

    [Theory]
    [InlineData(SessionKind.Cookie, 12)]
    [InlineData(SessionKind.Token, 14 * 24)]
    public async Task An_idle_session_is_over(SessionKind kind, int hours)
    {
        var who = await record.Member(tenant);
        var start = Some.Moment();
        var opened = await record.SignIn(who, kind, start);

        (await sessions.Load(tenant, opened.Id, start + Duration.FromHours(hours), default)).ShouldBeNull();
        (await sessions.Load(tenant, opened.Id, start + Duration.FromHours(hours), default)).ShouldBeNull();
        (await sessions.Load(tenant, opened.Id, start + Duration.FromHours(hours) - Duration.FromSeconds(1), default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_used_session_goes_on()
    {
        var who = await record.Member(tenant);
        var start = Some.Moment();
        var opened = await record.SignIn(who, SessionKind.Cookie, start);

        for (var hours = 11; hours <= 44; hours += 11)
            (await sessions.Load(tenant, opened.Id, start + Duration.FromHours(hours), default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_refresh_token_is_good_once_and_gives_the_next_one()
    {
        var opened = await record.SignIn(await record.Member(tenant));

        var second = (await Refresh(opened.Secret)).Value;
        var third = (await Refresh(second.Secret)).Value;

        third.Id.ShouldBe(opened.Id);
        third.Secret.ShouldNotBe(second.Secret);
    }

    [Fact]
    public async Task A_refresh_token_that_comes_back_ends_the_session()
    {
        var who = await record.Member(tenant);
        var opened = await record.SignIn(who);
        var second = (await Refresh(opened.Secret)).Value;

        (await Refresh(opened.Secret)).Error.ShouldBe(AccessErrors.InvalidRefreshToken);

        (await Refresh(second.Secret)).Error.ShouldBe(AccessErrors.InvalidRefreshToken);
        (await Load(opened)).ShouldBeNull();
        (await record.Kinds(tenant, who.Account.Value)).ShouldContain("account.session_ended");
    }

    [Fact]
    public async Task Of_many_who_refresh_at_once_one_gets_the_next_token()
    {
        var opened = await record.SignIn(await record.Member(tenant));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Refresh(opened.Secret)));

        answers.Count(answer => answer.IsOk).ShouldBeLessThanOrEqualTo(1);
        (await Load(opened)).ShouldBeNull();
    }

    [Theory]
    [InlineData("hdr_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("")]
    [InlineData("x")]
    public async Task An_unknown_refresh_token_ends_nothing(string token) => (await Refresh(token)).Error.ShouldBe(AccessErrors.InvalidRefreshToken);

    [Fact]
    public async Task A_refresh_token_is_worth_nothing_at_another_host()
    {
        var opened = await record.SignIn(await record.Member(tenant));

        (await sessions.Refresh(tenant, "b.help.test", opened.Secret, record.Trace(), default)).IsOk.ShouldBeFalse();
        (await sessions.Refresh(Some.Tenant(), "a.help.test", opened.Secret, record.Trace(), default)).IsOk.ShouldBeFalse();
        (await Refresh(opened.Secret)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_by_their_owner_only()
    {
        var (who, other) = (await record.Member(tenant), await record.Member(tenant));
        var (one, two) = (await record.SignIn(who), await record.SignIn(who, SessionKind.Cookie));

        (await sessions.List(tenant, who.Account, Some.Moment(), default)).Select(session => session.Id).ShouldBe([two.Id, one.Id], ignoreOrder: true);
        (await sessions.End(tenant, other.Account, one.Id, SessionEnd.EndedByOwner, record.Trace(), default)).ShouldBeFalse();
        (await sessions.End(tenant, who.Account, one.Id, SessionEnd.EndedByOwner, record.Trace(who), default)).ShouldBeTrue();
        (await sessions.End(tenant, who.Account, one.Id, SessionEnd.EndedByOwner, record.Trace(who), default)).ShouldBeFalse();
        (await sessions.List(tenant, who.Account, Some.Moment(), default)).Single().Id.ShouldBe(two.Id);
    }

    private Task<SessionAccess?> Load(OpenedSession opened) => sessions.Load(tenant, opened.Id, Some.Moment(), default);

    private Task<Domain.Result<OpenedSession>> Refresh(string token) => sessions.Refresh(tenant, "a.help.test", token, record.Trace(), default);
}
