using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.People;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Programs;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.People;

/// <summary>The people of a tenant: customers and staff, by invitation.</summary>
internal static class UserEndpoints
{
    public static RouteGroupBuilder MapUsers(this RouteGroupBuilder tenant)
    {
        var users = tenant.MapGroup("/users").WithTags("Users").RequireMember().AllowKeys(ApiScopes.UsersRead, ApiScopes.UsersWrite);
        users.MapGet("", List).Named("ListUsers").RequireStaff().Takes(Filters).HeavyWith("q").Answers<UserListResponse>();
        users.MapPost("", Invite).Named("InviteUser").RequireStaff().Creates<UserResponse>()
            .Refuses(PeopleErrors.AlreadyMember, PeopleErrors.ExternalIdTaken, PeopleErrors.RoleNotGrantable, TenantErrors.NoSeatLeft,
                PeopleErrors.HasAdmin, PeopleErrors.OperatorAccount);
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

    /// <summary>Service staff begin to serve a municipality, as far as it lets operators decide that.</summary>
    public static RouteGroupBuilder MapServing(this RouteGroupBuilder named)
    {
        named.MapPost("/service-staff", Serve).Named("AddServiceStaff").WithTags("Users").RequireOperator().Creates<UserResponse>()
            .Refuses(PeopleErrors.AlreadyMember, PeopleErrors.HasAdmin, PeopleErrors.OperatorAccount, TenantErrors.NoSeatLeft,
                TenantErrors.ProviderAccessRefused, TenantErrors.ProviderAccessRequired);
        return named;
    }

    private static readonly QueryParameter[] Filters =
    [
        QueryParameter.OneOf<Role>("role", "People in this role."),
        QueryParameter.OneOf("status", "People whose membership stands so. `ended`: people who left, whom only managers and admins "
            + "list; without it they are in no list.", "active", "suspended", "invited", "contact", "ended"),
        QueryParameter.Text("group", "People of this requester group.", PeopleRules.MostWordLength),
        QueryParameter.Text("q", "Words in any order, each part of a name or of an e-mail address. In both, `ü` and `ue`, `ß` and `ss`, "
            + "upper and lower case are one."),
        QueryParameter.Limit, QueryParameter.Cursor,
    ];

    private static readonly QueryParameter[] HandOverParameters =
    [
        QueryParameter.Id("hand_over_to", "Account id of the colleague who takes over the tickets of a member of the staff. Default: "
            + "nobody in person; whoever takes them from the queue."),
        QueryParameter.Key("hand_over_team", "The team that these tickets go to. Default: each stays with its own."),
    ];

    private static readonly Error[] OfChanges =
    [
        PeopleErrors.ExternalIdTaken, PeopleErrors.StillInvited, PeopleErrors.LastAdmin, PeopleErrors.OwnMembership,
        PeopleErrors.ManagedElsewhere, PeopleErrors.RoleNotGrantable, AccessErrors.RoleRequired, TenantErrors.NoSeatLeft,
        PeopleErrors.HasAdmin, PeopleErrors.OperatorAccount, TenantErrors.ProviderAccessRefused, TenantErrors.ProviderAccessRequired,
        PeopleErrors.OnlyContact,
    ];

    private static async Task<IResult> List(HttpContext context, IPeopleStore people, Cursors cursors)
    {
        var query = new QueryReader(context.Request);
        var (role, status, text) = (query.Word<Role>("role"), query.Word<MembershipStatus>("status"), query.Text("q"));
        var (group, limit) = (query.Text("group", PeopleRules.MostWordLength), query.Limit());
        var member = context.Member();
        var list = $"users|{role}|{status}|{group}|{text}";
        var after = query.Cursor<PeoplePosition>(cursors, list);
        query.Done();
        if (status is MembershipStatus.Ended && !PeopleAccess.MayListLeavers(member))
            return Problems.Of(AccessErrors.RoleRequired);

        var found = await people.List(
            new(member.Tenant, role, status, text, PeopleAccess.ListedFrom(member), after, limit, group), context.RequestAborted);
        return Json.Ok(new UserListResponse(
            [.. found.Items.Select(person => UserResponse.Of(person, member))],
            found.Next is { } next ? cursors.Seal(context, list, next) : null, found.Total));
    }

    private static async Task<IResult> Invite(Body<InviteUserRequest> body, Command command)
    {
        var request = body.Value;
        var (language, role) = (request.Language ?? command.Context.Tenant().Settings.Languages[0], Required.Value(request.Role));
        // Without an address only the role is left to be judged.
        if (EmailAddress.Parse(request.Email).Refused(out var wrong, out var email))
            return Problems.Of(PeopleAccess.Invite(command.Context.Member(), role) ?? wrong);

        var person = new Invitation(new(command.Context.NewId()), email, request.Name!, language, role)
        {
            TimeZone = request.TimeZone,
            Group = request.Group,
            ExternalId = request.ExternalId,
        };
        return await Created(command, People(command).Invite(command.Caller, command.Id, person, command.Aborted));
    }

    private static async Task<IResult> Serve(Body<ServeTenantRequest> body, Command command)
    {
        var role = Required.Value(body.Value.Role);
        return EmailAddress.Parse(body.Value.Email).Refused(out var wrong, out var email)
            ? Problems.Of(ServingRules.RoleRefusal(command.Caller.Tenant, role) ?? wrong)
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
        var (role, status) = (Required.Value(request.Role), Required.Value(request.Status));
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
        return Revise(id, new MembershipRevision(Given(request.Role), Given(request.Status), request.Name.Value, request.Language.Value)
        {
            TimeZone = request.TimeZone,
            Group = request.Group,
            ExternalId = request.ExternalId,
            HandOver = HandOver(request.HandOverTo, request.HandOverTeam),
        }, command);
    }

    private static Task<IResult> Revise(string id, MembershipRevision revision, Command command)
    {
        var (person, version) = (Paths.Account(id), command.Version);
        return Changed(command, People(command).Revise(command.Caller, command.Id, person, revision, version, command.Aborted));
    }

    private static T? Given<T>(Change<T> change) where T : struct => change.IsSet ? change.Value : null;

    private static async Task<IResult> End(string id, Command command)
    {
        var query = new QueryReader(command.Context.Request);
        var handOver = HandOver(query.Id("hand_over_to"), query.Key("hand_over_team"));
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
