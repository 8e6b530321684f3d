using Helpdesk.Domain.Templates;

namespace Helpdesk.Postgres.Templates;

internal static class TemplateRegistration
{
    public static IServiceCollection AddTemplates(this IServiceCollection services) =>
        services.AddSingleton<ITenantTemplates, TenantTemplates>();
}
