using Helpdesk.Domain.Mail;

namespace Helpdesk.Contracts.Mail;

/// <summary>
/// One template of a municipality's mails in one language. Admins only. Key: <c>{tenant:D}/{stream:D}</c>, the stream by
/// <see cref="MailTemplate.StreamOf"/>.
/// </summary>
[Alias("IMailTemplateGrain")]
public interface IMailTemplateGrain : IGrainWithStringKey
{
    /// <summary>The default has the version 0, or the one of the change that brought it back.</summary>
    [Alias("Read")]
    Task<Result<MailTemplate>> Read(Caller caller, CancellationToken cancellation);

    /// <param name="version">As read; <c>null</c>: whatever it is.</param>
    [Alias("Write")]
    Task<Result<Outcome<MailTemplate>>> Write(
        Caller caller, CommandId id, string template, string language, MailSource source, int? version, CancellationToken cancellation);

    /// <summary>The default holds again.</summary>
    [Alias("Reset")]
    Task<Result<Outcome<MailTemplate>>> Reset(
        Caller caller, CommandId id, string template, string language, int? version, CancellationToken cancellation);
}
