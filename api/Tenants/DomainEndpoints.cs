using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Helpdesk.Api.SignIn;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Tenants;
using Helpdesk.Hosting.Tenancy;

namespace Helpdesk.Api.Tenants;

/// <summary>Hosts of a municipality's own, beside its subdomain.</summary>
internal static class DomainEndpoints
{
    public static RouteGroupBuilder MapOwnDomains(this RouteGroupBuilder tenant)
    {
        var domains = tenant.MapGroup("/domains").WithTags("Domains").RequirePerson().RequireRole(Role.Admin);
        domains.MapGet("", List).Named("ListDomains").Answers<DomainListResponse>();
        domains.MapPost("", Register).Named("RegisterDomain").Creates<DomainResponse>()
            .Refuses(AccessErrors.AdminOnly, TenantErrors.DomainRegistered, TenantErrors.TooManyDomains);
        domains.MapGet("/{id}", Read).Named("ReadDomain").AnswersVersion<DomainResponse>();
        domains.MapPost("/{id}/verify", Verify).Named("VerifyDomain").Changes<DomainResponse>()
            .Refuses(AccessErrors.AdminOnly, TenantErrors.DomainTaken, TenantErrors.NotProven, TenantErrors.DnsUnreachable);
        domains.MapDelete("/{id}", Remove).Named("RemoveDomain").Removes().Refuses(AccessErrors.AdminOnly);
        return tenant;
    }

    private static async Task<IResult> List(HttpContext context, IOwnDomains domains)
    {
        var found = await domains.List(context.Member().Tenant, context.RequestAborted);
        var items = found.Select(one => DomainResponse.Of(one.Id, one.Domain));
        return Json.Ok(new DomainListResponse([.. items], NextCursor: null, found.Count));
    }

    private static async Task<IResult> Register(Body<RegisterDomainRequest> body, Command command, IOptions<TenancyOptions> tenancy)
    {
        if (HostName.Parse(body.Value.Host, tenancy.Value.Domain).Refused(out var fault, out var host))
            return Problems.Of(fault);
        var (id, token) = (OwnDomainKeys.IdOf(command.Caller.Tenant, host), RandomNumberGenerator.GetHexString(40, lowercase: true));
        return await command.Answers(
            Domain(command, id).Register(command.Caller, command.Id, host, token, command.Aborted), Version, Show(id),
            _ => command.Below($"{id:D}"));
    }

    private static Task<IResult> Read(string id, Ask ask) =>
        ask.Shows(Domain(ask, Paths.Id(id)).Read(ask.Caller, ask.Aborted), Version, Show(Paths.Id(id)));

    private static Task<IResult> Verify(string id, Command command) => command.Answers(
        Domain(command, Paths.Id(id)).Verify(command.Caller, command.Id, command.Aborted), Version, Show(Paths.Id(id)));

    private static Task<IResult> Remove(string id, Command command) =>
        command.Removes(Domain(command, Paths.Id(id)).Remove(command.Caller, command.Id, command.Aborted));

    private static IOwnDomainGrain Domain(Ask ask, Guid id) => ask.Grain<IOwnDomainGrain>(id);

    private static int Version(OwnDomain domain) => domain.Version;

    private static Func<OwnDomain, DomainResponse> Show(Guid id) => domain => DomainResponse.Of(id, domain);
}

/// <param name="Host">Such as support.stadt.de; international names as people write them or as punycode.</param>
public sealed record RegisterDomainRequest([Required, MaxLength(300)] string? Host = null);

/// <param name="Host">In lower case, as punycode.</param>
/// <param name="Status">
/// `pending`: write the record into the domain's DNS, then verify within 14 days of 24 hours, or the host is given up. `verified`: the host
/// answers as the municipality.
/// </param>
/// <param name="Record">What proves control. It must stay: it is looked for every 7 days, counted in days of 24 hours.</param>
/// <param name="Failures">
/// Checks in a row that did not find the record: the next one comes a day of 24 hours later, and after three the host is given up.
/// </param>
public sealed record DomainResponse(
    Guid Id, string Host, OwnDomainStatus Status, DomainRecordResponse Record, DateTimeOffset RegisteredAt, DateTimeOffset? VerifiedAt,
    int Failures, int Version)
{
    internal static DomainResponse Of(Guid id, OwnDomain domain) => new(
        id, domain.Host, domain.Status, new("TXT", domain.RecordName, domain.RecordText), domain.RegisteredAt.ToDateTimeOffset(),
        domain.VerifiedAt?.ToDateTimeOffset(), domain.Failures, domain.Version);
}

public sealed record DomainRecordResponse(string Type, string Name, string Text);

public sealed record DomainListResponse(IReadOnlyList<DomainResponse> Items, string? NextCursor, int Total);
