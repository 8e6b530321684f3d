namespace Helpdesk.Domain.People;

/// <summary>How an account came about.</summary>
public enum RegisteredBy
{
    Themselves,
    Invitation,
    Demo,
}
