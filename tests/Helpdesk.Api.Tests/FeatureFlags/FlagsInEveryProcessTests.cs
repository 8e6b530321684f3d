using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Grains.FeatureFlags;
using Helpdesk.Postgres;
using Microsoft.Extensions.Configuration;
using static Helpdesk.Api.Tests.FeatureFlags.FlagCalls;

namespace Helpdesk.Api.Tests.FeatureFlags;

[Collection(SharedHosts.TwoTowns)]
public sealed class FlagsInEveryProcessTests(ApiFixture api)
{
    private readonly string key = Some.Word();

    [Fact]
    public async Task A_change_is_in_every_process_within_two_seconds()
    {
        await using var other = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IConfiguration>(
            new ConfigurationManager())
            .AddSingleton(api.Postgres.Database).AddStores().AddCurrentFlags().BuildServiceProvider();
        var elsewhere = other.GetRequiredService<CurrentFlags>();
        await elsewhere.StartAsync(default);
        var snapshots = new[] { api.Get<ICurrentFlags>(), elsewhere };
        var console = await api.Console();

        await console.Create(key, FlagOn()).ShouldAnswer(HttpStatusCode.Created);
        foreach (var process in snapshots)
            (await process.Until(snapshot => IsOn(snapshot))).ShouldBeLessThan(TimeSpan.FromSeconds(2));
        await console.Post($"{Flags}/{key}/kill", new { }).ShouldAnswer(HttpStatusCode.OK);
        foreach (var process in snapshots)
            (await process.Until(snapshot => !IsOn(snapshot))).ShouldBeLessThan(TimeSpan.FromSeconds(2));
        await elsewhere.StopAsync(default);
    }

    private bool IsOn(CompiledFlags snapshot) => snapshot.Evaluate(key, new(api.Musterstadt, "production", null), default).IsOn;
}
