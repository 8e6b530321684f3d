using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Helpdesk.Domain.Mail;
using Helpdesk.Postgres.Sealing;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Postgres.Tests.Sealing;

/// <summary>
/// Who has a copy of the database and not the master key can open nothing of it and make nothing that the platform takes for its own.
/// </summary>
public sealed class CopyOfTheDatabaseTests(PeopleFixture record) : IClassFixture<PeopleFixture>
{
    [Fact]
    public async Task No_value_in_it_opens_a_key_of_the_ring_and_none_lies_there_in_clear()
    {
        await FillWithSecrets();
        var ring = await Ring();
        ring.ShouldNotBeEmpty();
        ring.ShouldAllBe(key => !key.ToString().Contains("masterKey", StringComparison.Ordinal));

        var values = await EveryValue();
        values.Count.ShouldBeGreaterThan(200, "everything must have been looked at");
        var keys = values.SelectMany(AsKeys).DistinctBy(Convert.ToHexString).ToList();
        keys.Count.ShouldBeGreaterThan(200);
        foreach (var (key, secret) in from key in keys from secret in ring.Select(SealedIn) select (key, secret))
            Should.Throw<CryptographicException>(() => new MasterKey(key).Open(secret));
        new MasterKey(new byte[32]).Open(SealedIn(ring[0])).ShouldNotBeEmpty("the right one does");
    }

    [Fact]
    public async Task Nothing_that_is_sealed_opens_with_another_master_key_and_nothing_sealed_with_that_is_taken()
    {
        var (tenant, right) = (Some.Tenant(), record.Get<ISeals>());
        await record.Get<ISigningKeys>().Load(Some.Moment(), default);
        await using var attacker = With(RandomNumberGenerator.GetBytes(32));

        await Should.ThrowAsync<StartupRefusedException>(() => attacker.RequireMasterKey(default));
        // Without the check, Data Protection would go on with a key of its own.
        var wrong = attacker.GetRequiredService<ISeals>();
        foreach (var purpose in Enum.GetValues<SealKind>().Select(kind => new SealPurpose(kind, tenant)))
        {
            wrong.Open(purpose, right.Seal(purpose, [1, 2, 3])).ShouldBeNull($"{purpose.Kind}");
            right.Open(purpose, wrong.Seal(purpose, [1, 2, 3])).ShouldBeNull($"{purpose.Kind}");
            right.Open(purpose, new ForeignSeals().Forge(purpose, [1, 2, 3], genuine: right.Seal(purpose, []))).ShouldBeNull(
                $"{purpose.Kind}");
        }

        await Should.ThrowAsync<CryptographicException>(() => attacker.GetRequiredService<ISigningKeys>().Load(Some.Moment(), default));
    }

    [Fact]
    public async Task A_sealed_second_factor_does_not_open_in_the_row_of_somebody_else()
    {
        var (mine, other) = (await record.Member(Some.Tenant()), await record.Member(Some.Tenant()));
        var factors = record.Get<ISecondFactors>();
        foreach (var who in (Membership[])[mine, other])
            (await factors.Begin(await Candidate(who), record.Trace(who), default)).IsOk.ShouldBeTrue();

        await record.Postgres.Run(
            $"update account set totp_pending = (select totp_pending from account where id = '{mine.Account}') where id = "
                + $"'{other.Account}'");

        var candidate = await Candidate(other);
        await Should.ThrowAsync<CryptographicException>(() => factors.Confirm(candidate, "123456", record.Trace(other), default));
    }

    [Fact]
    public async Task Keys_name_what_opens_them_without_the_version_of_the_program()
    {
        await record.Get<ISigningKeys>().Load(Some.Moment(), default);

        foreach (var key in await Ring())
            Decryptor(key).ShouldBe("Helpdesk.Postgres.Sealing.MasterKeyDecryptor, Helpdesk.Postgres");
    }

    private async Task FillWithSecrets()
    {
        var (tenant, now) = (Some.Tenant(), Some.Moment());
        var who = await record.Member(tenant);
        await record.SignIn(who);
        await record.Get<ISigningKeys>().Load(now, default);
        await record.Get<ISecondFactors>().Begin(await Candidate(who), record.Trace(who), default);
        await record.Get<IAccounts>().OweMail(
            tenant, MailOrder.WithLink(LinkPurpose.ResetPassword, who.Account, who.Email, who.Name, who.Language),
            new AccountEvent.PasswordResetRequested(who.Account), record.Trace(who), default);
    }

    private async Task<SignInCandidate> Candidate(Membership who) => (await record.Get<IAccounts>().Find(who.Tenant, who.Email, default))!;

    private async Task<IReadOnlyList<XElement>> Ring() =>
        [.. (await record.Column("select xml from sealing_key order by made_at")).Select(XElement.Parse)];

    private static XElement Secret(XElement key) => key.Descendants().Single(element => element.Attribute("decryptorType") is not null);

    private static string Decryptor(XElement key) => Secret(key).Attribute("decryptorType")!.Value;

    private static byte[] SealedIn(XElement key) => Convert.FromBase64String(Secret(key).Value);

    // Every value of every row of every table.
    private async Task<IReadOnlyList<string>> EveryValue()
    {
        var tables = await record.Column(
            "select quote_ident(table_name) from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'");
        tables.Count.ShouldBeGreaterThan(30);
        var values = new List<string>();
        foreach (var table in tables)
            values.AddRange(await record.Column(
                $"select distinct value from {table} t, lateral jsonb_each_text(to_jsonb(t)) where value is not null"));
        return values;
    }

    // However such a value may be meant: 32 bytes as they are, in hex, in base64, as text, or hashed.
    private static IEnumerable<byte[]> AsKeys(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        yield return SHA256.HashData(bytes);
        if (bytes.Length is >= 16 and <= 128)
            yield return bytes;
        if (value.StartsWith("\\x", StringComparison.Ordinal) && value.Length > 2)
        {
            var raw = Convert.FromHexString(value[2..]);
            yield return raw;
            yield return SHA256.HashData(raw);
        }

        var decoded = new byte[value.Length];
        if (Convert.TryFromBase64String(value, decoded, out var length) && length >= 16)
            yield return decoded[..length];
    }

    private ServiceProvider With(byte[] masterKey)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection(
            [new("Helpdesk:MasterKey", Convert.ToBase64String(masterKey)), new("Helpdesk:Passwords:Iterations", "1000")]);
        builder.Services.AddSingleton(record.Postgres.Database);
        builder.AddAccounts();
        return builder.Services.BuildServiceProvider();
    }
}
