using System.Security.Cryptography;
using Helpdesk.Domain.Programs;

namespace Helpdesk.Postgres.Tests.Programs;

public sealed class KeysTests(PeopleFixture record) : IClassFixture<PeopleFixture>
{
    [Fact]
    public async Task An_api_key_is_found_by_its_prefix_until_it_is_revoked()
    {
        var keys = record.Get<IApiKeys>();
        var draft = Draft();
        var text = (await keys.Create(draft, record.Trace(), default)).Value;

        var found = (await keys.Find(draft.Tenant, text.Prefix, Some.Moment(), default))!.Value;
        found.SecretHash.ShouldBe(text.Hash);
        found.Key.Scopes.ShouldBe(draft.Scopes);
        found.Key.Environment.ShouldBe("production");
        found.Key.LastUsedAt.ShouldNotBeNull();
        (await keys.Find(Some.Tenant(), text.Prefix, Some.Moment(), default)).ShouldBeNull();
        (await keys.List(draft.Tenant, default)).Single().Id.ShouldBe(draft.Id);

        (await keys.Revoke(Some.Tenant(), draft.Id, record.Trace(), default)).ShouldBeFalse();
        (await keys.Revoke(draft.Tenant, draft.Id, record.Trace(), default)).ShouldBeTrue();
        (await keys.Revoke(draft.Tenant, draft.Id, record.Trace(), default)).ShouldBeFalse();
        (await keys.Find(draft.Tenant, text.Prefix, Some.Moment(), default))!.Value.Key.IsLive(Some.Moment()).ShouldBeFalse();
        (await keys.List(draft.Tenant, default)).ShouldBeEmpty();
        (await record.Kinds(draft.Tenant, draft.Id)).ShouldBe(["api_key.created", "api_key.revoked"]);
    }

    [Fact]
    public async Task There_are_so_many_live_keys_and_no_more_also_when_the_last_two_come_at_once()
    {
        var keys = record.Get<IApiKeys>();
        var draft = Draft();
        await record.Column($"""
            insert into api_key (tenant_id, id, prefix, secret_hash, name, scopes, created_by, created_at, expires_at)
            select '{draft.Tenant}', gen_random_uuid(), 'x' || n, '', 'x', array[]::text[], gen_random_uuid(), now(),
                case when n > {ApiKey.MostLive} - 1 then timestamptz '2020-01-01' end from generate_series(1, {ApiKey.MostLive} + 50) n
            """);

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(
            _ => keys.Create(draft with { Id = Guid.CreateVersion7() }, record.Trace(), default)));

        made.Count(key => key.IsOk).ShouldBe(1, "those that are over do not count");
        made.Where(key => !key.IsOk).ShouldAllBe(key => key.Error.Code == "too-many-programs");
    }

    [Fact]
    public async Task Of_many_processes_one_makes_the_signing_key()
    {
        var keys = record.Get<ISigningKeys>();
        var now = Instant.FromUtc(2031, 1, 1, 0, 0); // no other test here looks that far ahead

        var loaded = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => keys.Load(now, default)));

        loaded.Select(each => SigningKeySchedule.Current(each.Select(key => key.Times), now)!.Id).Distinct().ShouldHaveSingleItem();
        using var pair = ECDsa.Create();
        pair.ImportPkcs8PrivateKey(loaded[0][^1].PrivateKey, out _);
        pair.ExportSubjectPublicKeyInfo().ShouldBe(loaded[0][^1].PublicKey);
        var stored = await record.Column("select encode(private_key, 'hex') from signing_key");
        stored.ShouldNotContain(Convert.ToHexStringLower(loaded[0][^1].PrivateKey));
    }

    [Fact]
    public async Task Keys_change_without_a_gap()
    {
        var keys = record.Get<ISigningKeys>();
        var start = Instant.FromUtc(2040, 1, 1, 0, 0);
        for (var days = 0; days < 100; days++)
        {
            var now = start + Duration.FromDays(days);
            var published = await keys.Load(now, default);
            SigningKeySchedule.Current(published.Select(key => key.Times), now).ShouldNotBeNull();
            published.Count.ShouldBeLessThanOrEqualTo(3);
        }
    }

    private static ApiKey Draft() => new()
    {
        Tenant = Some.Tenant(),
        Id = Guid.CreateVersion7(),
        Prefix = "",
        Name = "CMS",
        Scopes = [ApiScopes.FlagsEvaluate],
        Environment = "production",
        CreatedBy = Some.Account(),
        CreatedAt = Some.Moment(),
        ExpiresAt = null,
        RevokedAt = null,
        LastUsedAt = null,
    };
}
