using System.Buffers.Text;
using Helpdesk.Contracts;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Grains.Hosting.Calls;
using Orleans.Runtime;

namespace Helpdesk.Api.Tests.SignIn;

/// <summary>
/// Somebody holds a dump of the database and the platform's code. Everything that opens something was handed out before; none of it lies in
/// the dump, and what lies there opens nothing, whatever column it comes from: a new table is looked at without a word here.
/// </summary>
public sealed class DumpTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly HashSet<HttpStatusCode> Refusals =
    [
        HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.Gone,
        HttpStatusCode.UnprocessableEntity,
    ];

    // Who guesses a secret too often waits, and what it is given then is not looked at.
    private const int BeforeOneMustWait = 40;

    private int tries;

    [Fact]
    public async Task Nothing_that_was_handed_out_lies_in_it()
    {
        var handedOut = await HandedOut.All(api);
        var dump = await Dump.Of(api);
        dump.Values.Count.ShouldBeGreaterThan(500, "everything must have been looked at");
        foreach (var (what, secret) in handedOut.Secrets)
            dump.Holds(secret).ShouldBeFalse(what);

        // The search finds what does lie there: as text within a document, and as bytes.
        foreach (var (what, secret) in handedOut.Secrets.Where(pair => pair.Key is "link for a password" or "API key" or "cookie"))
        {
            await using var plant = api.Postgres.Superuser.CreateCommand("insert into sealing_key (name, xml) values ($1, $2)");
            plant.Parameters.Add(new() { Value = what });
            plant.Parameters.Add(new() { Value = $"<seen at=\"{secret}\"/>" });
            await plant.ExecuteNonQueryAsync();
            (await Dump.Of(api)).Holds(secret).ShouldBeTrue(what);
            plant.CommandText = "update sealing_key set xml = encode(convert_to($2, 'UTF8'), 'hex') where name = $1";
            await plant.ExecuteNonQueryAsync();
            (await Dump.Of(api)).Holds(secret).ShouldBeTrue(what);
            plant.CommandText = "delete from sealing_key where name = $1 and $2 <> ''";
            await plant.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    public async Task Nothing_that_lies_in_it_opens_a_door()
    {
        var handedOut = await HandedOut.All(api);
        var keys = Keys(await Dump.Of(api)).ToList();
        keys.Count.ShouldBeGreaterThan(200);
        var doors = Doors(handedOut).ToList();
        foreach (var (what, door) in doors)
        {
            foreach (var (column, key) in what == "secret of a client" ? keys.Take(BeforeOneMustWait) : keys)
                (await door(key)).ShouldBeOneOf([.. Refusals], $"{what} with a value of {column}");
        }

        // Each door is one: what was handed out for it opens it.
        await handedOut.RenewCode();
        foreach (var (what, door) in doors)
            ((int)await door(Genuine(handedOut, what))).ShouldBeLessThan(400, what);
    }

    [Fact]
    public async Task No_pass_of_a_tenant_can_be_made()
    {
        var (seals, attacker, purpose) = (api.Get<ISeals>(), new ForeignSeals(), new SealPurpose(SealKind.TenantPass, api.Musterstadt));
        await Ask();

        var genuine = seals.Seal(purpose, []);
        var forged = (byte[][])[attacker.Seal(purpose, []), attacker.Forge(purpose, [], genuine),
            seals.Seal(purpose with { Tenant = api.Beispielburg }, []), seals.Seal(purpose with { Kind = SealKind.Cursor }, [])];
        var stored = (await Dump.Of(api)).Values.Select(value => value.Value).Take(500);
        foreach (var pass in forged.Select(Convert.ToBase64String).Concat(stored))
            await Should.ThrowAsync<UnauthorizedAccessException>(() => Ask(pass));

        Task Ask(string? pass = null)
        {
            api.Get<TenantPasses>().Enter(api.Musterstadt);
            if (pass is not null)
                RequestContext.Set(HandedOut.Pass, pass);
            return api.Get<IGrainFactory>().GetGrain<ILicenceGrain>(GrainKeys.Of(api.Musterstadt)).Read(
                new(api.Musterstadt, new AccountId(api.Operator), Role.Operator, "test"), default);
        }
    }

    private IEnumerable<(string What, Func<string, Task<HttpStatusCode>> Try)> Doors(HandedOut handedOut)
    {
        yield return ("access token", key => Status(api.Client(HandedOut.Host, key).Get("/api/v1/tickets")));
        yield return ("API key", key => Status(api.Client(HandedOut.Host, handedOut.ApiKeyStart + key).Get("/api/v1/tickets")));
        yield return ("cookie", key => Status(api.Client(HandedOut.Host).Get("/api/v1/me", ("Cookie", handedOut.CookieStart + key))));
        yield return ("refresh token", key => Post("refresh", new { refresh_token = key }));
        yield return ("secret of a client", key => Secret(handedOut.Program.Id, key));
        yield return ("refresh token of a program", key => Exchange(new()
        { ["grant_type"] = "refresh_token", ["refresh_token"] = key }));
        yield return ("code", key => Status(handedOut.Program.Exchange(key)));
        yield return ("link for a password", key => Post("password/reset/confirm", new { token = key, password = NewPassword }));
        yield return ("link of an invitation", key => Post("invitations/accept", new { token = key, password = NewPassword }));
        yield return ("link of a registration", key => Post("register/confirm", new { token = key, password = NewPassword }));
        yield return ("link for an address", key => Post("email/confirm", new { token = key }));
        yield return ("link for a rating", key => Status(api.Client(HandedOut.Host).Get($"/api/v1/satisfaction/{key}")));
        yield return ("cursor", key => Status(handedOut.Customer.Get($"/api/v1/tickets?limit=1&cursor={Uri.EscapeDataString(key)}")));

        async Task<HttpStatusCode> Secret(string client, string key)
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            { ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = key, ["scope"] = "tickets:read" });
            var anywhere = api.Client(HandedOut.Host);
            anywhere.DefaultRequestHeaders.Add("Test-Address", $"10.{++tries}.0.1");
            return await Status(anywhere.PostAsync("/api/v1/auth/token", form));
        }

        Task<HttpStatusCode> Exchange(Dictionary<string, string> form) => Status(handedOut.Program.Ask("token", form));

        Task<HttpStatusCode> Post(string path, object body) => Status(api.Client(HandedOut.Host).Post($"/api/v1/auth/{path}", body));
    }

    private const string NewPassword = "Sieben Türme stehen im Nebel";

    // A door adds what stands before the secret itself.
    private static string Genuine(HandedOut handedOut, string what) => what switch
    {
        "API key" => handedOut.Secrets[what][handedOut.ApiKeyStart.Length..],
        "cookie" => handedOut.Secrets[what][handedOut.CookieStart.Length..],
        _ => handedOut.Secrets[what],
    };

    /// <summary>A few values of each column as they lie there and, of bytes, in the ways in which secrets are written.</summary>
    private static IEnumerable<(string Column, string Key)> Keys(Dump dump) =>
        from column in dump.Values.Where(value => CanTravel(value.Value)).GroupBy(value => value.Column)
            .OrderByDescending(column => Many(column.Key))
        from value in column.Take(Many(column.Key))
        from spelling in Spellings(value.Value)
        select (column.Key, spelling);

    // Whatever is there once for each secret: all of it.
    private static int Many(string column) =>
        column.Contains("hash", StringComparison.Ordinal) || column.Contains("token", StringComparison.Ordinal) ? 25 : 2;

    private static bool CanTravel(string value) => value.Length is >= 16 and <= 600 && value.All(letter => letter is > ' ' and <= '~');

    private static IEnumerable<string> Spellings(string value)
    {
        if (!value.StartsWith("\\x", StringComparison.Ordinal))
            return [value.Replace('/', '_')];
        var bytes = Convert.FromHexString(value[2..]);
        return [value[2..], Base64Url.EncodeToString(bytes), Encoding.ASCII.GetString(bytes).All(char.IsAsciiLetterOrDigit)
            ? Encoding.ASCII.GetString(bytes) : value[2..].ToUpperInvariant()];
    }

    private static async Task<HttpStatusCode> Status(Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        return answer.StatusCode;
    }
}
