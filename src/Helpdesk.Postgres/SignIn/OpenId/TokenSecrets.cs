using Helpdesk.Postgres.Sealing;

namespace Helpdesk.Postgres.SignIn.OpenId;

/// <summary>
/// Keys for tokens that nobody but the platform reads: refresh tokens and codes. They follow from the master key, so all processes have the
/// same ones, they outlive every signing key, and none is in the database.
/// </summary>
public sealed class TokenSecrets(MasterKey master)
{
    public byte[] Authentication { get; } = master.Derive("helpdesk internal token authentication");

    public byte[] Encryption { get; } = master.Derive("helpdesk internal token encryption");
}
