namespace Helpdesk.Api.Tests.Tickets;

/// <summary>The addresses of tickets, as short as their meaning.</summary>
internal static class TicketCalls
{
    public const string Tickets = "/api/v1/tickets";

    /// <summary>A new member of the role, signed in, and the id of the account.</summary>
    public static async Task<(HttpClient Client, string Id)> Person(this ApiFixture api, string host, Role role)
    {
        var email = Some.Email();
        var id = await api.Enrol(host == "musterstadt" ? api.Musterstadt : api.Beispielburg, role, email);
        return (await api.SignedIn(host, email), id.ToString("D"));
    }

    public static Task<JsonNode> Open(this HttpClient client, string subject = "Drucker druckt nicht", string priority = "medium") =>
        client.Post(Tickets, new { subject, description = "Seit heute früh.", priority }).Json(HttpStatusCode.Created);

    /// <summary>A team of that key, if there is none yet.</summary>
    public static async Task Team(this ApiFixture api, string host, string key) =>
        await (await api.As(host, Role.Admin)).Post("/api/v1/teams", new { key, name = new { de = key } });

    public static Task<JsonNode> Read(this HttpClient client, string id) => client.Get($"{Tickets}/{id}").Json();

    public static Task<HttpResponseMessage> Say(this HttpClient client, string id, string body, string visibility = "public") =>
        client.Post($"{Tickets}/{id}/comments", new { body, visibility });

    public static Task<HttpResponseMessage> Change(this HttpClient client, string id, int version, object change) =>
        client.Patch($"{Tickets}/{id}", change, ("If-Match", $"\"{version}\""));

    public static string Id(this JsonNode ticket) => (string)ticket["id"]!;

    public static int Version(this JsonNode ticket) => (int)ticket["version"]!;

    public static IEnumerable<string> Bodies(this JsonNode ticket) =>
        ticket["comments"]!["items"]!.AsArray().Select(comment => (string)comment!["body"]!);

    /// <summary>Waits until so many tickets are found by these words, which follows by itself.</summary>
    public static Task Finds(this HttpClient client, string words, int count = 1) => Eventually.Holds(
        async () => (await client.Get($"{Tickets}?text={Uri.EscapeDataString(words)}").Json()).Ids().Count() == count, words);

    public static IEnumerable<string> Ids(this JsonNode list) => list["items"]!.AsArray().Select(item => (string)item!["id"]!);
}
