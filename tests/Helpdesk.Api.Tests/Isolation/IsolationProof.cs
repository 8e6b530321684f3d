namespace Helpdesk.Api.Tests.Isolation;

/// <summary>What a proof found. Without cases it has proven nothing.</summary>
internal sealed record Report(int Cases, IReadOnlyList<string> Faults);

/// <summary>
/// That one municipality learns nothing of another and changes nothing there: every place in which a request can name something, with
/// something of the other municipality and with something that does not exist. Both must answer alike, and not a row of the other may be
/// written.
/// </summary>
/// <param name="tamper">Stands between the callers and the host, for the proof that this proof can fail.</param>
internal sealed class IsolationProof(ApiFixture api, OpenApiContract contract, Known known, Func<HttpClient, HttpClient>? tamper = null)
{
    public const string Own = "musterstadt";
    public const string Foreign = "beispielburg";

    private readonly DocumentedRequests requests = new(contract, known);
    private readonly List<string> faults = [];
    private Dictionary<string, string> foreign = [];
    private int cases;

    /// <summary>Ids and keys in paths at a municipality's own host, for members of each role.</summary>
    public Task<Report> OfPaths(Func<Operation, bool>? only = null) => Prove(async () =>
    {
        var own = await All(await api.As(Own, Role.Admin));
        foreach (var role in new[] { Role.Customer, Role.Agent, Role.Admin })
        {
            var caller = Through(await api.As(Own, role));
            foreach (var (operation, asked, collection, isId) in PathCases(AtTenants(only)))
            {
                var theirs = await Ask(caller, operation, own, asked, foreign[collection]);
                var nobodys = await Ask(caller, operation, own, asked, isId ? Guid.CreateVersion7().ToString() : Some.Word());
                Judge($"{role} {operation.Id} {{{asked}}}", theirs, nobodys, mustRefuse: isId);
            }
        }
    });

    /// <summary>
    /// Ids and words in bodies. One's own must be taken where the other's is refused: otherwise something else was refused.
    /// </summary>
    /// <param name="spoilt">With a member that there is not: then all the rest is judged and nothing is done.</param>
    public Task<Report> OfBodies(Func<Operation, bool>? only = null, bool spoilt = false) => Prove(async () =>
    {
        var admin = await api.As(Own, Role.Admin);
        foreach (var operation in AtTenants(only))
        {
            foreach (var reference in IdsInSchemas.InBody(contract, operation))
            {
                if (!known.References.TryGetValue(reference.Name, out var collection))
                {
                    faults.Add($"{operation.Id} {reference.Place}: say in References what '{reference.Name}' names");
                    continue;
                }

                if (KeptAsWritten.Contains(operation.Id))
                    continue;
                var own = new OwnThings(admin, known.Makers);
                var body = await requests.Body(operation, own);
                if (spoilt)
                    body["no_such_member"] = 1;
                if (spoilt && foreign[collection] == await own.Once(collection))
                    continue; // every municipality begins with the same one
                var theirs = await AskBody(Through(admin), operation, own, body, reference, foreign[collection]);
                var nobodys = await AskBody(
                    Through(admin), operation, own, body, reference, reference.IsId ? Guid.CreateVersion7().ToString() : Some.Word());
                var name = $"{operation.Id} {reference.Place}";
                Judge(name, theirs, nobodys, mustRefuse: reference.IsId);
                if (!reference.IsId || spoilt || OfThePath.Contains(reference.Name))
                    continue;
                var ours = await AskBody(Through(admin), operation, own, body, reference, await own.Fresh(collection));
                if (ours.Status >= 400)
                    faults.Add($"{name} proves nothing, one's own is refused as well: {ours}");
            }
        }
    });

    // A draft: nothing that it names is looked up, and whoever wrote it alone reads it.
    private static readonly string[] KeptAsWritten = ["SaveNewTicketDraft"];

    // A thing of the one in the path: one's own of another one is refused as well.
    private static readonly string[] OfThePath = ["seen"];

    /// <summary>Ids and words in query parameters.</summary>
    public Task<Report> OfQueries(Func<Operation, bool>? only = null) => Prove(async () =>
    {
        var admin = await api.As(Own, Role.Admin);
        var own = await All(admin);
        foreach (var operation in AtTenants(only))
        {
            foreach (var reference in IdsInSchemas.InQuery(operation))
            {
                if (!known.References.TryGetValue(reference.Name, out var collection))
                {
                    faults.Add($"{operation.Id} ?{reference.Name}: say in References what it names");
                    continue;
                }

                var nobodys = reference.IsId ? Guid.CreateVersion7().ToString() : Some.Word();
                var (theirs, rest) = (foreign[collection], Needed(operation));
                Judge($"{operation.Id} ?{reference.Name}",
                    await Ask(Through(admin), operation, own, "", "", $"?{reference.Name}={theirs}{rest}", theirs),
                    await Ask(Through(admin), operation, own, "", "", $"?{reference.Name}={nobodys}{rest}", nobodys), mustRefuse: false);
            }
        }
    });

    /// <summary>Cursors that the other municipality's lists gave out.</summary>
    public Task<Report> OfCursors(Func<Operation, bool>? only = null) => Prove(async () =>
    {
        var (admin, email) = (await api.As(Own, Role.Admin), Some.Email());
        await api.Enrol(api.Beispielburg, Role.Admin, email);
        await api.SignedIn(Foreign, email); // so that they have two sessions
        var theirAdmin = await api.SignedIn(Foreign, email);
        var own = await All(admin);
        var things = await All(theirAdmin);
        await All(theirAdmin);
        foreach (var operation in AtTenants(only).Where(
            operation => operation.Method == "GET" && operation.Parameter("cursor") is not null))
        {
            var path = $"{requests.Path(operation, things)}?limit=1{Needed(operation)}";
            if (operation.Id == "Search") // the index follows what was made
                await Eventually.Holds(async () => (int)(await theirAdmin.Get(path).Json())["total"]! > 1);
            var first = await theirAdmin.Get(path);
            if (first.StatusCode != HttpStatusCode.OK || (string?)(await Task.FromResult(first).Json())["next_cursor"] is not { } cursor)
            {
                faults.Add($"{operation.Id} gave no cursor ({first.StatusCode}): make two of what it lists");
                continue;
            }

            await theirAdmin.Get($"{path}&cursor={cursor}").ShouldAnswer(HttpStatusCode.OK);
            var seen = await Ask(Through(admin), operation, own, "", "", $"?limit=1{Needed(operation)}&cursor={cursor}", cursor);
            cases++;
            if (seen.Status != 400 || !seen.Body.Contains("\"invalid-cursor\"", StringComparison.Ordinal))
                faults.Add($"{operation.Id} with the other's cursor: {seen}");
        }
    }, made: false);

    /// <summary>
    /// The addresses at the reserved hosts that name the tenant: somebody who serves one municipality only, and an operator.
    /// </summary>
    public Task<Report> OfNamedTenants(Func<Operation, bool>? only = null) => Prove(async () =>
    {
        var own = await All(await api.As(Own, Role.Admin));
        var email = Some.Email();
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Admin));
        var desk = Through(await api.SignedIn("desk", email));
        var console = Through(await api.SignedIn("console", api.OperatorEmail));
        var named = contract.Operations.Where(operation => operation.Path.StartsWith("/api/v1/tenants/{tenant}", StringComparison.Ordinal)
            && only?.Invoke(operation) != false).ToList();

        foreach (var operation in named.Where(operation => operation.Hosts.Contains("desk")))
        {
            var nowhere = $"nirgends-{Some.Number()}";
            Judge($"desk {operation.Id} {{tenant}}", await Ask(desk, operation, foreign, "tenant", Foreign),
                await Ask(desk, operation, foreign, "tenant", nowhere), mustRefuse: true);
        }

        foreach (var (operation, asked, collection, isId) in PathCases(named))
        {
            foreach (var (caller, host) in new[] { (desk, "desk"), (console, "console") }.Where(one => operation.Hosts.Contains(one.Item2)))
            {
                Judge($"{host} {operation.Id} {{{asked}}}",
                    await Ask(caller, operation, own, asked, foreign[collection]),
                    await Ask(caller, operation, own, asked, isId ? Guid.CreateVersion7().ToString() : Some.Word()), mustRefuse: isId);
            }
        }
    });

    // Without it nothing is asked, and every id would be refused alike.
    private static string Needed(Operation operation) =>
        operation.Parameter("q") is { } words && (bool?)words["required"] == true ? "&q=geheim" : "";

    private async Task<Report> Prove(Func<Task> all, bool made = true)
    {
        (cases, foreign) = (0, made ? await All(await api.As(Foreign, Role.Admin)) : []);
        faults.Clear();
        var before = made ? await Rows() : [];
        await all();
        if (made)
            faults.AddRange((await Rows()).Except(before).Select(row => $"written there: {row}"));
        return new(cases, [.. faults]);
    }

    private void Judge(string name, Seen theirs, Seen nobodys, bool mustRefuse)
    {
        cases++;
        if (theirs != nobodys || mustRefuse && theirs.Status < 400)
            faults.Add($"{name}: {theirs} instead of {nobodys}");
    }

    private HttpClient Through(HttpClient caller) => tamper?.Invoke(caller) ?? caller;

    private IEnumerable<Operation> AtTenants(Func<Operation, bool>? only) => contract.Operations.Where(operation =>
        operation.Path.Split('/')[1] is "api" or "ofrep"
            && (operation.Hosts.Count == 0 || operation.Hosts.Contains("tenant")) && only?.Invoke(operation) != false);

    private IEnumerable<(Operation Operation, string Asked, string Collection, bool IsId)> PathCases(IEnumerable<Operation> operations)
    {
        foreach (var operation in operations)
        {
            foreach (var parameter in operation.In("path"))
            {
                var (name, schema) = ((string)parameter["name"]!, parameter["schema"]!);
                var isId = (string?)(schema["anyOf"]?[0] ?? schema)["format"] == "uuid";
                if (known.Words.Contains(name))
                    continue;
                var collection = DocumentedRequests.Collection(operation.Path, name);
                if (known.Makers.ContainsKey(collection))
                    yield return (operation, name, collection, isId);
                else
                    faults.Add($"{operation.Id} {{{name}}}: say in Makers how to make one of {collection}");
            }
        }
    }

    private async Task<Seen> Ask(HttpClient caller, Operation operation, IReadOnlyDictionary<string, string> own, string asked, string id,
        string query = "", string? forget = null)
    {
        var body = operation.Json["requestBody"] is null ? null : requests.Example(operation.Id)?.ToJsonString();
        (string, string)[] headers = operation.Parameter("If-Match") is null ? [] : [("If-Match", "\"1\"")];
        return await Seen.Of(
            await caller.Send(new(operation.Method), requests.Path(operation, own, asked, id) + query, body, headers), forget ?? id);
    }

    private async Task<Seen> AskBody(HttpClient caller, Operation operation, OwnThings own, JsonNode body, Reference reference, string id)
    {
        var asked = body.DeepClone();
        JsonPlaces.Set(asked, reference.Place, id);
        var path = await requests.Path(operation, own);
        (string, string)[] headers = operation.Parameter("If-Match") is null
            ? [] : [("If-Match", await requests.Version(caller, operation, own))];
        return await Seen.Of(await caller.Send(new(operation.Method), path, asked.ToJsonString(), headers), id);
    }

    private async Task<Dictionary<string, string>> All(HttpClient admin)
    {
        var made = new Dictionary<string, string>();
        foreach (var (collection, make) in known.Makers)
            made[collection] = await make(admin);
        return made;
    }

    /// <summary>Every row of the other municipality with the transaction that wrote it: an update that changes nothing shows as well. Links
    /// of the audit log follow the events by themselves, whenever they do; the events are looked at.</summary>
    // What consumers of the feed write is left out, and what is on its way to devices: it comes late, from what was made there before, and
    // follows from events, which are looked at.
    private async Task<IReadOnlyList<string>> Rows()
    {
        var tables = await api.Column(
            "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid where c.relkind = 'r' and c.relnamespace = "
                + "'public'::regnamespace and a.attname = 'tenant_id' and c.relname not in ('audit_link', 'notification', "
                    + "'notification_item', 'push_delivery', 'mailed_link', 'search_document', 'search_part', 'search_word') order by 1");
        tables.Count.ShouldBeGreaterThan(5);
        var rows = new List<string>();
        foreach (var table in tables)
            rows.AddRange(
                (await api.Column($"select xmin || ' ' || t::text from \"{table}\" t where tenant_id = '{api.Beispielburg}' order by 1"))
                .Select(row => $"{table} {row}"));
        rows.RemoveAll(row => row.Contains(",notification.owed,", StringComparison.Ordinal)
            || row.Contains(",notices,", StringComparison.Ordinal));
        return rows;
    }
}
