namespace Helpdesk.Grains.Tests.Sla;

/// <summary>Each test has a municipality of its own, and the hour.</summary>
public abstract class InAnSlaTown(PostgresFixture database) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private protected readonly PostgresFixture postgres = database;
    private protected SlaTown town = null!;

    public async Task InitializeAsync() => town = await SlaTown.Found(postgres);

    public async Task DisposeAsync() => await town.DisposeAsync();
}
