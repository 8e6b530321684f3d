using Helpdesk.Postgres;
using Helpdesk.Postgres.Access;

namespace Helpdesk.Silo.Hosting;

/// <summary>The record as grains need it, in a process that has no API.</summary>
internal static class SiloRecord
{
    public static WebApplicationBuilder AddSiloRecord(this WebApplicationBuilder builder)
    {
        builder.AddHelpdeskDatabase();
        builder.Services.AddRecord();
        builder.AddAccessStorage();
        return builder;
    }
}
