using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.People;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.People;
using Helpdesk.Domain.SignIn;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.People;

/// <summary>A person's own account: who am I, what may I do, how am I called.</summary>
internal static class AccountEndpoints
{
    public static RouteGroupBuilder MapAccount(this RouteGroupBuilder api)
    {
        api.MapGet("/auth/status", Status).Named("ReadStatus").WithTags("Access").AllowAnonymous().Answers<StatusResponse>()
            .Refuses(SignInErrors.InvalidToken, AccessErrors.NotFound);
        var me = api.MapGroup("/me").WithTags("Access").RequirePerson();
        me.MapGet("", Read).Named("ReadMe").EvenUnenrolled().AnswersVersion<MeResponse>();
        me.MapPatch("", Change).Named("ChangeMe").Changes<MeResponse>();
        me.MapPost("/email", ChangeEmail).Named("ChangeMyEmail").AnswersNothing(StatusCodes.Status202Accepted)
            .Refuses(PeopleErrors.ManagedElsewhere, SignInErrors.SignInBusy, SignInErrors.TriedTooOften, SignInErrors.WrongPassword);
        return api;
    }

    /// <summary>For a page that has just been opened: anonymous callers learn how to get in, others who they are.</summary>
    private static async Task<IResult> Status(
        HttpContext context, IMemberDirectory members, IPeopleStore people, IEnumerable<IAbilities> abilities, IHostEnvironment environment)
    {
        var at = context.Tenant();
        if (context.FindCredential() is not { } credential)
        {
            // a page with an old cookie is simply not signed in
            return context.HasInvalidCredential() && CredentialMiddleware.IsPresented(context.Request)
                ? Problems.Of(SignInErrors.InvalidToken)
                : Json.Ok(new StatusResponse(false, at.Settings.Registration, null, null, [], [], null));
        }

        if (credential.In(at) is not { } member)
            return Problems.Of(AccessErrors.NotFound);

        var person = await members.Find(at.Home, member.Account, context.RequestAborted);
        var account = new AccountResponse(
            member.Account.Value, person?.Name ?? credential.Program?.Name ?? "", person?.Email, person?.Language);
        IReadOnlyList<ServedTenant> served = credential.Session is { } session && at.Home == TenantId.Platform
            ? await people.Served(session.Account, context.RequestAborted)
            : [];
        var mustEnrol = credential.Session is { HasSecondFactor: false } &&
            SecondFactorRules.IsNeeded(member.Role, at.Settings.SecondFactor, environment.IsDevelopment());
        return Json.Ok(new StatusResponse(
            true, at.Settings.Registration, account, member.Role, mustEnrol ? [] : [.. abilities.SelectMany(each => each.Of(member))],
            [.. served.Select(tenant => new ServedTenantResponse(tenant.Slug, tenant.Name, tenant.Role))],
            context.FindSessionCookie()?.AntiForgeryToken, mustEnrol));
    }

    private static async Task<IResult> Read(HttpContext context, IAccounts accounts)
    {
        if (await accounts.Find(context.Tenant().Home, context.Session().Account, context.RequestAborted) is not { } who)
            return Problems.Of(AccessErrors.NotFound);

        context.Response.SetETag(who.Here.Version);
        return Json.Ok(MeResponse.Of(who));
    }

    // The profile is kept at home; service staff change it there from wherever they are.
    private static async Task<IResult> Change(
        Body<ChangeMeRequest> body, HttpContext context, IAccounts accounts, PeopleAtHome home)
    {
        var (request, session) = (body.Value, context.Session());
        if ((PersonRequests.Faults(request.Name, request.Language, request.TimeZone.Value)
            ?? NotificationChoices.Fault(request.Notifications)) is { } fault)
            return Problems.Of(fault);

        if (await accounts.Find(context.Tenant().Home, session.Account, context.RequestAborted) is not { } who)
            return Problems.Of(AccessErrors.NotFound);

        var revision = new MembershipRevision(Name: request.Name, Language: request.Language)
        {
            TimeZone = request.TimeZone,
            Muted = NotificationChoices.Muted(request.Notifications, who.Here.Muted),
        };
        var answer = await home.Revise(context, revision);
        return answer.Refusal is { } refusal ? Problems.Of(refusal) : await Read(context, accounts);
    }

    private static async Task<IResult> ChangeEmail(
        Body<ChangeEmailRequest> body, HttpContext context, SignInFlow signIn, IAccounts accounts, EvenAnswer even, TimeProvider time)
    {
        if (EmailAddress.Parse(body.Value.Email).Refused(out var wrong, out var email))
            return Problems.Of(wrong);
        var confirmed = await signIn.Confirm(context, body.Value.Password ?? "");
        if (confirmed.Refused(out var why, out var who))
            return Problems.Of(why);
        if (who.Here.IsServiceStaff)
            return Problems.Of(PeopleErrors.ManagedElsewhere);

        // Whether another member has the address is told to its mailbox alone, by no mail coming.
        var home = context.Tenant().Home;
        await even.After(async () =>
        {
            if (await accounts.Find(home, email, context.RequestAborted) is not null)
                return;
            var order = MailOrder.WithLink(LinkPurpose.ConfirmEmail, who.Account, email, who.Here.Name, who.Here.Language);
            await accounts.OweMail(home, order, null, context.Trace(time), context.RequestAborted);
        });
        return TypedResults.Accepted((string?)null);
    }
}

/// <summary>Where a person's profile is kept: the session proves that it is theirs, and is the right to act there.</summary>
internal sealed class PeopleAtHome(IGrainFactory grains, TenantPasses passes)
{
    public Task<Result<Outcome<Membership>>> Revise(HttpContext context, MembershipRevision revision)
    {
        var (session, caller, command) = (context.Session(), context.Caller(), context.CommandId());
        passes.Enter(session.Home);
        return grains.GetGrain<IPeopleGrain>(GrainKeys.Of(session.Home)).Revise(
            caller with { Tenant = session.Home }, command, session.Account, revision, version: null, context.RequestAborted);
    }
}

/// <summary>What a person wants to be told, by the words of the kinds.</summary>
internal static class NotificationChoices
{
    public static IReadOnlyDictionary<string, bool> Of(IEnumerable<NotificationKind> muted) =>
        Enum.GetValues<NotificationKind>().ToDictionary(Words<NotificationKind>.Of, kind => !muted.Contains(kind));

    public static Error? Fault(IReadOnlyDictionary<string, bool>? choices)
    {
        var faults = (choices ?? new Dictionary<string, bool>()).Take(100).Select(choice => Words<NotificationKind>.Parse(choice.Key) switch
        {
            null => new FieldError("/notifications", "unknown-word", $"Must name only: {string.Join(", ", Words<NotificationKind>.All)}."),
            { } kind when !choice.Value && !NotificationRules.MayBeMuted(kind) =>
                new FieldError($"/notifications/{choice.Key}", "mandatory", "This kind must reach you; it cannot be switched off."),
            _ => null,
        }).OfType<FieldError>().Distinct().ToList();
        return faults.Count > 0 ? Error.Invalid(faults) : null;
    }

    /// <summary>All that is switched off after the change; <c>null</c>: nothing was said about it.</summary>
    public static IReadOnlyList<NotificationKind>? Muted(
        IReadOnlyDictionary<string, bool>? choices, IEnumerable<NotificationKind> present) => choices is null
        ? null
        : [.. Enum.GetValues<NotificationKind>().Where(
            kind => choices.TryGetValue(Words<NotificationKind>.Of(kind), out var on) ? !on : present.Contains(kind))];
}

/// <summary>What a member may do in one capability, in words that clients test for. Each capability registers its own.</summary>
public interface IAbilities
{
    IEnumerable<string> Of(Member member);
}

internal sealed class PeopleAbilities : IAbilities
{
    public IEnumerable<string> Of(Member member) => PeopleAccess.Abilities(member);
}

/// <param name="Registration">Who may open an account by themselves.</param>
/// <param name="Role">In the tenant of this host; at the desk, at home.</param>
/// <param name="Abilities">What may be done here, such as <c>users.invite.agent</c>.</param>
/// <param name="Tenants">Served from the desk.</param>
/// <param name="MustEnrolSecondFactor">Nothing else can be done here until a second factor is set up.</param>
/// <param name="AntiForgeryToken">With a cookie session: for the header <c>X-Anti-Forgery</c>.</param>
public sealed record StatusResponse(
    bool Authenticated, RegistrationMode Registration, AccountResponse? Account, Role? Role, IReadOnlyList<string> Abilities,
    IReadOnlyList<ServedTenantResponse> Tenants, string? AntiForgeryToken, bool MustEnrolSecondFactor = false);

/// <param name="Email">Absent for API keys.</param>
public sealed record AccountResponse(Guid Id, string Name, string? Email, string? Language);

public sealed record ServedTenantResponse(string Slug, string Name, Role Role);

/// <param name="Name">At most 200 characters.</param>
/// <param name="Language"><c>de</c> or <c>en</c>.</param>
/// <param name="TimeZone">IANA name; <c>null</c>: the municipality's.</param>
/// <param name="Notifications">
/// By kind: whether to be told. Kinds that are left out stay as they are; those that must reach a person cannot be switched off.
/// </param>
public sealed record ChangeMeRequest(
    [MaxLength(PeopleRules.MostNameLength)] string? Name = null, string? Language = null, Change<string?> TimeZone = default,
    IReadOnlyDictionary<string, bool>? Notifications = null);

/// <param name="Email">The new address; a link is mailed there.</param>
/// <param name="Password">The present one.</param>
public sealed record ChangeEmailRequest([Required] string? Email = null, [Required] string? Password = null);

public sealed record MeResponse
{
    public required Guid Id { get; init; }
    public required string Email { get; init; }
    public required string Name { get; init; }
    public required string Language { get; init; }
    public required string? TimeZone { get; init; }
    public required string? Group { get; init; }

    /// <summary>By kind: whether the person is told.</summary>
    public required IReadOnlyDictionary<string, bool> Notifications { get; init; }
    public required Role Role { get; init; }
    public required bool SecondFactor { get; init; }
    public required bool IsServiceStaff { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    internal static MeResponse Of(SignInCandidate who) => new()
    {
        Id = who.Account.Value,
        Email = who.Here.Email.ToString(),
        Name = who.Here.Name,
        Language = who.Here.Language,
        TimeZone = who.Here.TimeZone,
        Group = who.Here.Group,
        Notifications = NotificationChoices.Of(who.Here.Muted),
        Role = who.Here.Role,
        SecondFactor = who.HasSecondFactor,
        IsServiceStaff = who.Here.IsServiceStaff,
        Version = who.Here.Version,
        CreatedAt = who.Here.CreatedAt.ToDateTimeOffset(),
    };
}
