namespace Helpdesk.Domain.People;

/// <summary>How an account came about.</summary>
public enum RegisteredBy
{
    Themselves,
    Invitation,
    Demo,

    /// <summary>A ticket that staff opened for somebody whom nobody knew yet.</summary>
    FirstContact,
}
