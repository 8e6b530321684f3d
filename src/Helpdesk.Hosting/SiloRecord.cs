using Helpdesk.Postgres;
using Microsoft.AspNetCore.Builder;

namespace Helpdesk.Hosting;

/// <summary>The database as grains need it, in a process that has no API.</summary>
public static class SiloRecord
{
    public static WebApplicationBuilder AddSiloRecord(this WebApplicationBuilder builder)
    {
        builder.AddHelpdeskDatabase();
        builder.Services.AddStores();
        builder.AddAccounts();
        return builder;
    }
}
