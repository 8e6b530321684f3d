namespace Helpdesk.Api.Tests.Hosting;

/// <summary>Orleans' dashboard shows what all municipalities' grains do: to operators, at the console, and to nobody else.</summary>
[Collection(SharedHosts.ManyTowns)]
public sealed class ClusterDashboardTests(ApiFixture api)
{
    private static readonly string[] Addresses =
        ["/orleans", "/orleans/index.html", "/orleans/index.min.js", "/orleans/DashboardCounters", "/orleans/ClusterStats",
            "/orleans/Reminders/1", "/orleans/GrainTypes"];

    [Fact]
    public async Task Operators_see_the_silos_and_their_page_may_load_its_own_files_only()
    {
        var console = await Operator();

        var page = await console.GetAsync("/orleans/index.html");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("script-src 'self'");
        (await console.GetAsync("/orleans/DashboardCounters")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await console.GetAsync("/orleans/ClusterStats")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_inside_a_grain_is_shown_to_nobody()
    {
        var answer = await (await Operator()).GetAsync("/orleans/GrainState?grainId=x&grainType=Helpdesk.Grains.Tickets.TicketGrain");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_else_sees_any_of_it()
    {
        var admin = await api.SignedIn("musterstadt", await Enrolled(Role.Admin));
        foreach (var address in Addresses)
        {
            (await api.Plain("console").GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, address);
            (await Plain("console", admin).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, address);
            (await Plain("musterstadt", admin).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
            (await api.Plain("desk").GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }
    }

    private async Task<HttpClient> Operator() => Plain("console", await api.SignedIn("console", api.OperatorEmail));

    private async Task<string> Enrolled(Role role)
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, role, email);
        return email;
    }

    // The dashboard's addresses are its own matter and stand in no document of ours.
    private HttpClient Plain(string host, HttpClient signedIn)
    {
        var client = api.Plain(host);
        client.DefaultRequestHeaders.Authorization = signedIn.DefaultRequestHeaders.Authorization;
        return client;
    }
}
