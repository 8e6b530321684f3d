namespace Helpdesk.Domain;

/// <summary>A person's login. Belongs to one home tenant; may be a member of many.</summary>
public readonly record struct AccountId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
