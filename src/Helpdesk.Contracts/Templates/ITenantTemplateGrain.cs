using Helpdesk.Domain.Templates;

namespace Helpdesk.Contracts.Templates;

/// <summary>One template for new tenants. Key: <c>{platform:D}/{id:D}</c>, the id as <see cref="TenantTemplate.IdOf"/> has it.</summary>
[Alias("ITenantTemplateGrain")]
public interface ITenantTemplateGrain : IGrainWithStringKey
{
    /// <param name="version">As read, 0 for the standard one that nobody has written; <c>null</c>: there must be none.</param>
    [Alias("Save")]
    Task<Result<Outcome<TenantTemplate>>> Save(
        Caller caller, CommandId id, string key, string name, TemplateContent content, int? version, CancellationToken cancellation);

    /// <summary>Makes one from what a living tenant works by, without its people. There must be none of this key.</summary>
    /// <param name="from">Slug of the tenant.</param>
    [Alias("Copy")]
    Task<Result<Outcome<TenantTemplate>>> Copy(
        Caller caller, CommandId id, string key, string name, string from, CancellationToken cancellation);

    /// <param name="version"><c>null</c>: whatever it is.</param>
    [Alias("Remove")]
    Task<Result<Outcome<TenantTemplate>>> Remove(Caller caller, CommandId id, string key, int? version, CancellationToken cancellation);
}
