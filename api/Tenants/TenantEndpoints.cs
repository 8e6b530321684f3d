using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Templates;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenants;

/// <summary>Tenants as the operators see them, at the console.</summary>
internal static class TenantEndpoints
{
    public static RouteGroupBuilder MapTenants(this RouteGroupBuilder console)
    {
        var tenants = console.MapGroup("/tenants").WithTags("Tenants").Refuses(AccessErrors.OperatorOnly).EvenExpired();
        tenants.MapPost("", Create).Named("CreateTenant").Creates<TenantResponse>()
            .Refuses([TenantErrors.SlugTaken, .. OfTemplates]);
        tenants.MapGet("", List).Named("ListTenants").Takes(QueryParameter.Limit, QueryParameter.Cursor).Answers<TenantListResponse>();
        tenants.MapGet("/{tenant}", Read).Named("ReadTenant").AnswersVersion<TenantResponse>().WithMetadata(new EvenDeleted());
        tenants.MapPut("/{tenant}", Rename).Named("ChangeTenant").Changes<TenantResponse>(IfMatchUse.Required);
        tenants.MapPost("/{tenant}/suspend", Suspend).Named("SuspendTenant").Changes<TenantResponse>().Refuses(TenantErrors.NotActive);
        tenants.MapPost("/{tenant}/reactivate", Reactivate).Named("ReactivateTenant").Changes<TenantResponse>()
            .Refuses(TenantErrors.NotSuspended);
        tenants.MapPost("/{tenant}/deletion", RequestDeletion).Named("RequestTenantDeletion").Changes<TenantResponse>()
            .Refuses(TenantErrors.DeletionRequested);
        tenants.MapDelete("/{tenant}/deletion", WithdrawDeletion).Named("WithdrawTenantDeletion").Changes<TenantResponse>()
            .Refuses(TenantErrors.NoDeletion);
        tenants.MapPost("/{tenant}/deletion/confirm", ConfirmDeletion).Named("ConfirmTenantDeletion").Changes<TenantResponse>()
            .Refuses(TenantErrors.NoDeletion, TenantErrors.SamePerson);
        tenants.MapPost("/{tenant}/restore", Restore).Named("RestoreTenant").Changes<TenantResponse>()
            .Refuses(TenantErrors.NotDeleted, TenantErrors.Erased)
            .WithMetadata(new EvenDeleted());
        return tenants;
    }

    // What the rules may say to a template when it is used.
    private static IEnumerable<Error> OfTemplates =>
    [
        AccessErrors.AdminOnly, CategoryErrors.KeyTaken, CategoryErrors.TooMany, CategoryErrors.CategoryInUse, CategoryErrors.QueueInUse,
        CategoryErrors.TeamInUse, SlaErrors.DefaultPolicyNeeded, SlaErrors.TooManyPolicies, FlagErrors.Exists, FlagErrors.TooMany,
        FlagErrors.BelongsToPlatform, FeedErrors.Stale,
    ];

    private static Task<IResult> Create(Body<CreateTenantRequest> body, Command command)
    {
        // A retry must reach the tenant that the first one made, so its id follows from the command.
        var (id, wanted) = (command.Id.Step("tenant").Id, new CreateTenant(body.Value.Slug ?? "", body.Value.Name ?? "", null));
        return command.Makes(
            command.Grain<ITenantFoundingGrain>(id).Found(
                command.Caller, command.Id, wanted, body.Value.Template, command.Aborted),
            tenant => tenant.Version, tenant => TenantResponse.Of(new(id), tenant),
            tenant => $"{command.Context.Request.Path}/{tenant.Slug}");
    }

    private static async Task<IResult> List(HttpContext context, ITenantDirectory directory, Cursors cursors, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        var (limit, cursor) = (query.Limit(), query.Raw("cursor"));
        query.Done();

        var after = cursors.Open<TenantPlace>(context, "tenants", cursor)?.Slug ?? "";
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var found = await directory.List(after, limit, now, context.RequestAborted);
        return Json.Ok(new TenantListResponse(
            [.. found.Tenants.Select(tenant => TenantOverviewResponse.Of(tenant, now))],
            found.Tenants.Count == limit ? cursors.Seal(context, "tenants", new TenantPlace(found.Tenants[^1].Record.Tenant.Slug)) : null,
            found.Total));
    }

    private static Task<IResult> Read(Command command) => Shown(command, Tenant(command).Read(command.Caller, command.Aborted));

    private static Task<IResult> Rename(Body<ChangeTenantRequest> body, Command command) => Shown(
        command, Tenant(command).Rename(
            command.Caller, command.Id, body.Value.Name ?? "", command.Version!.Value, command.Aborted));

    private static Task<IResult> Suspend(Body<SuspendTenantRequest> body, Command command) =>
        Shown(command, Tenant(command).Suspend(command.Caller, command.Id, body.Value.Reason ?? "", command.Aborted));

    private static Task<IResult> Reactivate(Command command) =>
        Shown(command, Tenant(command).Reactivate(command.Caller, command.Id, command.Aborted));

    private static Task<IResult> RequestDeletion(Body<DeleteTenantRequest> body, Command command) =>
        Shown(command, Tenant(command).RequestDeletion(command.Caller, command.Id, body.Value.Reason ?? "", command.Aborted));

    private static Task<IResult> WithdrawDeletion(Command command) =>
        Shown(command, Tenant(command).WithdrawDeletion(command.Caller, command.Id, command.Aborted));

    private static Task<IResult> ConfirmDeletion(Command command) =>
        Shown(command, Tenant(command).ConfirmDeletion(command.Caller, command.Id, command.Aborted));

    private static Task<IResult> Restore(Command command) =>
        Shown(command, Tenant(command).Restore(command.Caller, command.Id, command.Aborted));

    private static ITenantGrain Tenant(Command command) => command.Grain<ITenantGrain>();

    private static Task<IResult> Shown(Command command, Task<Result<Tenant>> act) =>
        command.Shows(act, tenant => tenant.Version, tenant => TenantResponse.Of(command.Caller.Tenant, tenant));

    private sealed record TenantPlace(string Slug);
}

/// <param name="Slug">3 to 40 lower-case letters, digits and hyphens; becomes the subdomain and is never reused.</param>
/// <param name="Name">At most 200 characters.</param>
/// <param name="Template">Key of the template that it begins with; left out: with nothing but the defaults.</param>
public sealed record CreateTenantRequest(
    [Required] string? Slug = null, [Required, MaxLength(TenantRules.MostName)] string? Name = null, string? Template = null);

public sealed record ChangeTenantRequest([Required, MaxLength(TenantRules.MostName)] string? Name = null);

/// <param name="Reason">At most 1,000 characters; kept in the tenant's history.</param>
public sealed record SuspendTenantRequest([Required, MaxLength(TenantRules.MostReason)] string? Reason = null);

/// <param name="Reason">At most 1,000 characters; kept in the tenant's history.</param>
public sealed record DeleteTenantRequest([Required, MaxLength(TenantRules.MostReason)] string? Reason = null);

/// <param name="RequestedBy">Account id of the operator who asked; another one must confirm.</param>
public sealed record TenantDeletionResponse(Guid? RequestedBy, DateTimeOffset RequestedAt, string Reason)
{
    internal static TenantDeletionResponse? Of(DeletionRequest? request) =>
        request is null ? null : new(request.By?.Value, request.At.ToDateTimeOffset(), request.Reason);
}

public sealed record TenantResponse
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string NumberPrefix { get; init; }
    public required TenantStatus Status { get; init; }
    public required string? SuspendedReason { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Asked for, or done; null: neither.</summary>
    public required TenantDeletionResponse? Deletion { get; init; }

    /// <summary>Until when (exclusive) a deleted tenant can be restored; null: it is not deleted.</summary>
    public required DateTimeOffset? EraseAt { get; init; }

    public static TenantResponse Of(TenantId id, Tenant tenant) => new()
    {
        Id = id.Value,
        Slug = tenant.Slug,
        Name = tenant.Name,
        NumberPrefix = tenant.NumberPrefix,
        Status = tenant.Status,
        SuspendedReason = tenant.SuspendedReason,
        Version = tenant.Version,
        CreatedAt = tenant.CreatedAt.ToDateTimeOffset(),
        UpdatedAt = tenant.UpdatedAt.ToDateTimeOffset(),
        Deletion = TenantDeletionResponse.Of(tenant.Deletion),
        EraseAt = tenant.EraseAt?.ToDateTimeOffset(),
    };
}

public sealed record TenantOverviewResponse
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required TenantStatus Status { get; init; }

    /// <summary>Neither resolved nor closed.</summary>
    public required int OpenTickets { get; init; }

    /// <summary>Open tickets that are past their due time.</summary>
    public required int OverdueTickets { get; init; }

    /// <summary>Active people, customers included.</summary>
    public required int Members { get; init; }
    public required int SeatsUsed { get; init; }
    public required int Seats { get; init; }
    public required string Plan { get; init; }
    public required LicenceState LicenceState { get; init; }

    /// <summary>What somebody should look at, worst first; empty: the tenant is well.</summary>
    public required IReadOnlyList<TenantConcern> Concerns { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? EraseAt { get; init; }

    internal static TenantOverviewResponse Of(TenantOverview overview, Instant now)
    {
        var (id, tenant) = (overview.Record.Id, overview.Record.Tenant);
        return new()
        {
            Id = id.Value,
            Slug = tenant.Slug,
            Name = tenant.Name,
            Status = tenant.Status,
            OpenTickets = overview.OpenTickets,
            OverdueTickets = overview.OverdueTickets,
            Members = overview.Members,
            SeatsUsed = overview.SeatsUsed,
            Seats = overview.SeatsLicensed,
            Plan = (overview.Record.Licence ?? LicenceTerms.Trial).Plan,
            LicenceState = overview.LicenceStateAt(now),
            Concerns = [.. overview.ConcernsAt(now)],
            Version = tenant.Version,
            CreatedAt = tenant.CreatedAt.ToDateTimeOffset(),
            EraseAt = tenant.EraseAt?.ToDateTimeOffset(),
        };
    }
}

public sealed record TenantListResponse(IReadOnlyList<TenantOverviewResponse> Items, string? NextCursor, int Total);
