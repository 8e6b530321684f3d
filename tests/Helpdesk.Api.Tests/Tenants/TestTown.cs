namespace Helpdesk.Api.Tests.Tenants;

/// <summary>A municipality of a test's own, as an operator makes one, with an admin.</summary>
public sealed record TestTown(TenantId Id, string Slug, string AdminEmail, HttpClient Admin, HttpClient Console)
{
    /// <summary>The same admin, signed in anew: time has moved past the first token.</summary>
    public Task<HttpClient> AdminAgain(ApiFixture api) => api.SignedIn(Slug, AdminEmail);

    public static async Task<TestTown> New(ApiFixture api)
    {
        var slug = $"town{Some.Number()}";
        var console = await api.SignedIn("console", api.OperatorEmail);
        var id = new TenantId(
            (Guid)(await console.Post("/api/v1/tenants", new { slug, name = "Stadt" }).Json(HttpStatusCode.Created))["id"]!);
        var email = Some.Email();
        await api.Enrol(id, Role.Admin, email);
        return new(id, slug, email, await api.SignedIn(slug, email), console);
    }
}
