namespace Helpdesk.Api.Health;

internal sealed class HealthExamples : IExamples
{
    public IEnumerable<object> All => [new HealthResponse("ready")];
}
