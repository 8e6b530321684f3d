using System.Net;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Tenants;
using Helpdesk.Testing;

namespace Helpdesk.Api.Tests.Tenants;

/// <summary>A municipality of a test's own, as an operator makes one, with an admin.</summary>
public sealed record TestTown(TenantId Id, string Slug, HttpClient Admin, HttpClient Console)
{
    public static async Task<TestTown> New(ApiFixture api)
    {
        var slug = $"town{Some.Number()}";
        var console = await api.SignedIn("console", api.OperatorEmail);
        var id = new TenantId((Guid)(await console.Post("/api/v1/tenants", new { slug, name = "Stadt" }).Json(HttpStatusCode.Created))["id"]!);
        var email = Some.Email();
        await api.Enrol(id, Role.Admin, email);
        return new(id, slug, await api.SignedIn(slug, email), console);
    }
}
