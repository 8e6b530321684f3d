using Helpdesk.Domain.TextModules;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Postgres.TextModules;

internal sealed class TextModuleStore(Database database)
    : AggregateStore<TextModuleList, TextModuleEvent>(database, new DocumentRow<TextModuleList, TextModuleEvent>()), ITextModules;

internal static class TextModuleRegistration
{
    public static IServiceCollection AddTextModules(this IServiceCollection services) =>
        services.AddSingleton<ITextModules, TextModuleStore>();
}
