using Helpdesk.Contracts.Due;

namespace Helpdesk.Contracts.Audit;

/// <summary>Looks after the audit log of one tenant. Key: <c>{tenant:D}</c>.</summary>
[Alias("IAuditGrain")]
public interface IAuditGrain : IDueSubject
{
    /// <summary>From now on retention is looked after. A second time changes nothing.</summary>
    [Alias("Begin")]
    Task Begin(CancellationToken cancellation);

    /// <summary>
    /// Notes in the history that somebody takes a copy, before they get it. Admins; operators for the platform's own log.
    /// </summary>
    /// <param name="filters">As in the request.</param>
    [Alias("NoteExport")]
    Task<Result<bool>> NoteExport(
        Caller caller, CommandId id, string format, Dictionary<string, string> filters, CancellationToken cancellation);
}
