namespace Helpdesk.Domain.Access;

/// <summary>Random bytes that belong to one installation, made once and shared by all its processes through the record. Read while the host starts.</summary>
public interface IInstallationSecret
{
    /// <summary>At least 32 bytes. Derive a key for each purpose; never use it as one.</summary>
    /// <exception cref="InvalidOperationException">The host has not started yet.</exception>
    byte[] Value { get; }
}
