using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.People;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Programs;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.People;

/// <summary>The people of a tenant: customers and staff, by invitation.</summary>
internal static class UserEndpoints
{
    public static RouteGroupBuilder MapUsers(this RouteGroupBuilder tenant)
    {
        var users = tenant.MapGroup("/users").WithTags("Users").RequireMember().AllowKeys(ApiScopes.UsersRead, ApiScopes.UsersWrite);
        users.MapGet("", List).Named("ListUsers").RequireStaff().Takes(Filters).Answers<UserListResponse>();
        users.MapPost("", Invite).Named("InviteUser").RequireStaff().Creates<UserResponse>()
            .Refuses(PeopleErrors.AlreadyMember, PeopleErrors.ExternalIdTaken, PeopleErrors.RoleNotGrantable, TenantErrors.NoSeatLeft,
                PeopleErrors.HasAdmin);
        users.MapPeopleImport();
        users.MapActivity();
        users.MapGet("/{id}", Read).Named("ReadUser").AnswersVersion<UserResponse>();
        users.MapPut("/{id}", Replace).Named("ReplaceUser").Changes<UserResponse>(IfMatchUse.Required).Refuses(OfChanges);
        users.MapPatch("/{id}", Change).Named("ChangeUser").Changes<UserResponse>(IfMatchUse.Required).Refuses(OfChanges);
        users.MapDelete("/{id}", End).Named("EndUser").Takes(HandOverParameters).Removes(IfMatchUse.Optional)
            .Refuses(PeopleErrors.LastAdmin, PeopleErrors.OwnMembership, PeopleErrors.RoleNotGrantable, AccessErrors.RoleRequired);
        users.MapPost("/{id}/invitation", Remind).Named("RemindUser").RequireStaff().Changes<UserResponse>()
            .Refuses(PeopleErrors.NotInvited, PeopleErrors.OwnMembership, PeopleErrors.RoleNotGrantable);
        return tenant;
    }

    /// <summary>Service staff begin to serve a municipality.</summary>
    public static RouteGroupBuilder MapServing(this RouteGroupBuilder named)
    {
        named.MapPost("/service-staff", Serve).Named("AddServiceStaff").WithTags("Users").RequireOperator().Creates<UserResponse>()
            .Refuses(PeopleErrors.AlreadyMember, TenantErrors.NoSeatLeft);
        return named;
    }

    private static readonly QueryParameter[] Filters =
    [
        QueryParameter.OneOf<Role>("role", "People in this role."),
        QueryParameter.OneOf("status", "People whose membership stands so.", "active", "suspended", "invited"),
        QueryParameter.Text("group", "People of this requester group.", PeopleRules.MostWordLength),
        QueryParameter.Text("q", "Part of a name or of an e-mail address."),
        QueryParameter.Limit, QueryParameter.Cursor,
    ];

    private static readonly QueryParameter[] HandOverParameters =
    [
        QueryParameter.Id("hand_over_to", "Account id of the colleague who takes over the tickets of a member of the staff. Default: "
            + "nobody in person; whoever takes them from the queue."),
        QueryParameter.Text("hand_over_team", "The team that these tickets go to. Default: each stays with its own.", TicketLimits.Word),
    ];

    private static readonly Error[] OfChanges =
    [
        PeopleErrors.ExternalIdTaken, PeopleErrors.StillInvited, PeopleErrors.LastAdmin, PeopleErrors.OwnMembership,
        PeopleErrors.ManagedElsewhere, PeopleErrors.RoleNotGrantable, AccessErrors.RoleRequired, TenantErrors.NoSeatLeft,
    ];

    private static async Task<IResult> List(HttpContext context, IPeopleStore people, Cursors cursors)
    {
        var query = new QueryReader(context.Request);
        var (role, status, text) = (query.Word<Role>("role"), query.Word<MembershipStatus>("status"), query.Text("q"));
        var (group, limit, cursor) = (query.Text("group", PeopleRules.MostWordLength), query.Limit(), query.Raw("cursor"));
        if (status is MembershipStatus.Ended)
            query.Fault("status", "unknown-word", "Must be one of: active, suspended, invited.");
        query.Done();

        var list = $"users|{role}|{status}|{group}|{text}";
        var after = cursors.Open<PeoplePosition>(context, list, cursor);
        var member = context.Member();
        var found = await people.List(
            new(member.Tenant, role, status, text, PeopleAccess.ListedFrom(member), after, limit, group), context.RequestAborted);
        return Json.Ok(new UserListResponse(
            [.. found.Items.Select(person => UserResponse.Of(person, member))],
            found.Next is { } next ? cursors.Seal(context, list, next) : null, found.Total));
    }

    private static async Task<IResult> Invite(Body<InviteUserRequest> body, Command command)
    {
        var request = body.Value;
        var language = request.Language ?? command.Context.Tenant().Settings.Languages[0];
        if (PersonRequests.Faults(request.Name ?? "", language, request.TimeZone, request.Group, request.ExternalId) is { } fault)
            return Problems.Of(fault);

        var role = Required.Value(request.Role, "/role");
        if (EmailAddress.Parse(request.Email).Refused(out var wrong, out var email))
            return Problems.Of(wrong);

        var person = new Invitation(new(Guid.CreateVersion7()), email, request.Name!, language, role)
        {
            TimeZone = request.TimeZone,
            Group = request.Group,
            ExternalId = request.ExternalId,
        };
        return await Created(command, People(command).Invite(command.Caller, command.Id, person, command.Aborted));
    }

    private static async Task<IResult> Serve(Body<ServeTenantRequest> body, Command command)
    {
        var role = Required.Value(body.Value.Role, "/role");
        return EmailAddress.Parse(body.Value.Email).Refused(out var wrong, out var email)
            ? Problems.Of(wrong)
            : await Created(command, People(command).Serve(command.Caller, command.Id, email, role, command.Aborted));
    }

    private static async Task<IResult> Read(string id, HttpContext context, IPeopleStore people)
    {
        var member = context.Member();
        var found = await people.Load(member.Tenant, Paths.Account(id), null, context.RequestAborted);
        if (found.Target is not { Exists: true } person || !PeopleAccess.MaySee(member, person))
            return Problems.Of(AccessErrors.NotFound);

        context.Response.SetETag(person.Version);
        return Json.Ok(UserResponse.Of(person, member));
    }

    private static Task<IResult> Replace(string id, Body<ReplaceUserRequest> body, Command command)
    {
        var request = body.Value;
        var (role, status) = (Required.Value(request.Role, "/role"), Required.Value(request.Status, "/status"));
        return Revise(id, new MembershipRevision(role, status, request.Name ?? "", request.Language ?? "")
        {
            TimeZone = request.TimeZone,
            Group = request.Group,
            ExternalId = request.ExternalId,
            HandOver = HandOver(request.HandOverTo, request.HandOverTeam),
        }, command);
    }

    private static Task<IResult> Change(string id, Body<ChangeUserRequest> body, Command command)
    {
        var request = body.Value;
        return Revise(id, new MembershipRevision(request.Role, request.Status, request.Name, request.Language)
        {
            TimeZone = request.TimeZone,
            Group = request.Group,
            ExternalId = request.ExternalId,
            HandOver = HandOver(request.HandOverTo, request.HandOverTeam),
        }, command);
    }

    private static async Task<IResult> Revise(string id, MembershipRevision revision, Command command)
    {
        var (person, version) = (Paths.Account(id), command.Version);
        var faults = PersonRequests.Faults(
            revision.Name, revision.Language, revision.TimeZone.Value, revision.Group.Value, revision.ExternalId.Value);
        if ((faults ?? PersonRequests.StatusFault(revision.Status)) is { } fault)
            return Problems.Of(fault);
        return await Changed(command, People(command).Revise(command.Caller, command.Id, person, revision, version, command.Aborted));
    }

    private static async Task<IResult> End(string id, Command command)
    {
        var query = new QueryReader(command.Context.Request);
        var handOver = HandOver(query.Id("hand_over_to"), query.Text("hand_over_team", TicketLimits.Word));
        query.Done();
        var answer = await People(command).End(command.Caller, command.Id, Paths.Account(id), command.Version, handOver, command.Aborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);
        Replay.Mark(command.Context, answer.Value.Replayed);
        return TypedResults.NoContent();
    }

    private static Task<IResult> Remind(string id, Command command) =>
        Changed(command, People(command).Remind(command.Caller, command.Id, Paths.Account(id), command.Aborted));

    private static Successor? HandOver(Guid? to, string? team) =>
        to is null && team is null ? null : new(to is { } account ? new AccountId(account) : null, team);

    private static IPeopleGrain People(Command command) => command.Grain<IPeopleGrain>();

    private static Task<IResult> Created(Command command, Task<Result<Outcome<Membership>>> act) => command.Answers(
        act, person => person.Version, person => UserResponse.Of(person, command.Context.Member()),
        person => $"{command.Context.Request.Path.Value!.Replace("/service-staff", "/users")}/{person.Account}");

    private static Task<IResult> Changed(Command command, Task<Result<Outcome<Membership>>> act) =>
        command.Answers(act, person => person.Version, person => UserResponse.Of(person, command.Context.Member()));
}

/// <summary>What requests about people have in common.</summary>
internal static class PersonRequests
{
    private static readonly string[] Languages = ["de", "en"];

    /// <summary>Faults in the members that are given; <c>null</c> means not given.</summary>
    public static Error? Faults(string? name, string? language, string? timeZone = null, string? group = null, string? externalId = null)
    {
        FieldError?[] faults =
        [
            name is null ? null : Text.OneLine(name, "/name", PeopleRules.MostNameLength),
            language is null || Languages.Contains(language) ? null : new("/language", "unknown-language", "Must be de or en."),
            timeZone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) is not null
                ? null
                : new("/time_zone", "unknown-time-zone", "Must be an IANA name such as Europe/Berlin."),
            group is null ? null : Text.OneLine(group, "/group", PeopleRules.MostWordLength),
            externalId is null ? null : Text.OneLine(externalId, "/external_id", PeopleRules.MostWordLength),
        ];
        return faults.OfType<FieldError>().ToList() is { Count: > 0 } wrong ? Error.Invalid(wrong) : null;
    }

    /// <summary>Invited is how a membership begins, ended is what <c>DELETE</c> does.</summary>
    public static Error? StatusFault(MembershipStatus? status) => status is MembershipStatus.Ended
        ? Error.Invalid("/status", "not-settable", "Must be active or suspended; DELETE ends a membership.")
        : null;
}

/// <param name="Name">At most 200 characters.</param>
/// <param name="Language">The language of mails, <c>de</c> or <c>en</c>; left out: the municipality's first.</param>
/// <param name="TimeZone">IANA name; left out: the municipality's.</param>
/// <param name="Group">A free word, such as a department: SLA policies may ask for it. At most 100 characters.</param>
/// <param name="ExternalId">What your own records call the person; unique. At most 100 characters.</param>
public sealed record InviteUserRequest(
    [Required] string? Email = null, [Required, MaxLength(PeopleRules.MostNameLength)] string? Name = null, [Required] Role? Role = null,
    string? Language = null, string? TimeZone = null, [MaxLength(PeopleRules.MostWordLength)] string? Group = null,
    [MaxLength(PeopleRules.MostWordLength)] string? ExternalId = null);

/// <param name="Email">The address of an active account of the platform.</param>
public sealed record ServeTenantRequest([Required] string? Email = null, [Required] Role? Role = null);

/// <summary>Members that are left out stay as they are; <c>null</c> clears time zone, group and external id.</summary>
/// <param name="HandOverTo">
/// With a change after which a member of the staff serves no longer: the colleague who takes over their tickets. Left out: whoever takes
/// them from the queue.
/// </param>
/// <param name="HandOverTeam">The team that these tickets go to; left out: each stays with its own.</param>
public sealed record ChangeUserRequest(
    [MaxLength(PeopleRules.MostNameLength)] string? Name =
        null, string? Language = null, Role? Role = null, MembershipStatus? Status = null,
    Change<string?> TimeZone = default, [MaxLength(PeopleRules.MostWordLength)] Change<string?> Group = default,
    [MaxLength(PeopleRules.MostWordLength)] Change<string?> ExternalId = default, Guid? HandOverTo = null,
    [MaxLength(TicketLimits.Word)] string? HandOverTeam = null);

/// <summary>The whole membership as it shall be; time zone, group and external id are cleared where they are left out.</summary>
/// <param name="HandOverTo">As in <c>PATCH</c>; so is <paramref name="HandOverTeam"/>.</param>
public sealed record ReplaceUserRequest(
    [Required, MaxLength(PeopleRules.MostNameLength)] string? Name = null, [Required] string? Language = null, [Required] Role? Role = null,
    [Required] MembershipStatus? Status = null, string? TimeZone = null, [MaxLength(PeopleRules.MostWordLength)] string? Group = null,
    [MaxLength(PeopleRules.MostWordLength)] string? ExternalId =
        null, Guid? HandOverTo = null, [MaxLength(TicketLimits.Word)] string? HandOverTeam = null);

public sealed record UserResponse
{
    public required Guid Id { get; init; }
    public required string Email { get; init; }
    public required string Name { get; init; }
    public required Role Role { get; init; }
    public required MembershipStatus Status { get; init; }
    public required string Language { get; init; }
    public required string? TimeZone { get; init; }
    public required string? Group { get; init; }
    public required string? ExternalId { get; init; }

    /// <summary>When an open invitation ends and its seat is free; <c>null</c>: none is open. Sending it again begins anew.</summary>
    public required DateTimeOffset? InvitationExpiresAt { get; init; }

    /// <summary>Belongs to the platform: the profile is kept there.</summary>
    public required bool IsServiceStaff { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What the caller could do about this person: <c>edit</c>, <c>manage</c>.</summary>
    public required IReadOnlyList<string> Abilities { get; init; }

    internal static UserResponse Of(Membership person, Member member) => new()
    {
        Id = person.Account.Value,
        Email = person.Email.ToString(),
        Name = person.Name,
        Role = person.Role,
        Status = person.Status,
        Language = person.Language,
        TimeZone = person.TimeZone,
        Group = person.Group,
        ExternalId = person.ExternalId,
        InvitationExpiresAt = person.InvitationExpiresAt?.ToDateTimeOffset(),
        IsServiceStaff = person.IsServiceStaff,
        Version = person.Version,
        CreatedAt = person.CreatedAt.ToDateTimeOffset(),
        UpdatedAt = person.UpdatedAt.ToDateTimeOffset(),
        Abilities = [.. PeopleAccess.Abilities(member, person.Account, person.Role, person.IsServiceStaff)],
    };
}

public sealed record UserListResponse(IReadOnlyList<UserResponse> Items, string? NextCursor, long Total);
