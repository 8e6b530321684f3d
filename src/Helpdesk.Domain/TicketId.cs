namespace Helpdesk.Domain;

public readonly record struct TicketId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
