namespace Helpdesk.Domain.Programs;

/// <summary>What can happen to an API key.</summary>
public abstract record ApiKeyEvent(Guid Key)
{
    public sealed record Created(Guid Key, string Prefix, IReadOnlyList<string> Scopes, string? Environment) : ApiKeyEvent(Key);

    public sealed record Revoked(Guid Key) : ApiKeyEvent(Key);
}

/// <summary>What can happen to a client that asks for access tokens.</summary>
public abstract record ApiClientEvent(Guid Client)
{
    public sealed record Created(Guid Client, IReadOnlyList<string> Scopes, string? Environment) : ApiClientEvent(Client);

    public sealed record RedirectUrisReplaced(Guid Client, IReadOnlyList<string> SignedIn, IReadOnlyList<string> SignedOut)
        : ApiClientEvent(Client);

    public sealed record Revoked(Guid Client) : ApiClientEvent(Client);
}
