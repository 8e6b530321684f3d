using System.Net;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Helpdesk.Api.Tests.FeatureFlags.FlagCalls;

namespace Helpdesk.Api.Tests.FeatureFlags;

public sealed class FlagsInEveryProcessTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private readonly string key = Some.Word();

    [Fact]
    public async Task A_change_is_in_every_process_within_two_seconds()
    {
        await using var other = api.NewHost();
        _ = api.Client("musterstadt", of: other); // starts it
        var snapshots = new[] { api.Get<IFlagSnapshots>(), other.Services.GetRequiredService<IFlagSnapshots>() };
        var console = await api.Console();

        await console.Create(key, FlagOn()).ShouldAnswer(HttpStatusCode.Created);
        foreach (var process in snapshots)
            (await process.Until(snapshot => IsOn(snapshot))).ShouldBeLessThan(TimeSpan.FromSeconds(2));
        await console.Post($"{Flags}/{key}/kill", new { }).ShouldAnswer(HttpStatusCode.OK);
        foreach (var process in snapshots)
            (await process.Until(snapshot => !IsOn(snapshot))).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    private bool IsOn(FlagSnapshot snapshot) => snapshot.Evaluate(key, new(api.Musterstadt, "production", null), default).IsOn;
}
