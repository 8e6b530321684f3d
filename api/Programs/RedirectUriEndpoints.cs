using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Programs;

namespace Helpdesk.Api.Programs;

/// <summary>Where people may be sent after they signed in through a program.</summary>
internal static class RedirectUriEndpoints
{
    public static void MapRedirectUris(this RouteGroupBuilder clients)
    {
        clients.MapGet("/{id}/redirect-uris", Read).Named("ReadRedirectUris").AnswersVersion<RedirectUrisDocument>();
        clients.MapPut("/{id}/redirect-uris", Replace).Named("ReplaceRedirectUris").AnswersVersion<RedirectUrisDocument>()
            .WithMetadata(new TakesIfMatch(IfMatchUse.Required)).Refuses(ProgramErrors.ProofRequired);
    }

    private static async Task<IResult> Read(string id, HttpContext context, IApiClients clients) =>
        await Present(id, context, clients) is { } present ? Shown(context, present) : Problems.Of(AccessErrors.NotFound);

    // Both lists as a whole, so that what was read can be sent back.
    private static async Task<IResult> Replace(
        string id, Body<RedirectUrisDocument> body, HttpContext context, IApiClients clients, TimeProvider time)
    {
        var (version, request) = (context.RequiredVersion(), body.Value);
        if (await Present(id, context, clients) is not { } present)
            return Problems.Of(AccessErrors.NotFound);
        if (present.Version != version)
            return Problems.Of(FeedErrors.Stale);
        string[] signedIn = [.. (request.RedirectUris ?? []).Distinct()], signedOut = [.. (request.PostLogoutRedirectUris
            ?? []).Distinct()];
        // Sent back as it was read, it stays as it is.
        if (present.RedirectUris.SequenceEqual(signedIn) && present.PostLogoutRedirectUris.SequenceEqual(signedOut))
            return Shown(context, present);
        // Where people are sent with what they gave is part of what was proven; another place is another client.
        if (ApiScopes.NeedProof(present.Scopes))
            return Problems.Of(ProgramErrors.ProofRequired);
        var needed = present.IsPublic || present.Scopes.Count == 0;
        if (ProgramFaults.OfRedirects(request.RedirectUris, request.PostLogoutRedirectUris, present.IsPublic, needed).ToList() is
            { Count: > 0 } faults)
            return Problems.Of(Error.Invalid(faults));

        var replaced = await clients.ReplaceRedirectUris(
            present.Tenant, present.Id, version, signedIn, signedOut, context.Trace(time), context.RequestAborted);
        return replaced is null ? Problems.Of(FeedErrors.Stale) : Shown(context, replaced);
    }

    // From the list: to look up one client by itself counts as its use.
    private static async Task<ApiClient?> Present(string id, HttpContext context, IApiClients clients)
    {
        var client = Paths.Id(id);
        return (await clients.List(context.Member().Tenant, context.RequestAborted)).FirstOrDefault(one => one.Id == client);
    }

    private static IResult Shown(HttpContext context, ApiClient client)
    {
        context.Response.SetETag(client.Version);
        return Json.Ok(new RedirectUrisDocument(client.RedirectUris, client.PostLogoutRedirectUris));
    }
}
