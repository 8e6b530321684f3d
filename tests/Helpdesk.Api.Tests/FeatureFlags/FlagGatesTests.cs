using Helpdesk.Domain.FeatureFlags;
using static Helpdesk.Api.Tests.FeatureFlags.FlagCalls;

namespace Helpdesk.Api.Tests.FeatureFlags;

[Collection(SharedHosts.TwoTowns)]
public sealed class FlagGatesTests(ApiFixture api)
{
    [Fact]
    public async Task Operators_stop_a_part_of_the_platform_for_some_tenants_and_let_it_go_on()
    {
        const string gate = "stop.ticket-lists";
        var (console, here, there) =
            (await api.Console(), await api.As("musterstadt", Role.Agent), await api.As("beispielburg", Role.Agent));
        await here.Get("/api/v1/tickets").ShouldAnswer(HttpStatusCode.OK);

        await console.Create(gate, Flag(ForTenants("musterstadt")).With("kind", "operational")).ShouldAnswer(HttpStatusCode.Created);
        await api.Get<ICurrentFlags>().Until(snapshot => IsOn(snapshot, gate));
        await here.Get("/api/v1/tickets").ShouldRefuse(HttpStatusCode.ServiceUnavailable, "stopped-by-operator");
        await there.Get("/api/v1/tickets").ShouldAnswer(HttpStatusCode.OK);

        await console.Post($"{Flags}/{gate}/kill", new { reason = "Over." }).ShouldAnswer(HttpStatusCode.OK);
        await api.Get<ICurrentFlags>().Until(snapshot => !IsOn(snapshot, gate));
        await here.Get("/api/v1/tickets").ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_opens_an_account_while_that_is_stopped()
    {
        const string gate = "stop.registration";
        var (console, stranger) = (await api.Console(), api.Client("musterstadt"));
        await console.Create(gate, FlagOn().With("kind", "operational")).ShouldAnswer(HttpStatusCode.Created);
        await api.Get<ICurrentFlags>().Until(snapshot => IsOn(snapshot, gate));

        await stranger.Post("/api/v1/auth/register", new { email = "neu@example.org", name = "Neu" })
            .ShouldRefuse(HttpStatusCode.ServiceUnavailable, "stopped-by-operator");

        await console.Post($"{Flags}/{gate}/kill", new { reason = "Over." }).ShouldAnswer(HttpStatusCode.OK);
        await api.Get<ICurrentFlags>().Until(snapshot => !IsOn(snapshot, gate));
    }

    private bool IsOn(CompiledFlags snapshot, string key) => snapshot.Evaluate(key, new(api.Musterstadt, "production", null), default).IsOn;
}
