using Microsoft.IdentityModel.JsonWebTokens;

namespace Helpdesk.Api.Tests.SignIn.OpenId;

public sealed class KeyRotationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Another_key_signs_after_a_month_without_a_restart_and_under_load_nobody_is_refused()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var first = KeyOf((await api.Tokens("musterstadt", email)).AccessToken);
        var next = first;
        for (var hour = 0; hour < 1_000 && (await Published()).Count() < 2; hour++)
            api.Time.Advance(TimeSpan.FromHours(1));
        // It signs a day after it was published: an hour or two before that the load begins.
        api.Time.Advance(TimeSpan.FromHours(22));
        var refused = 0;

        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var somebody = Some.Email();
            await api.Enrol(api.Musterstadt, Role.Customer, somebody);
            var token = (await api.Tokens("musterstadt", somebody)).RefreshToken;
            while (!stop.IsCancellationRequested)
            {
                var asked = api.Time.GetUtcNow();
                var tokens = await api.Client("musterstadt").Post("/api/v1/auth/refresh", new { refresh_token = token }).Json();
                token = (string)tokens["refresh_token"]!;
                using var answer = await api.Client("musterstadt", (string)tokens["access_token"]!).Get("/api/v1/me");
                // On a busy machine a token may come to its own end on the way.
                if (answer.StatusCode is not HttpStatusCode.OK && api.Time.GetUtcNow() - asked < TimeSpan.FromMinutes(10))
                    Interlocked.Increment(ref refused);
            }
        })).ToList();
        // A token lasts ten minutes; what is minted before a step must be good after it.
        var afterwards = 0;
        for (var step = 0; step < 1_000 && afterwards < 20; step++)
        {
            api.Time.Advance(TimeSpan.FromMinutes(2));
            next = KeyOf((await api.Tokens("musterstadt", email)).AccessToken);
            afterwards += next == first ? 0 : 1;
        }

        await stop.CancelAsync();
        await Task.WhenAll(load);
        refused.ShouldBe(0);
        next.ShouldNotBe(first);
    }

    [Fact]
    public async Task A_key_is_published_a_day_before_it_signs_and_a_day_after()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var first = KeyOf((await api.Tokens("musterstadt", email)).AccessToken);
        string second;
        var published = new List<string>();
        for (var hour = 0; hour < 1_000 && (await Published()).Count() < 2; hour++)
            api.Time.Advance(TimeSpan.FromHours(1));
        do
        {
            published = [.. await Published()];
            api.Time.Advance(TimeSpan.FromHours(6));
            second = KeyOf((await api.Tokens("musterstadt", email)).AccessToken);
        }
        while (second == first);

        published.ShouldContain(second);
        (await Published()).ShouldContain(first);
        api.Time.Advance(TimeSpan.FromDays(2));
        (await Published()).ShouldNotContain(first);
    }

    [Fact]
    public async Task A_refresh_token_outlives_the_key_of_its_time()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var tokens = await api.Tokens("musterstadt", email);
        var first = KeyOf(tokens.AccessToken);
        var refresh = tokens.RefreshToken;

        for (var day = 0; day < 40; day += 10)
        {
            api.Time.Advance(TimeSpan.FromDays(10));
            var next = await api.Client("musterstadt").Post("/api/v1/auth/refresh", new { refresh_token = refresh }).Json();
            refresh = (string)next["refresh_token"]!;
        }

        (await Published()).ShouldNotContain(first);
    }

    [Fact]
    public async Task No_symmetric_key_is_published_and_others_may_keep_the_keys_for_a_while()
    {
        using var answer = await api.Client("musterstadt").Get("/.well-known/jwks.json");

        answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=300");
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("oct");
        (await Published()).ShouldAllBe(id => id.Length == 16);
    }

    private async Task<IEnumerable<string>> Published() =>
        (await api.Client("musterstadt").Get("/.well-known/jwks.json").Json())["keys"]!.AsArray().Select(key => (string)key!["kid"]!);

    private static string KeyOf(string token) => new JsonWebToken(token).Kid;
}
