namespace Helpdesk.Domain.Push;

/// <summary>The platform's key, by which push services know who sends (RFC 8292).</summary>
public interface IPushKeys
{
    /// <summary>Made when it is asked for the first time; by one process, however many ask.</summary>
    Task<PushKey> Load(CancellationToken cancellation);
}

/// <param name="PublicKey">An uncompressed point of P-256, as browsers take it.</param>
/// <param name="PrivateKey">PKCS#8.</param>
public sealed record PushKey(byte[] PublicKey, byte[] PrivateKey)
{
    public override string ToString() => nameof(PushKey);
}
