using Helpdesk.Domain.Search;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Tests.Search;

internal static class Indexed
{
    /// <summary>As whoever follows the feed writes it.</summary>
    public static async Task Index(this PostgresFixture postgres, TenantId tenant, Guid ticket) =>
        await postgres.Port<ISearchIndex>().Put([await postgres.DocumentOf(tenant, ticket)], default);

    public static async Task<SearchDocument> DocumentOf(this PostgresFixture postgres, TenantId tenant, Guid ticket)
    {
        var (state, comments) = (await postgres.Port<ITicketStore>().LoadWithComments(tenant, ticket, int.MaxValue, default))!.Value;
        var files = await postgres.Port<ITicketFiles>().Of(tenant, [ticket], includeInternal: true, default);
        return SearchDocument.Of(tenant, new(ticket), state, comments, files);
    }
}
