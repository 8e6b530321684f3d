using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.People;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.People;
using Helpdesk.Domain.SignIn;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.People;

/// <summary>Checks a link from a mail before anything is done with it.</summary>
internal sealed class Following(
    IAccounts accounts, IPasswords passwords, PasswordPlaces places, TimeProvider time, IGrainFactory grains, TenantPasses passes)
{
    public async Task<Result<Followed>> WithPassword(HttpContext context, LinkPurpose purpose, JoinRequest request)
    {
        var plain = await Plain(context, purpose, request.Token ?? "");
        if (plain.Refused(out var why, out var followed))
            return why;
        var owner = followed.Link.Owner with { Places = await places.Of(context, followed.Link.Account, followed.Link.Home) };
        if (PasswordPolicy.Check(request.Password, owner).Refused(out var weak, out var password))
            return weak;
        if ((await passwords.Hash(password, context.RequestAborted)).Refused(out var busy, out var hash))
            return busy;
        return followed with { Message = followed.Message with { PasswordHash = hash, Name = request.Name } };
    }

    public async Task<Result<Followed>> Plain(HttpContext context, LinkPurpose purpose, string token)
    {
        var home = context.Tenant().Home;
        if ((await accounts.FindLink(home, purpose, token, time.Now(), context.RequestAborted)).Refused(out var why, out var link))
            return why;

        var caller = new Caller(home, null, Role.Customer, $"{ClientAddress.Of(context)} link");
        return new Followed(link, caller, new(MailedLink.Hash(token), null, null), grains, passes);
    }
}

internal sealed record Followed(MailedLink Link, Caller Caller, FollowedLink Message, IGrainFactory Grains, TenantPasses Passes)
{
    /// <summary>
    /// The link is the right to act in its tenant. Asked for where the call is made: a pass holds for the flow of control that entered it.
    /// </summary>
    public IPeopleGrain People
    {
        get
        {
            Passes.Enter(Caller.Tenant);
            return Grains.GetGrain<IPeopleGrain>(GrainKeys.Of(Caller.Tenant));
        }
    }
}
