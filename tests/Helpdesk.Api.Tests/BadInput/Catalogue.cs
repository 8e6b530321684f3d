using System.Globalization;
using Helpdesk.Api.Tests.Http;
using Helpdesk.Api.Tests.People;
using static Helpdesk.Api.Tests.BadInput.Ask;
using static Helpdesk.Api.Tests.BadInput.Who;

namespace Helpdesk.Api.Tests.BadInput;

/// <summary>
/// The catalogue of bad input, row by row: what is sent, and the only answer that is right. <c>«word»</c> stands for what
/// <see cref="Town"/> keeps under it; a row without <c>As</c> is asked by a customer of the town.
/// </summary>
internal static class Catalogue
{
    public static IEnumerable<string> Ids =>
        Enumerable.Range(1, 57).Append(97).Append(98).Append(100).Select(
            number => string.Create(CultureInfo.InvariantCulture, $"B{number:00}"));

    public static readonly IReadOnlyList<NotHere> NotHere =
    [
        new("B52", "There are no custom fields: a ticket has the fields of its schema, and an unknown member is refused (B05)."),
    ];

    public static readonly IReadOnlyList<Elsewhere> Elsewhere =
    [
        new("B08", typeof(RequestLimitsTests), nameof(RequestLimitsTests.A_body_that_does_not_come_is_408_and_hung_up_on)),
        new("B47", typeof(RequestLimitsTests), nameof(RequestLimitsTests.Headers_that_do_not_come_to_an_end_are_hung_up_on)),
        new("B47", typeof(RequestLimitsTests), nameof(RequestLimitsTests.A_body_that_does_not_come_is_408_and_hung_up_on)),
        new("B46", typeof(MethodsTests), nameof(MethodsTests.Nothing_is_tunnelled)),
        new("B48", typeof(MethodsTests), nameof(MethodsTests.HTTP_2_is_not_offered_so_there_are_no_streams_to_reset)),
        new("B54", typeof(PasswordTextTests), nameof(PasswordTextTests.Passwords_count_exactly_as_they_were_typed)),
        new("B97", typeof(UsersTests), nameof(UsersTests.Of_two_admins_who_end_each_other_one_wins_and_the_last_one_stays)),
        new("B100", typeof(UsersTests), nameof(UsersTests.Of_two_admins_who_end_each_other_one_wins_and_the_last_one_stays)),
        new("B100", typeof(ManyAtOnceTests), nameof(
            ManyAtOnceTests.A_thousand_interleaved_commands_leave_a_history_without_gap_and_every_one_of_them_once)),
        new("B100", typeof(RacesTests), nameof(RacesTests.An_agent_who_is_removed_while_answering_leaves_whole_answers_only)),
        new("B100", typeof(RacesTests), nameof(RacesTests.A_ticket_that_is_deleted_while_people_write_takes_no_more)),
        new("B100", typeof(RacesTests), nameof(RacesTests.A_tenant_that_is_suspended_while_people_work_keeps_what_was_acknowledged)),
    ];

    public static readonly IReadOnlyList<Row> Rows =
    [
        .. Json(), .. Texts(), .. Values(), .. Lists(), .. Headers(), .. Framing(), .. States(), .. People(), .. Flags(),
    ];

    // --- JSON ---

    private static IEnumerable<Row> Json() =>
    [
        Refused("B01", "100,000 brackets", Opening(new string('[', 100_000)), 400, "malformed-json"),
        Refused("B02", "nesting of 65 in a free value", Put("/flags/deep", $$$"""{"variants":{"on":{{{Nested(65)}}},"off":false}}""")
            .As(Admin), 400, "malformed-json"),
        Refused("B03", "200,000 members", Opening(Members(200_000)), 413, "too-large"),
        Refused("B03", "100,000 members", Opening(Members(100_000)), 422, "invalid"),
        Refused("B03", "100,000 variants", Put("/flags/many", $$"""{"variants":{{Members(100_000)}}}""").With("If-None-Match", "*")
            .As(Admin), 422, "invalid"),
        Refused("B04", "a member twice", Opening("""{"subject":"a","subject":"b","description":"x"}"""), 400, "malformed-json"),
        Refused("B04", "a member twice deep inside", Put("/flags/twice", """{"variants":{"on":{"a":1,"a":2},"off":false}}""")
            .As(Admin), 400, "malformed-json"),
        Refused("B04", "a member in capitals is another member", Opening("""{"subject":"a","SUBJECT":"b","description":"x"}"""), 422,
            "invalid"),
        .. new[] { "tenant_id", "tenantId", "__proto__", "constructor", "$type", "$ref", "id", "number", "created_at" }
            .Select(name => Refused("B05", name, Opening($$"""{"subject":"a","description":"x","{{name}}":"x"}"""), 422, "invalid")),
        Refused("B06", "null", Opening("null"), 422, "invalid"),
        Refused("B06", "an array", Opening("[]"), 422, "invalid"),
        Refused("B06", "a string", Opening("\"x\""), 422, "invalid"),
        Refused("B06", "a number", Opening("42"), 422, "invalid"),
        Refused("B06", "nothing", Opening(""), 400, "body-required"),
        Refused("B06", "spaces", Opening(" \r\n\t "), 400, "body-required"),
        Refused("B06", "nothing, without a length", new Ask("POST", "/tickets")
            .With("Content-Type", "application/json"), 400, "body-required"),
        Refused("B07", "a comma too many", Opening("""{"subject":"a","description":"x",}"""), 400, "malformed-json"),
        Refused("B07", "a comment", Opening("""{"subject":"a",/* */"description":"x"}"""), 400, "malformed-json"),
        Refused("B07", "NaN", Opening("""{"subject":NaN,"description":"x"}"""), 400, "malformed-json"),
        Refused("B07", "single quotes", Opening("{'subject':'a','description':'x'}"), 400, "malformed-json"),
        Refused("B07", "two documents", Opening("""{"subject":"a","description":"x"}{"subject":"b","description":"x"}"""), 400,
            "malformed-json"),
        Refused("B08", "cut off inside a string", Opening("""{"subject":"a"""), 400, "malformed-json"),
        Bare("B08", "fewer bytes than announced, then hung up", Opening("""{"subject":"a"}""").With("Content-Length", "1000")
            with { HangsUp = true }, 0),
        Refused("B09", "a byte order mark", Opening([0xEF, 0xBB, 0xBF, .. Utf8("""{"subject":"a","description":"x"}""")]), 400,
            "malformed-json"),
        Refused("B09", "UTF-16 that says so", new Ask("POST", "/tickets").Holding(Encoding.Unicode
            .GetBytes("""{"subject":"a","description":"x"}"""), "application/json; charset=utf-16"), 415, "unsupported-media-type"),
        Refused("B09", "UTF-16 that does not say so", Opening(Encoding.Unicode.GetBytes("""{"subject":"a","description":"x"}""")), 400,
            "malformed-json"),
        Refused("B10", "the byte FF", Opening(InSubject(0xFF)), 400, "malformed-json"),
        Refused("B10", "an overlong slash", Opening(InSubject(0xC0, 0xAF)), 400, "malformed-json"),
        Refused("B10", "a surrogate in UTF-8", Opening(InSubject(0xED, 0xA0, 0x80)), 400, "malformed-json"),
        Refused("B11", "half a surrogate pair", Subject(@"""\ud800"""), 400, "malformed-json"),
        Refused("B11", "the other half", Post("/auth/login", """{"email":"\udc00@example.org","password":"x"}""")
            .As(Nobody), 400, "malformed-json"),
        Refused("B11", "as the name of a member", Opening("""{"\ud800":"a","subject":"a","description":"x"}"""), 400, "malformed-json"),
    ];

    // --- Text ---

    private static IEnumerable<Row> Texts() =>
    [
        Refused("B12", "NUL in a subject", Subject(@"""a\u0000b"""), 422, "invalid"),
        Refused("B12", "NUL in a description", Opening("""{"subject":"a","description":"a\u0000b"}"""), 422, "invalid"),
        Refused("B12", "NUL in a category", Opening("""{"subject":"a","description":"x","category":"a\u0000b"}"""), 422, "invalid"),
        Refused("B12", "NUL in a comment", Post("/tickets/«ticket»/comments", """{"body":"a\u0000b"}"""), 422, "invalid"),
        Refused("B12", "NUL in a resolution", Post("/tickets/«ticket»/close", """{"resolution_text":"a\u0000b"}""")
            .As(Agent), 422, "invalid"),
        Refused("B12", "NUL in a name", Patch("/me", """{"name":"a\u0000b"}""").Without("If-Match"), 422, "invalid"),
        Refused("B12", "NUL in an e-mail address", Post("/auth/login", """{"email":"a\u0000b@example.org","password":"x"}""")
            .As(Nobody), 422, "invalid"),
        Refused("B12", "NUL in a query", Get("/tickets?text=a%00b"), 422, "invalid-query"),
        Bare("B12", "NUL in a path", Get("/tickets/%00"), 400),
        Bare("B12", "NUL in a header", Get("/tickets").With("X-Some", "a\0b"), 400),
        .. new[] { @"\u0007", @"\u0085", @"\u2028", @"\ufffe", @"\ufeff", @"\r\n", @"\t" }
            .Select(character => Refused("B13", $"{character} on a line", Subject($"\"a{character}b\""), 422, "invalid")),
        Accepted("B13", "control characters in a text of many lines",
            Opening("""{"subject":"a","description":"a\u0007\u0085\u2028\ufeff\r\nb"}"""), 201),
        Accepted("B14", "directions turned round, which pages isolate", Subject(@"""Rechnung \u202Efdp.exe \u2066x"""), 201),
        Refused("B15", "5,000 combining marks", Subject($"\"a{new string('\u0301', 5_000)}\""), 422, "invalid"),
        Refused("B15", "one grapheme of 10,000 code points", Subject($"\"{string.Join('\u200D', Enumerable.Repeat("👩", 5_000))}\""), 422,
            "invalid"),
        Accepted("B15", "a family of emoji", Subject("\"👨‍👩‍👧‍👦\""), 201),
        Accepted("B15", "200 code points, twice as many UTF-16 units", Subject($"\"{string.Concat(Enumerable.Repeat("👩", 200))}\""), 201),
        .. new[] { " ", @"\u200b", @"\u3164", @"\u00a0\u2003", @"\u2800" }
            .Select(text => Refused("B16", $"only {text}", Subject($"\"{text}\""), 422, "invalid")),
        Refused("B17", "an address in another normal form", Invitation("Ju\u0308rgen.Groß@example.org"), 409, "already-member"),
        Refused("B17", "an address in wide letters", Invitation("Ｊürgen.Groß@example.org"), 409, "already-member"),
        Refused("B17", "a slug in capitals", Tenant("Musterstadt"), 422, "invalid"),
        Refused("B17", "a slug in Cyrillic", Tenant("mustеrstadt"), 422, "invalid"),
        Refused("B18", "ß for SS", Invitation("jürgen.gross@EXAMPLE.org"), 409, "already-member"),
        Refused("B18", "a Turkish i in a slug", Tenant("musterstadı"), 422, "invalid"),
        Refused("B18", "a Turkish I in a host", Bytes(
            "GET /api/v1/auth/status HTTP/1.1\r\nHost: MUSTERSTADT.LOCALHOST\r\nAuthorization: Bearer x\r\nConnection: close\r\n\r\n"), 401,
        "invalid-token"),
        Refused("B19", "a subject of 1 MB", Subject($"\"{new string('a', 1_000_000)}\""), 422, "invalid"),
        Refused("B19", "a subject of 201", Subject($"\"{new string('a', 201)}\""), 422, "invalid"),
        Refused("B19", "a subject of 10 MB", Subject($"\"{new string('a', 10_000_000)}\""), 413, "too-large"),
        Refused("B19", "50 MB announced", new Ask("POST", "/tickets").With("Content-Type", "application/json")
            .With("Content-Length", "50000000"), 413, "too-large"),
        Refused("B19", "a description of 65,537", Opening($$"""{"subject":"a","description":"{{new string('a', 65_537)}}"}"""), 422,
            "invalid"),
        Refused("B20", "a million lines", Opening($$"""{"subject":"a","description":"{{Lines(1_000_000)}}"}"""), 413, "too-large"),
        Refused("B20", "300,000 lines", Opening($$"""{"subject":"a","description":"{{Lines(300_000)}}"}"""), 422, "invalid"),
        Accepted("B20", "32,768 lines", Opening($$"""{"subject":"a","description":"{{Lines(32_768)}}"}"""), 201),
        Accepted("B20", "one line of 65,536", Post("/tickets/«target»/comments", $$"""{"body":"{{new string('a', 65_536)}}"}"""), 201),
    ];

    // --- Numbers, words, ids, dates ---

    private static IEnumerable<Row> Values() =>
    [
        .. new[] { "99999999999999999999", "1e400", "-1", "1.0", "1e3", "0.5", "\"12\"", "\"NaN\"", "true", "[1]" }
            .Select(number => Refused("B21", $"{number} seats", Licence($$"""{"plan":"x","seats":{{number}}}"""), 422, "invalid")),
        Refused("B21", "1e400 basis points", Preview("""{"type":"percentage","basis_points":1e400,"variant":"on"}"""), 422, "invalid"),
        .. new[] { "-1", "0", "1000000000", "201", "abc", "10;DROP", "%2B5", "%205", "1e1", "0x5", "%D9%A3", "" }
            .Select(limit => Refused("B22", $"limit={limit}", Get($"/tickets?limit={limit}"), 422, "invalid-query")),
        Refused("B23", "an offset", Get("/tickets?limit=200&offset=9223372036854775807"), 422, "invalid-query"),
        Refused("B23", "a page", Get("/tickets?page=2147483648"), 422, "invalid-query"),
        Refused("B23", "a limit beyond 64 bits", Get("/tickets?limit=18446744073709551617"), 422, "invalid-query"),
        .. new[] { "999", "\"999\"", "\"Low,High\"", "\"low \"", "\"LOW\"", "1", "\"\"", "null" }
            .Select(word => Refused(
                "B24", $"the priority {word}", Patch("/tickets/«ticket»", $$"""{"priority":{{word}}}""").As(Agent), 422, "invalid")),
        Refused("B24", "a priority in a query", Get("/tickets?priority=Low"), 422, "invalid-query"),
        .. new[] { "\"true\"", "1", "\"yes\"", "null" }
            .Select(value =>
                Refused("B25", $"the truth {value}", Post("/auth/login",
                $$"""{"email":"«customer email»","password":"«password»","session":{{value}}}""").As(Nobody), 422, "invalid")),
        .. new[] { "{0198c0de-7a11-7000-8000-00000000002a}", "0198c0de7a1170008000-00000000002a", "0198c0de7a117000800000000000002a",
            "%7B0x0198c0de,0x7a11%7D", "00000000-0000-0000-0000-000000000000", "0198C0DE-7A11-7000-8000-00000000002A" }
            .Select(id => Refused("B26", id, Get($"/tickets/{id}"), 404, "not-found")),
        Refused("B26", "an id in capitals in a body",
            Post("/tickets/«ticket»/links", """{"ticket":"0198C0DE-7A11-7000-8000-00000000002A"}""").As(Agent), 422, "invalid"),
        .. new[] { "../1", "1%2f..", "1'--", "0", "-1", "%D9%A3", "%2e%2e", "MUST-999999", "BEIS-000001", "MUST-1", "-000001",
            "1;drop%20table", "%F0%9F%98%80", "«ticket»%20",
            new string('a', 4_000) }
            .Select(id => Refused("B27", id.Length > 100 ? "4,000 characters" : id, Get($"/tickets/{id}"), 404, "not-found")),
        Refused("B27", "an encoding that is none", Get("/tickets/%zz"), 404, "not-found"),
        Refused("B28", "in the path", Get("/tickets/«foreign ticket»").As(Admin), 404, "not-found"),
        Refused("B28", "in a body: a link", Post("/tickets/«ticket»/links", """{"ticket":"«foreign ticket»"}""").As(Admin), 422, "invalid"),
        Refused("B28", "in a body: a merge", Post("/tickets/«ticket»/merge", """{"target":"«foreign ticket»"}""")
            .As(Admin), 422, "invalid"),
        Refused("B28", "one foreign among own ones", Put("/sla/policies", """{"ids":["«policy»","0198c0de-7a11-7000-8000-00000000002a"]}""")
            .With("If-Match", "«policies version»").As(Admin), 422, "invalid"),
        Refused("B28", "a foreign cursor", Get("/tickets?limit=1&cursor=«foreign cursor»").As(Agent), 400, "invalid-cursor"),
        Refused("B28", "a foreign credential", Get("/tickets").With("Authorization", "Bearer «foreign token»"), 401, "invalid-token"),
        .. new[] { "2026-03-27T16:30:00", "2026-02-30T10:00:00Z", "2026-01-01T23:59:60Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
            "2026-01-01T00:00:00%2B14:01", "1767225600", "2026-03-29T02:30", "2026-01-01", "2026-01-01T24:00:00Z",
        "%D9%A22026-01-01T00:00:00Z" }
            .SelectMany(date => new[]
            {
                Refused("B29", $"{date} in a query", Get($"/tickets?created_from={date}"), 422, "invalid-query"),
                Refused("B29", $"{date} in a body", Post(
                    "/api-keys", $$"""{"name":"x","scopes":["tickets:read"],"expires_at":"{{Uri.UnescapeDataString(date)}}"}""")
                .As(Admin), 422, "invalid"),
            }),
        Refused("B29", "a number in a body", Post("/api-keys", """{"name":"x","scopes":["tickets:read"],"expires_at":1767225600}""")
            .As(Admin), 422, "invalid"),
        Refused("B30", "from after to", Get("/tickets?created_from=2026-02-01T00:00:00Z&created_to=2026-01-01T00:00:00Z"), 422,
            "invalid-query"),
        Refused("B30", "1,000 years", Get("/tickets?created_from=1026-01-01T00:00:00Z&created_to=2026-01-01T00:00:00Z"), 422,
            "invalid-query"),
        Refused("B30", "a licence that ends before it begins",
            Licence("""{"plan":"x","seats":5,"valid_from":"2026-02-01","valid_to":"2026-01-01"}"""), 422, "invalid"),
        Refused("B30", "a key that has expired already",
            Post("/api-keys", """{"name":"x","scopes":["tickets:read"],"expires_at":"2020-01-01T00:00:00Z"}""").As(Admin), 422, "invalid"),
    ];

    // --- Lists and queries ---

    private static IEnumerable<Row> Lists() =>
    [
        Refused("B31", "a flipped bit", Get("/tickets?limit=1&cursor=«flipped cursor»"), 400, "invalid-cursor"),
        Refused("B31", "another person's", Get("/tickets?limit=1&cursor=«agent's cursor»"), 400, "invalid-cursor"),
        Refused("B31", "another filter's", Get("/tickets?limit=1&cursor=«other filter's cursor»"), 400, "invalid-cursor"),
        Refused("B31", "another list's", Get("/users?cursor=«agent's cursor»").As(Agent), 400, "invalid-cursor"),
        Refused("B31", "garbage", Get("/tickets?cursor=!!!!"), 400, "invalid-cursor"),
        Refused("B31", "garbage in base64", Get($"/tickets?cursor={Convert.ToBase64String(new byte[60])}"), 400, "invalid-cursor"),
        Refused("B31", "nothing", Get("/tickets?cursor="), 400, "invalid-cursor"),
        Refused("B31", "2,000 characters", Get($"/tickets?cursor={new string('A', 2_000)}"), 400, "invalid-cursor"),
        Bare("B31", "1 MB", Get($"/tickets?cursor={new string('A', 1_000_000)}"), 414),
        Refused("B32", "the same twice", Get("/tickets?limit=1&limit=2"), 400, "repeated-parameter"),
        Refused("B32", "an array", Get("/tickets?limit[]=1"), 422, "invalid-query"),
        Refused("B32", "an object", Get("/tickets?limit[a]=1"), 422, "invalid-query"),
        Refused("B32", "1,500 parameters", Get($"/tickets?{string.Join('&', Enumerable.Range(0, 1_500).Select(number => $"a{number}"))}"),
            422, "invalid-query"),
        Refused("B32", "5,000 parameters", Get($"/tickets?{string.Join('&', Enumerable.Range(0, 5_000).Select(number => $"a{number}"))}"),
            414, "address-too-long"),
        Refused("B32", "64 KB", Get($"/tickets?text={new string('a', 65_536)}"), 414, "address-too-long"),
        Refused("B33", "a filter nested 1,000 times", Get($"/tickets?text={new string('(', 1_000)}"), 422, "invalid-query"),
        Refused("B33", "many wildcards", Get($"/tickets?text={string.Concat(Enumerable.Repeat("%25", 1_000))}"), 422, "invalid-query"),
        Accepted("B33", "a regular expression is text", Get("/tickets?text=(a%2B)%2B%24"), 200),
        Accepted("B33", "200 wildcards are text", Get($"/tickets?text={string.Concat(Enumerable.Repeat("%25", 200))}"), 200),
        Accepted("B33", "an open quote is text", Get("/tickets?text=%27%22%5C"), 200),
        Refused("B33", "nothing to search", Get("/search"), 422, "invalid-query"),
        Refused("B33", "only signs to search", Get("/search?q=%25%26%7C!()%27%5C*:"), 422, "invalid-query"),
        Refused("B33", "201 characters to search", Get($"/search?q={new string('a', 201)}"), 422, "invalid-query"),
        Refused("B33", "21 words to search", Get($"/search?q={string.Join("%20", Enumerable.Range(0, 21))}"), 422, "invalid-query"),
        Refused("B33", "NUL to search", Get("/search?q=a%00b"), 422, "invalid-query"),
        Refused("B33", "a type that is none", Get("/search?q=a&type=articles"), 422, "invalid-query"),
        Accepted("B33", "signs between words to search", Get("/search?q=a%25%26%7C!()%27%5C*:-b"), 200),
        .. new[] { "password_hash", "tenant_id", "created_at;drop", "created_at,number", "--created_at", "CREATED_AT", "1", "" }
            .Select(sort => Refused("B34", $"sort={sort}", Get($"/tickets?sort={sort}"), 422, "invalid-query")),
    ];

    // --- Headers ---

    private static IEnumerable<Row> Headers() =>
    [
        Bare("B35", "no host", Bytes("GET /api/v1/tickets HTTP/1.1\r\nAuthorization: Bearer «token»\r\n\r\n"), 400),
        Bare("B35", "two hosts", Bytes(
            "GET /api/v1/tickets HTTP/1.1\r\nHost: musterstadt.localhost\r\nHost: beispielburg.localhost\r\n\r\n"), 400),
        Bare("B35", "a host with a path", Bytes("GET /api/v1/tickets HTTP/1.1\r\nHost: musterstadt.localhost/x\r\n\r\n"), 400),
        Bare("B35", "a host with spaces", Bytes("GET /api/v1/tickets HTTP/1.1\r\nHost: musterstadt .localhost\r\n\r\n"), 400),
        Bare("B35", "a whole address with another host", Bytes(
            "GET http://beispielburg.localhost/api/v1/tickets HTTP/1.1\r\nHost: musterstadt.localhost\r\n\r\n"), 400),
        Refused("B35", "the port 0", Get("/tickets").With("Host", "musterstadt.localhost:0"), 421, "unknown-host"),
        Refused("B35", "the address of the machine", Get("/tickets").With("Host", "127.0.0.1"), 421, "unknown-host"),
        Refused("B35", "a longer domain", Get("/tickets").With("Host", "musterstadt.localhost.evil.example"), 421, "unknown-host"),
        Refused("B35", "a host below a tenant's", Get("/tickets").With("Host", "x.musterstadt.localhost"), 421, "unknown-host"),
        Refused("B35", "a dot at the end", Get("/tickets").With("Host", "musterstadt.localhost."), 421, "unknown-host"),
        Refused("B35", "an unknown tenant", Get("/tickets").With("Host", "niemandsstadt.localhost"), 404, "tenant-unknown"),
        .. new[] { "text/plain", "application/json; charset=utf-7", "application/json; charset=utf-16", "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded", "application/xml", "application/problem+json", "*/*", "x", "" }
            .Select(type => Refused("B36", type.Length > 0
                ? type : "an empty type", Opening(Utf8("""{"subject":"a","description":"x"}"""), type), 415, "unsupported-media-type")),
        Refused("B36", "no type", Opening("""{"subject":"a","description":"x"}""").Without("Content-Type"), 415, "unsupported-media-type"),
        .. new[] { "gzip", "br", "x-unknown", "identity, gzip" }
            .Select(encoding =>
                Refused("B37", encoding, Opening([0x1f, 0x8b, 8, 0, 0]).With("Content-Encoding", encoding), 415, "unsupported-media-type")),
        Accepted("B38", "an image is asked for", Get("/tickets").With("Accept", "image/png"), 200),
        Accepted("B38", "languages of 10 KB", Get("/tickets")
            .With("Accept-Language", string.Join(',', Enumerable.Repeat("de-DE;q=0.5", 900))), 200),
        Refused("B39", "33 KB", Get("/tickets").With("X-Some", new string('a', 33 * 1024)), 431, "headers-too-large"),
        Refused("B39", "200 headers", Enumerable.Range(0, 200)
            .Aggregate(Get("/tickets"), (ask, number) => ask.With($"X-{number}", "a")), 431, "headers-too-large"),
        Bare("B39", "1 MB", Get("/tickets").With("X-Some", new string('a', 1_000_000)), 431),
        Bare("B39", "a lone CR", Get("/tickets").With("X-Some", "a\rb"), 400),
        Bare("B39", "a line that goes on", Get("/tickets").With("X-Some", "a\r\n b"), 400),
        Bare("B39", "a name with a space", Get("/tickets").With("X Some", "a"), 400),
        .. new[] { ("empty", ""), ("256 characters", new string('a', 256)), ("beyond ASCII", "schlüssel"), ("a space inside", "a b"),
            ("a quote left open", "\"abc"), ("a list", "\"a\", \"b\"") }
            .Select(key => Refused("B40", key.Item1, Subject("\"a\"").With("Idempotency-Key", key.Item2), 400, "invalid-idempotency-key")),
        Refused("B40", "two", Subject("\"a\"").With("Idempotency-Key", "a").With("Idempotency-Key", "b"), 400, "invalid-idempotency-key"),
        Refused("B41", "another body", Subject("\"Etwas anderes\"").With("Idempotency-Key", "used-key"), 422, "idempotency-key-reused"),
        Refused("B41", "another route", Post("/tickets/«ticket»/comments", """{"body":"x"}""")
            .With("Idempotency-Key", "used-key"), 422, "idempotency-key-reused"),
        Refused("B42", "missing", Change().Without("If-Match"), 428, "if-match-required"),
        Refused("B42", "any", Change("*"), 422, "invalid"),
        Refused("B42", "weak", Change("W/\"1\""), 412, "stale-version"),
        Refused("B42", "stale", Change("\"7\""), 412, "stale-version"),
        Refused("B42", "beyond 32 bits", Change("\"99999999999\""), 412, "stale-version"),
        Refused("B42", "two values", Change("\"1\", \"2\""), 400, "invalid-if-match"),
        Refused("B42", "two lines", Change("\"1\"").With("If-Match", "\"2\""), 400, "invalid-if-match"),
        Refused("B42", "without quotes", Change("1"), 400, "invalid-if-match"),
        Refused("B42", "empty", Change(""), 400, "invalid-if-match"),
        Accepted("B43", "1,000 ranges of an answer", Get("/tickets").With("Range", ManyRanges), 200),
        Accepted("B43", "1,000 ranges of a file", Get("/api/docs/index.css").With("Range", ManyRanges), 200),
        Accepted("B43", "ranges the wrong way round", Get("/api/docs/index.css").With("Range", "bytes=5-2"), 200),
        Accepted("B43", "a range beyond the end", Get("/api/docs/index.css").With("Range", "bytes=99999999999-"), 200),
        Refused("B44", "empty", Get("/tickets").With("Authorization", "Bearer "), 401, "invalid-token"),
        Refused("B44", "nothing", Get("/tickets").With("Authorization", ""), 401, "invalid-token"),
        Refused("B44", "100 KB", Get("/tickets").With("Authorization", $"Bearer {new string('a', 100_000)}"), 431, "headers-too-large"),
        Refused("B44", "30 KB", Get("/tickets").With("Authorization", $"Bearer {new string('a', 30_000)}"), 401, "invalid-token"),
        Refused("B44", "two headers", Get("/tickets").With("Authorization", "Bearer «token»")
            .With("Authorization", "Bearer x"), 401, "invalid-token"),
        Refused("B44", "Basic", Get("/tickets").With("Authorization", "Basic YTpi"), 401, "invalid-token"),
        Refused("B44", "a key in the address", Get("/tickets?api_key=hdk_x").As(Nobody), 401, "not-signed-in"),
    ];

    // --- HTTP ---

    private static IEnumerable<Row> Framing() =>
    [
        Refused("B45", "a length and chunks", Framed("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400,
            "bad-request"),
        Bare("B45", "two lengths", Framed("Content-Length: 2\r\nContent-Length: 3\r\n", "{}"), 400),
        Bare("B45", "two lengths in one", Framed("Content-Length: 2, 3\r\n", "{}"), 400),
        Bare("B45", "a negative length", Framed("Content-Length: -1\r\n", "{}"), 400),
        Bare("B45", "an unknown coding", Framed("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), 400),
        Refused("B45", "a lone LF in a chunk's extension", Framed("Transfer-Encoding: chunked\r\n", "2;\nxx\r\n{}\r\n0\r\n\r\n"), 400,
            "bad-request"),
        Refused("B45", "a negative chunk", Framed("Transfer-Encoding: chunked\r\n", "-2\r\n{}\r\n0\r\n\r\n"), 400, "bad-request"),
        Refused("B45", "a chunk beyond 64 bits", Framed("Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n"), 400,
            "bad-request"),
        Refused("B46", "TRACE", new("TRACE", "/tickets"), 405, "method-not-allowed"),
        Refused("B46", "FOO", new("FOO", "/tickets"), 405, "method-not-allowed"),
        Refused("B46", "a method in another place", new("DELETE", "/tickets"), 405, "method-not-allowed"),
        Refused("B46", "override by header", Post("/tickets/«ticket»", "{}")
            .With("X-HTTP-Method-Override", "DELETE"), 405, "method-not-allowed"),
        Accepted("B49", "no address speaks WebSocket: the wish is not heard", Get("/tickets").With("Upgrade", "websocket")
            .With("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==").With("Sec-WebSocket-Version", "13"), 200),
        .. new[] { "application/json-patch+json", "application/merge-patch+json" }
            .Select(type => Refused("B50", type, Patch("/tickets/«ticket»", "{}").Holding(Utf8("""{"id":"x"}"""), type)
                .As(Agent), 415, "unsupported-media-type")),
        Refused("B50", "a JSON Patch", Patch("/tickets/«ticket»", """[{"op":"replace","path":"/tenantId","value":"x"}]""")
            .As(Agent), 422, "invalid"),
        .. new[] { "id", "tenant_id", "/-1", "number", "requester", "created_at", "version", "comments", "due_at", "is_internal" }
            .Select(member => Refused("B50", member, Patch("/tickets/«ticket»", $$"""{"{{member}}":"x"}""").As(Agent), 422, "invalid")),
    ];

    // --- The state of things ---

    private static IEnumerable<Row> States() =>
    [
        Refused("B51", "close what is closed", Post("/tickets/«closed»/close", """{"resolution_text":"x"}""")
            .As(Agent), 409, "ticket-already-closed"),
        Refused("B51", "reopen what is merged", Post("/tickets/«merged»/reopen", "{}").As(Agent), 409, "ticket-merged"),
        Refused("B51", "reopen what is open", Post("/tickets/«ticket»/reopen", "{}").As(Agent), 409, "ticket-not-resolved"),
        Refused("B51", "decline what nobody asked for", Post("/tickets/«closed»/reopen/decline", """{"reason":"x"}""")
            .As(Agent), 409, "reopen-not-requested"),
        Refused("B51", "comment on what is deleted", Post("/tickets/«deleted»/comments", """{"body":"x"}"""), 404, "not-found"),
        Refused("B51", "comment on what is merged", Post("/tickets/«merged»/comments", """{"body":"x"}"""), 409, "ticket-merged"),
        Refused("B51", "assign to a customer", Patch("/tickets/«ticket»", """{"assignee":"«customer id»"}""").As(Agent), 422, "invalid"),
        Refused("B51", "merge into itself", Post("/tickets/«ticket»/merge", """{"target":"«ticket»"}""").As(Agent), 422, "invalid"),
        Refused("B51", "merge in a circle", Post("/tickets/«target»/merge", """{"target":"«merged»"}""").As(Agent), 409, "merge-cycle"),
        Refused("B51", "link to itself", Post("/tickets/«ticket»/links", """{"ticket":"«ticket»"}""").As(Agent), 422, "invalid"),
        Refused("B51", "resolve without words", Patch("/tickets/«ticket»", """{"status":"resolved"}""").As(Agent), 422, "invalid"),
        Refused("B51", "work on what nobody has", Patch("/tickets/«ticket»", """{"status":"in_progress"}""")
            .As(Agent), 409, "assignee-required"),
        Refused("B98", "an order of 10,001", Order([.. Enumerable.Range(0, 10_001).Select(_ => Guid.CreateVersion7().ToString())]), 422,
            "invalid"),
        Refused("B98", "an order with one twice", Order("«policy»", "«policy»"), 422, "invalid"),
        Refused("B98", "an order of nothing", Order(), 422, "invalid"),
        Refused("B98", "an order with one that is not there", Order("«policy»", "0198c0de-7a11-7000-8000-00000000002a"), 422, "invalid"),
        Refused("B98", "an order with one that is no id", Order("«policy»", "x"), 422, "invalid"),
    ];

    // --- People and tenants ---

    private static IEnumerable<Row> People() =>
    [
        .. new[] { "a@b", @"\""a b\""@example.org", $"{new string('a', 250)}@example.org", $"{new string('a', 65)}@example.org",
            "a@[127.0.0.1]", "a@example.org.", "a@x.example\\nBcc: e@x.example", "a b@example.org", "@example.org", "a@", "a@@example.org",
            "Max <a@example.org>", "a@example.org,b@example.org", "a..b@example.org", "a@exa_mple.org", "a@-example.org" }
            .Select(email => Refused("B53", email.Length > 60 ? $"{email.Length} characters" : email, Invitation(email), 422, "invalid")),
        Refused("B53", "a list", Post("/users", """{"email":["a@example.org"],"name":"x","role":"customer"}""").As(Admin), 422, "invalid"),
        Accepted("B53", "an international domain, kept as punycode", Invitation("anna@münchen.example"), 201),
        Refused("B54", "of 7 characters", NewPassword("\"abcdefg\""), 422, "invalid"),
        Refused("B54", "with NUL", NewPassword(@"""ein langer\u0000Satz zum Merken"""), 422, "invalid"),
        Refused("B54", "of 10 MB", NewPassword($"\"{new string('a', 10_000_000)}\""), 413, "too-large"),
        Refused("B54", "of 1 MB", NewPassword($"\"{new string('a', 1_000_000)}\""), 422, "invalid"),
        Refused("B54", "everybody's", NewPassword("\"passwordpassword\""), 422, "invalid"),
        Refused("B54", "of 1 MB to sign in", Post("/auth/login",
            $$"""{"email":"«customer email»","password":"{{new string('a', 1_000_000)}}"}""").As(Nobody), 401, "invalid-credentials"),
        .. new[] { "www", "api", "ops", "localhost", "desk", "console", "platform", "xn--mnchen-3ya", "a_b", "-a-b", "ab-",
            new string('a', 64), "A", "ab", "", "a.b", "münchen", "a%20b", "a\\u0000b" }
            .Select(slug => Refused("B55", slug.Length > 40 ? "64 characters" : slug, Tenant(slug), 422, "invalid")),
        Refused("B97", "an admin leaves while others are there", new Ask("DELETE", "/users/«admin id»").As(Admin), 403, "own-membership"),
    ];

    // --- Flags ---

    private static IEnumerable<Row> Flags() =>
    [
        .. new[] { "-1", "10001", "33.333", "\"50\"" }
            .Select(share => Refused("B56", $"{share} basis points",
                Preview($$"""{"type":"percentage","basis_points":{{share}},"variant":"on"}"""), 422, "invalid")),
        Refused("B56", "NaN basis points", Preview("""{"type":"percentage","basis_points":NaN,"variant":"on"}"""), 400, "malformed-json"),
        Refused("B56", "weights of 99 %", Preview("""{"type":"weights","weights":{"on":5000,"off":4900}}"""), 422, "invalid"),
        Refused("B56", "weights of 101 %", Preview("""{"type":"weights","weights":{"on":5000,"off":5100}}"""), 422, "invalid"),
        Refused("B56", "a negative weight", Preview("""{"type":"weights","weights":{"on":-1,"off":10001}}"""), 422, "invalid"),
        Refused("B56", "a circle", Put("/flags/parent-flag",
            """{"variants":{"on":true,"off":false},"default_variant":"off","safe_variant":"off","requires":["child-flag"]}""")
        .With("If-Match", "\"1\"").As(Admin), 422, "invalid"),
        Refused("B56", "one that needs itself", Put(
            "/flags/parent-flag",
        """{"variants":{"on":true,"off":false},"default_variant":"off","safe_variant":"off","requires":["parent-flag"]}""")
        .With("If-Match", "\"1\"").As(Admin), 422, "invalid"),
        Refused("B56", "10,000 strategies", Preview(string.Join(',', Enumerable.Repeat("""{"type":"everyone","variant":"on"}""", 10_000))),
            422, "invalid"),
        Refused("B56", "a regular expression", Preview(
            """{"type":"everyone","variant":"on","where":[{"attribute":"state","operator":"matches","values":["(a+)+$"]}]}"""),
        422, "invalid"),
        Refused("B57", "a number", Evaluation("""{"context":{"targetingKey":7}}"""), 422, "INVALID_CONTEXT"),
        Refused("B57", "NUL", Evaluation("""{"context":{"targetingKey":"a\u0000b"}}"""), 422, "INVALID_CONTEXT"),
        Refused("B57", "half a surrogate pair", Evaluation("""{"context":{"targetingKey":"\ud800"}}"""), 422, "INVALID_CONTEXT"),
        Refused("B57", "1 MB", Evaluation($$$"""{"context":{"targetingKey":"{{{new string('a', 1_000_000)}}}"}}"""), 422,
            "INVALID_CONTEXT"),
        Refused("B57", "257 characters", Evaluation($$$"""{"context":{"targetingKey":"{{{new string('a', 257)}}}"}}"""), 422,
            "INVALID_CONTEXT"),
        Accepted("B57", "empty, where the flag needs none: decided, with reason", Evaluation("""{"context":{"targetingKey":""}}"""), 200),
        Refused("B57", "an unknown flag", Post("/ofrep/v1/evaluate/flags/%20", """{"context":{}}""").As(Cms), 404, "FLAG_NOT_FOUND"),
        Refused("B57", "a flag of 4,000 characters", Post($"/ofrep/v1/evaluate/flags/{new string('a', 4_000)}", """{"context":{}}""")
            .As(Cms), 404, "FLAG_NOT_FOUND"),
        Bare("B57", "a flag with NUL", Post("/ofrep/v1/evaluate/flags/a%00b", """{"context":{}}""").As(Cms), 400),
    ];

    private static Row Refused(string id, string what, Ask ask, int status, string code) => new(id, what, ask, status, code);

    private static Row Accepted(string id, string what, Ask ask, int status) => new(id, what, ask, status, null);

    private static Row Bare(string id, string what, Ask ask, int status) => new(id, what, ask, status, null, IsBare: true);

    private static Ask Opening(string json) => Post("/tickets", json);

    private static Ask Opening(byte[] body, string type = "application/json") => new Ask("POST", "/tickets").Holding(body, type);

    private static Ask Subject(string json) => Opening($$"""{"subject":{{json}},"description":"x"}""");

    private static Ask Change(string ifMatch = "\"1\"") =>
        Patch("/tickets/«ticket»", """{"subject":"Neu"}""").Without("If-Match").With("If-Match", ifMatch).As(Agent);

    private static Ask Invitation(string email) => Post("/users", $$"""{"email":"{{email}}","name":"Erika","role":"customer"}""").As(Admin);

    private static Ask NewPassword(string json) =>
        Post("/auth/password", $$"""{"current_password":"«password»","new_password":{{json}}}""");

    private static Ask Tenant(string slug) => Post("/tenants", $$"""{"slug":"{{slug}}","name":"Stadt"}""").As(Operator);

    private static Ask Licence(string json) => Put("/tenants/musterstadt/licence", json).As(Operator);

    private static Ask Preview(string strategies) => Post(
        "/flags/preview-flag/preview",
        $$"""{"variants":{"on":true,"off":false},"default_variant":"off","safe_variant":"off","strategies":[{{strategies}}]}""").As(Admin);

    private static Ask Evaluation(string json) => Post("/ofrep/v1/evaluate/flags/parent-flag", json).As(Cms);

    private static Ask Order(params string[] ids) =>
        Put("/sla/policies", $$"""{"ids":[{{string.Join(',', ids.Select(id => $"\"{id}\""))}}]}""")
            .With("If-Match", "«policies version»").As(Admin);

    private static Ask Framed(string framing, string body) =>
        Bytes($"POST /api/v1/tickets HTTP/1.1\r\nHost: musterstadt.localhost\r\nAuthorization: Bearer «token»\r\nContent-Type: "
            + $"application/json\r\n{framing}\r\n{body}");

    private static string ManyRanges => "bytes=" + string.Join(',', Enumerable.Repeat("0-", 1_000));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] InSubject(params byte[] bytes) => [.. Utf8("{\"subject\":\"a"), .. bytes, .. Utf8("\",\"description\":\"x\"}")];

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static string Members(int count) =>
        "{" + string.Join(',', Enumerable.Range(0, count).Select(number => $"\"member-{number}\":1")) + "}";

    private static string Lines(int count) => string.Concat(Enumerable.Repeat(@">\n", count));
}
