using Helpdesk.Domain.Mail;
using Orleans.Concurrency;

namespace Helpdesk.Contracts.Mail;

/// <summary>The mail server that a municipality's mails leave by. Admins only. Key: <c>{tenant:D}</c>.</summary>
[Alias("IMailServerGrain")]
public interface IMailServerGrain : IGrainWithStringKey
{
    /// <summary>Refused while mails leave by the platform's.</summary>
    [Alias("Read")]
    Task<Result<OwnMailServer>> Read(Caller caller, CancellationToken cancellation);

    /// <param name="version">As read, 0 for the first time; <c>null</c>: whatever it is.</param>
    [Alias("Choose")]
    Task<Result<Outcome<OwnMailServer>>> Choose(
        Caller caller, CommandId id, MailServerChoice choice, int? version, CancellationToken cancellation);

    /// <summary>Mails leave by the platform's server again.</summary>
    [Alias("Leave")]
    Task<Result<Outcome<OwnMailServer>>> Leave(Caller caller, CommandId id, int? version, CancellationToken cancellation);

    /// <summary>Sends a mail at once, by the server that mails leave by; others go on meanwhile.</summary>
    [Alias("Test"), AlwaysInterleave]
    Task<Result<MailTest>> Test(Caller caller, EmailAddress to, bool german, CancellationToken cancellation);
}
