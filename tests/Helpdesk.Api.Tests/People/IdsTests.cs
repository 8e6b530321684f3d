namespace Helpdesk.Api.Tests.People;

/// <summary>Ids begin with a moment, and lists sort by them where moments are equal: it is the platform's clock that counts.</summary>
[Collection(SharedHosts.MovedForPeople)]
public sealed class IdsTests(ApiFixture api)
{
    [Fact]
    public async Task What_is_made_is_named_by_the_platforms_clock()
    {
        api.Time.Advance(TimeSpan.FromHours(3));
        var admin = await api.As("musterstadt", Role.Admin);
        var user = await admin.Post("/api/v1/users", new { email = Some.Email(), name = "Neu", role = "customer" }).Json(
            HttpStatusCode.Created);
        var key = await admin.Post("/api/v1/api-keys", new { name = Some.Word(), scopes = new[] { "tickets:read" } }).Json(
            HttpStatusCode.Created);
        var ticket = await admin.Post("/api/v1/tickets", new { subject = "S", description = "D" }).Json(HttpStatusCode.Created);
        var path = $"/api/v1/tickets/{ticket["id"]}";
        var comment = await admin.Post($"{path}/comments", new { body = "B" }).Json(HttpStatusCode.Created);
        var entry = await admin.Post($"{path}/time-entries", new { minutes = 5 }).Json(HttpStatusCode.Created);
        await admin.Delete($"/api/v1/api-keys/{key["id"]}").ShouldAnswer(HttpStatusCode.NoContent);

        foreach (var made in new[] { user, key, ticket, comment, entry })
            (api.Time.GetUtcNow() - MomentOf((string)made["id"]!)).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(5));
    }

    private static DateTimeOffset MomentOf(string id) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(id.Replace("-", "")[..12], 16));
}
