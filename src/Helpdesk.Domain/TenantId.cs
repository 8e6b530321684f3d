namespace Helpdesk.Domain;

/// <summary>The inward name of a tenant; never changes. The outward name is its slug.</summary>
public readonly record struct TenantId(Guid Value)
{
    /// <summary>The home of service staff and operators. Exists from the first migration; has no tickets of its own.</summary>
    public static readonly TenantId Platform = new(new Guid("00000000-0000-7000-8000-000000000001"));

    public override string ToString() => Value.ToString("D");
}
