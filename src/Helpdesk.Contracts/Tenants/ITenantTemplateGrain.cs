using Helpdesk.Domain.Tenants;

namespace Helpdesk.Contracts.Tenants;

/// <summary>One template for new tenants. Key: <c>{platform:D}/{id:D}</c>, the id as <see cref="TemplateKeys.IdOf"/> has it.</summary>
[Alias("ITenantTemplateGrain")]
public interface ITenantTemplateGrain : IGrainWithStringKey
{
    /// <param name="version">As read, 0 for the standard one that nobody has written; <c>null</c>: there must be none.</param>
    [Alias("Save")]
    Task<Result<Outcome<TenantTemplate>>> Save(
        Caller caller, CommandId id, string key, string name, string document, int? version, CancellationToken cancellation);

    /// <param name="version"><c>null</c>: whatever it is.</param>
    [Alias("Remove")]
    Task<Result<Outcome<TenantTemplate>>> Remove(Caller caller, CommandId id, string key, int? version, CancellationToken cancellation);
}

public static class TemplateKeys
{
    public static Guid IdOf(string key) => CommandId.Derive($"tenant-template|{key}");
}
