using System.Buffers.Text;
using Helpdesk.Api.Tests.FeatureFlags;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tests.SignIn;

/// <summary>
/// Who has a copy of the database, the platform's code and not the master key gets in nowhere: sealed tokens can be opened and made with
/// the master key alone, of all others only hashes are kept. What lies in the database itself is looked at in Helpdesk.Postgres.Tests.
/// </summary>
public sealed class CopyOfTheDatabaseTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Tickets = TicketCalls.Tickets;

    private readonly ForeignSeals attacker = new();

    [Fact]
    public async Task No_link_for_a_rating_can_be_made()
    {
        var (seals, purpose) = (api.Get<ISeals>(), new SealPurpose(SealKind.RatingLink, api.Musterstadt));
        var ticket = (await (await api.As("musterstadt", Role.Customer)).Open()).Id();
        var agent = await api.As("musterstadt", Role.Agent);
        await agent.Post($"{Tickets}/{ticket}/close", new { resolution_text = "Fertig" }).Json();
        SatisfactionLink link = new(api.Musterstadt, new(Guid.Parse(ticket)), 1, Instant.FromUtc(2100, 1, 1, 0, 0));
        var anybody = api.Client("musterstadt");
        await anybody.Get(Rating(link.Seal(seals))).Json(); // the platform's own would open it

        var genuine = Base64Url.DecodeFromChars(link.Seal(seals));
        var plain = seals.Open(purpose, genuine)!;
        foreach (var forged in (byte[][])[attacker.Seal(purpose, plain), attacker.Forge(purpose, plain, genuine)])
            await anybody.Post(Rating(Base64Url.EncodeToString(forged)), new { rating = 1 }).ShouldRefuse(
                HttpStatusCode.NotFound, "not-found");
        foreach (var kind in Enum.GetValues<SealKind>().Where(kind => kind is not SealKind.RatingLink))
        {
            var foreign = Base64Url.EncodeToString(seals.Seal(new(kind, api.Musterstadt), plain));
            await anybody.Get(Rating(foreign)).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        }
    }

    [Fact]
    public async Task No_cursor_can_be_made()
    {
        var customer = await api.As("musterstadt", Role.Customer);
        foreach (var _ in Enumerable.Range(0, 2))
            await customer.Open();
        var cursor = (string)(await customer.Get($"{Tickets}?limit=1").Json())["next_cursor"]!;
        await customer.Get($"{Tickets}?limit=1&cursor={cursor}").Json();

        var forged = attacker.Forge(new(SealKind.Cursor, api.Musterstadt), "{}"u8.ToArray(), genuine: Base64Url.DecodeFromChars(cursor));
        var elsewhere = await api.As("beispielburg", Role.Customer);
        foreach (var (who, wrong) in new[] { (customer, Base64Url.EncodeToString(forged)), (elsewhere, cursor) })
            await who.Get($"{Tickets}?limit=1&cursor={wrong}").ShouldRefuse(HttpStatusCode.BadRequest, "invalid-cursor");
    }

    [Fact]
    public async Task Nothing_that_is_stored_signs_anybody_in()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Admin, email);
        await api.Tokens("musterstadt", email);
        var key = await api.Key("musterstadt");
        await api.Client("musterstadt").Post("/api/v1/auth/password/reset", new { email }).ShouldAnswer(HttpStatusCode.Accepted);

        var hashes = await api.Column("""
            select encode(value, 'hex') from (
                select secret_hash from session union all select token_hash from mailed_link union all select secret_hash from api_key
                union all select secret_hash from oidc_application union all select unnest(recovery_codes) from account
                union all select device_hash from known_device
            ) stored (value) where value is not null
            """);
        var texts = await api.Column("select unnest(array[id::text, session_id::text, reference_id, payload]) from oidc_token");
        hashes.Count.ShouldBeGreaterThan(2);
        texts.Count.ShouldBeGreaterThan(2);
        var anybody = api.Client("musterstadt");
        foreach (var text in hashes.SelectMany(Spellings).Concat(texts.Where(text => text.Length > 0)))
        {
            foreach (var bearer in (string[])[text, $"{key[..13]}{text}"])
                await api.Client("musterstadt", bearer).Get(Tickets).ShouldAnswer(HttpStatusCode.Unauthorized);
            await anybody.Post("/api/v1/auth/refresh", new { refresh_token = text }).ShouldAnswer(HttpStatusCode.Unauthorized);
            await anybody.Post("/api/v1/auth/password/reset/confirm", new { token = text, password = "Sieben Türme stehen im Nebel" })
                .ShouldRefuse(HttpStatusCode.Gone, "link-void");
        }
    }

    private static string Rating(string token) => $"/api/v1/satisfaction/{token}";

    private static string[] Spellings(string hex)
    {
        var bytes = Convert.FromHexString(hex);
        return [hex, Base64Url.EncodeToString(bytes), Convert.ToBase64String(bytes)];
    }
}
