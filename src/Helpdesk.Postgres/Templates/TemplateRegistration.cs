using Helpdesk.Domain.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Postgres.Templates;

internal static class TemplateRegistration
{
    public static IServiceCollection AddTemplates(this IServiceCollection services) =>
        services.AddSingleton<ITenantTemplates, TenantTemplates>();
}
