using System.Buffers.Text;
using Helpdesk.Api.Tests.SignIn.OpenId;
using Helpdesk.Grains.Hosting.Calls;
using Helpdesk.Postgres.SignIn.OpenId;

namespace Helpdesk.Api.Tests.SignIn;

/// <summary>Everything that opens something, handed out once to somebody, by what it is.</summary>
internal sealed class HandedOut(ApiFixture api)
{
    public const string Host = "musterstadt";

    /// <summary>Under this name a call between grains carries it.</summary>
    public const string Pass = "helpdesk.tenant";

    private readonly Dictionary<string, string> secrets = [];
    private string cookie = "";

    public IReadOnlyDictionary<string, string> Secrets => secrets;

    public string ApiKeyStart => secrets["API key"][..13];

    public string CookieStart => secrets["cookie"][.."__Host-helpdesk=".Length] + secrets["cookie"]["__Host-helpdesk=".Length..][..33];

    public OidcProgram Program { get; private set; } = null!;

    public HttpClient Customer { get; private set; } = null!;

    public static async Task<HandedOut> All(ApiFixture api)
    {
        var all = new HandedOut(api);
        await all.SignIns();
        await all.Programs();
        await all.Mails();
        await all.Seals();
        return all;
    }

    /// <summary>Handed out once more: a code is good for a minute only.</summary>
    public async Task RenewCode() => secrets["code"] = await Program.Code(cookie);

    private async Task SignIns()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Agent, email);
        var tokens = await api.Tokens(Host, email);
        (secrets["access token"], secrets["refresh token"]) = (tokens.AccessToken, tokens.RefreshToken);
        secrets["password"] = ApiFixture.Password;
        var (secret, codes) = await SecondFactorTests.SwitchOn(api, api.Client(Host, tokens.AccessToken));
        (secrets["secret of a second factor"], secrets["recovery code"]) = (secret, codes[0]);
        secrets["recovery code without hyphens"] = codes[0].Replace("-", "");
        var browser = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, browser);
        var answer = await api.Client(Host).Post(
            "/api/v1/auth/login", new { email = browser, password = ApiFixture.Password, session = true });
        secrets["cookie"] = answer.SetCookie("__Host-helpdesk")!.Split(';')[0];
        secrets["cookie of the device"] = answer.SetCookie("__Host-helpdesk-device")!.Split(';')[0].Split('=', 2)[1];
        secrets["anti-forgery token"] = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["anti_forgery_token"]!;
    }

    private async Task Programs()
    {
        var admin = await api.As(Host, Role.Admin);
        secrets["API key"] = (string)(await admin.Post(
            "/api/v1/api-keys", new { name = "CMS", scopes = new[] { "tickets:read" } }).Json(HttpStatusCode.Created))["key"]!;
        Program = await OidcProgram.Create(api);
        secrets["secret of a client"] = Program.Secret!;
        (cookie, _) = await Program.Person();
        secrets["refresh token of a program"] = (string)(await Program.Tokens(cookie))["refresh_token"]!;
        secrets["code"] = await Program.Code(cookie);
        var keys = api.Get<TokenSecrets>();
        secrets["key that signs refresh tokens"] = Convert.ToHexStringLower(keys.Authentication);
        secrets["key that encrypts refresh tokens"] = Convert.ToHexStringLower(keys.Encryption);
    }

    private async Task Mails()
    {
        var (forgetful, invited, newcomer, mover) = (Some.Email(), Some.Email(), Some.Email(), Some.Email());
        await api.Enrol(api.Musterstadt, Role.Customer, forgetful);
        await api.Client(Host).Post("/api/v1/auth/password/reset", new { email = forgetful }).ShouldAnswer(HttpStatusCode.Accepted);
        var admin = await api.As(Host, Role.Admin);
        await admin.Post("/api/v1/users", new { email = invited, name = "Erika Mustermann", role = "customer" }).ShouldAnswer(
            HttpStatusCode.Created);
        await api.Client(Host).Post("/api/v1/auth/register", new { email = newcomer, name = "Max Mustermann" }).ShouldAnswer(
            HttpStatusCode.Accepted);
        Customer = await api.As(Host, Role.Customer);
        await Customer.Post("/api/v1/me/email", new { email = mover, password = ApiFixture.Password }).ShouldAnswer(
            HttpStatusCode.Accepted);
        foreach (var (what, to) in new[]
        {
            ("link for a password", forgetful), ("link of an invitation", invited), ("link of a registration", newcomer),
            ("link for an address", mover),
        })
            secrets[what] = (await Eventually.Comes(async () => (await api.Mail(to))?.Token));
    }

    private async Task Seals()
    {
        var agent = await api.As(Host, Role.Agent);
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var rater = await api.SignedIn(Host, email);
        var ticket = (await rater.Open()).Id();
        await rater.Open();
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/close", new { resolution_text = "Fertig" }).Json();
        secrets["link for a rating"] = await Eventually.Comes(
            async () => await api.Mail(email) is { Token: { } token, About: not null } ? token : null);
        Customer = rater;
        secrets["cursor"] = (string)(await rater.Get($"{TicketCalls.Tickets}?limit=1").Json())["next_cursor"]!;
        api.Get<TenantPasses>().Enter(api.Musterstadt);
        secrets["pass of a tenant"] = (string)RequestContext.Get(Pass)!;
    }
}

/// <summary>All that lies in the database, as a dump writes it down: every column of every row of every table, whoever owns it.</summary>
internal sealed class Dump(IReadOnlyList<(string Column, string Value)> values)
{
    private readonly string text = string.Join('\n', values.Select(value => value.Value));

    public IReadOnlyList<(string Column, string Value)> Values => values;

    public static async Task<Dump> Of(ApiFixture api)
    {
        var tables = await api.Column("""
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
            """);
        var values = new List<(string, string)>();
        foreach (var table in tables)
        {
            await using var command = api.Postgres.Superuser.CreateCommand(
                $"select distinct '{table}.' || c.key, c.value from {table} t, lateral jsonb_each_text(to_jsonb(t)) c "
                    + "where c.value is not null");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                values.Add((reader.GetString(0), reader.GetString(1)));
        }

        return new(values);
    }

    /// <summary>Whether it lies there, however it may be written.</summary>
    public bool Holds(string secret) => Spellings(secret).Any(spelling => text.Contains(spelling, StringComparison.OrdinalIgnoreCase));

    // A part suffices: what stands before the last mark of a key, cookie or token is often its name, which may be known.
    private static IEnumerable<string> Spellings(string secret)
    {
        foreach (var part in secret.Split('.', '=').Append(secret[(secret.LastIndexOf('_') + 1)..]).Append(secret).Where(IsLong))
        {
            yield return part;
            foreach (var bytes in Meanings(part))
            {
                yield return Convert.ToHexStringLower(bytes);
                yield return Convert.ToBase64String(bytes).TrimEnd('=');
                yield return Base64Url.EncodeToString(bytes);
            }
        }
    }

    // Sixteen characters: shorter parts are not what makes it unguessable.
    private static bool IsLong(string part) => part.Length >= 16;

    private static IEnumerable<byte[]> Meanings(string part)
    {
        yield return Encoding.UTF8.GetBytes(part);
        if (part.Length % 2 == 0 && part.All(char.IsAsciiHexDigit))
            yield return Convert.FromHexString(part);
        if (Base64Url.IsValid(part))
            yield return Base64Url.DecodeFromChars(part);
        if (part.All(letter => "abcdefghijklmnopqrstuvwxyz234567".Contains(char.ToLowerInvariant(letter))))
            yield return FromBase32(part);
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString(
            "abcdefghijklmnopqrstuvwxyz234567".IndexOf(char.ToLowerInvariant(letter)), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }
}
