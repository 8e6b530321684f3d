namespace Helpdesk.Domain.People;

/// <summary>Who belongs to a tenant, from a short-lived cache: what another process changed may take 5 seconds to show.</summary>
public interface IMemberDirectory
{
    /// <returns><c>null</c>: no membership in that tenant, whether or not the account exists elsewhere.</returns>
    ValueTask<MemberRecord?> Find(TenantId tenant, AccountId account, CancellationToken cancellation);

    /// <summary>How an account is called in the history of a tenant: people whose membership ended and programs included.</summary>
    ValueTask<HistoricName> Name(TenantId tenant, AccountId account, CancellationToken cancellation);
}

/// <param name="Text"><c>null</c>: not told here (the platform's own people), or erased.</param>
/// <param name="IsErased">There was somebody, of whom nothing is left.</param>
public sealed record HistoricName(string? Text, bool IsErased)
{
    /// <summary>Belonged to the tenant once.</summary>
    public bool HasLeft { get; init; }

    /// <summary>Words for the reader; <c>null</c>: the platform's own people.</summary>
    public string? In(bool german) => Text ?? (IsErased ? german ? "gelöschtes Konto" : "erased account" : null);
}

/// <param name="IsActive">Neither suspended nor only invited; and the account itself is active.</param>
/// <param name="Group">The requester group; <c>null</c>: none.</param>
public sealed record MemberRecord(
    AccountId Account, Role Role, bool IsActive, string Name, string Email, string Language, string? Group = null)
{
    /// <summary>Invited, or known by address only: tickets can be opened for them, though they cannot sign in yet.</summary>
    public bool IsExpected { get; init; }

    /// <summary>IANA name; <c>null</c>: the tenant's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Belongs to the tenant's staff, whether or not active now.</summary>
    public bool IsStaff => Role is Role.Agent or Role.Manager or Role.Admin;

    /// <summary>Can be given work now.</summary>
    public bool Serves => IsActive && IsStaff;
}
