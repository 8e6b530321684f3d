namespace Helpdesk.Contracts;

/// <summary>Tries out whether grains can be activated. Key: a new one each time.</summary>
[Alias("IReadinessGrain")]
public interface IReadinessGrain : IGrainWithGuidKey
{
    [Alias("Answer")]
    Task Answer(CancellationToken cancellation);
}
