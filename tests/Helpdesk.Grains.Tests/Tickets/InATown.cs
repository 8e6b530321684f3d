namespace Helpdesk.Grains.Tests.Tickets;

/// <summary>Each test has a municipality of its own, with its tickets on one silo.</summary>
public abstract class InATown(PostgresFixture database) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private protected readonly PostgresFixture postgres = database;
    private protected readonly FakeMembers members = new();
    private protected TicketSilo silo = null!;
    private protected Town town = null!;

    public virtual async Task InitializeAsync()
    {
        silo = await TicketSilo.Start(postgres, members);
        town = await Town.Found(postgres, members, silo);
    }

    public async Task DisposeAsync() => await silo.DisposeAsync();
}
