using Helpdesk.Domain.Mail;

namespace Helpdesk.Contracts.Mail;

/// <summary>The keys that sign a municipality's mails. Admins only. Key: <c>{tenant:D}</c>.</summary>
[Alias("IDkimGrain")]
public interface IDkimGrain : IGrainWithStringKey
{
    /// <summary>With what DNS says of them now.</summary>
    [Alias("Read")]
    Task<Result<DkimReport>> Read(Caller caller, CancellationToken cancellation);

    /// <param name="domain">As punycode.</param>
    [Alias("Add")]
    Task<Result<Outcome<DkimKeys>>> Add(Caller caller, CommandId id, string domain, DkimPair pair, CancellationToken cancellation);

    [Alias("Remove")]
    Task<Result<Outcome<DkimKeys>>> Remove(
        Caller caller, CommandId id, string selector, int? version, CancellationToken cancellation);
}
