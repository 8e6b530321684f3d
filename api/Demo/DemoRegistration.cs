using Helpdesk.Postgres.Sql;

namespace Helpdesk.Api.Demo;

internal static class DemoRegistration
{
    /// <exception cref="StartupRefusedException">Demo data is asked for outside Development: its password is public.</exception>
    public static WebApplicationBuilder AddDemo(this WebApplicationBuilder builder)
    {
        if (!builder.Configuration.GetValue(DemoData.Setting, defaultValue: false))
            return builder;
        if (!builder.Environment.IsDevelopment())
            throw new StartupRefusedException($"{DemoData.Setting} is for Development only: the passwords of its accounts are public.");

        builder.Services.AddSingleton<DemoPeople>().AddHostedService<DemoData>();
        return builder;
    }
}
