using Helpdesk.Postgres.SignIn.OpenId;

namespace Helpdesk.Api.SignIn.OpenId;

/// <summary>
/// Builds what the first sign-in would otherwise wait for: the model of the rows. Beside the start, which does not wait for it.
/// </summary>
internal sealed class OpenIdWarmUp(IServiceScopeFactory scopes) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() =>
    {
        using var scope = scopes.CreateScope();
        OpenIdStorage.Prepare(scope.ServiceProvider);
    }, stoppingToken);
}
