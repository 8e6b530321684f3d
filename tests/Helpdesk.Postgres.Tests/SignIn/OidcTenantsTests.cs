using Helpdesk.Domain.Programs;
using Helpdesk.Postgres.SignIn.OpenId;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Postgres.Tests.SignIn;

/// <summary>Each of the two walls between tenants, with the other one taken away.</summary>
public sealed class OidcTenantsTests(PeopleFixture record) : IClassFixture<PeopleFixture>
{
    private readonly TenantId tenant = Some.Tenant();

    [Fact]
    public async Task A_client_is_found_at_its_own_tenant_and_at_no_other()
    {
        var id = await Client();

        (await Find(tenant, id, filtered: true)).ShouldNotBeNull();
        (await Find(Some.Tenant(), id, filtered: true)).ShouldBeNull();
    }

    [Fact]
    public async Task Without_the_filter_row_level_security_keeps_it_hidden()
    {
        var id = await Client();

        (await Find(tenant, id, filtered: false)).ShouldNotBeNull();
        (await Find(Some.Tenant(), id, filtered: false)).ShouldBeNull();
    }

    [Fact]
    public async Task Without_row_level_security_the_filter_keeps_it_hidden()
    {
        var id = await Client();
        var options = new DbContextOptionsBuilder<OidcDbContext>().UseNpgsql(record.Postgres.Superuser)
            .UseSnakeCaseNamingConvention().Options;
        await using var own = new OidcDbContext(options, tenant, DateTime.UtcNow);
        await using var foreign = new OidcDbContext(options, Some.Tenant(), DateTime.UtcNow);

        (await own.Set<OidcApplication>().SingleOrDefaultAsync(client => client.Id == id)).ShouldNotBeNull();
        (await foreign.Set<OidcApplication>().SingleOrDefaultAsync(client => client.Id == id)).ShouldBeNull();
        (await foreign.Set<OidcApplication>().IgnoreQueryFilters().SingleOrDefaultAsync(client => client.Id == id)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_row_is_written_into_the_tenant_of_the_place_and_nothing_of_it_stays_on_the_connection()
    {
        var contexts = new OidcContexts(record.Postgres.Database, TimeProvider.System);
        await using (var context = contexts.Open(At(tenant)))
        {
            context.Add(new OidcToken
            {
                Type = "test",
                Status = "valid",
                Subject = "x",
                CreationDate = DateTime.UtcNow,
                ExpirationDate = DateTime.UtcNow.AddDays(1),
            });
            await context.SaveChangesAsync();
        }

        await using (var context = contexts.Open(At(tenant)))
            (await context.Set<OidcToken>().CountAsync()).ShouldBe(1);
        await using (var context = contexts.Open(At(Some.Tenant())))
            (await context.Set<OidcToken>().IgnoreQueryFilters().ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_client_that_is_revoked_or_over_is_not_there()
    {
        var id = await Client();
        await record.Get<IApiClients>().Revoke(tenant, id, record.Trace(), default);

        (await Find(tenant, id, filtered: true)).ShouldBeNull();
    }

    private async Task<OidcApplication?> Find(TenantId at, Guid id, bool filtered)
    {
        await using var context = new OidcContexts(record.Postgres.Database, TimeProvider.System).Open(At(at));
        var clients = filtered ? context.Set<OidcApplication>() : context.Set<OidcApplication>().IgnoreQueryFilters();
        return await clients.SingleOrDefaultAsync(client => client.Id == id);
    }

    private OidcPlace At(TenantId at)
    {
        var place = new OidcPlace();
        place.Set(at, record.Trace());
        return place;
    }

    private async Task<Guid> Client()
    {
        var draft = new ApiClient
        {
            Tenant = tenant,
            Id = Guid.CreateVersion7(),
            Name = "Fachverfahren",
            Scopes = ["tickets:read"],
            Environment = null,
            CreatedBy = Some.Account(),
            CreatedAt = Some.Moment(),
            ExpiresAt = null,
            RevokedAt = null,
            LastUsedAt = null,
        };
        await record.Get<IApiClients>().Create(draft, record.Trace(), default);
        return draft.Id;
    }
}
