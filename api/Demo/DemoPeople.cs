using Helpdesk.Contracts.People;
using Helpdesk.Domain.People;
using Helpdesk.Domain.SignIn;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.Demo;

/// <summary>Accounts for trying the platform out; their password is in the README.</summary>
internal sealed class DemoPeople(IGrainFactory grains, IPasswords passwords, TenantPasses passes)
{
    public const string Password = "Demo-Passwort-2026";

    private string? hash;

    public static AccountId AccountOf(TenantId tenant, string email) => new(CommandId.Derive($"demo|{tenant}|{email}"));

    /// <summary>A member who can sign in.</summary>
    public async Task<AccountId> Enrol(TenantId tenant, string email, string name, Role role, CancellationToken cancellation)
    {
        // The only thing here that no user could do. Whoever is invited follows a link in a mail, and nobody but the mail has its token; so
        // accounts that anybody can try out at once are made by the platform itself.
        hash ??= DemoTown.Accepted(await passwords.Hash(Password, cancellation));
        var (platform, account) = (new Caller(tenant, Account: null, Role.Admin, DemoTown.Origin), AccountOf(tenant, email));
        var answer = await People(tenant).Enrol(
            platform, DemoTown.Once(account.Value), new(account, EmailAddress.Parse(email).Value, name, "de", role), hash, cancellation);
        Expect(answer);
        return account;
    }

    /// <summary>Somebody of the platform serves a municipality.</summary>
    /// <param name="by">An operator.</param>
    public async Task Serve(TenantId tenant, string email, Role role, AccountId by, CancellationToken cancellation)
    {
        var (caller, once) = (new Caller(tenant, by, Role.Operator, DemoTown.Origin), CommandId.Derive($"demo|{tenant}|serve {email}"));
        Expect(await People(tenant).Serve(caller, DemoTown.Once(once), EmailAddress.Parse(email).Value, role, cancellation));
    }

    private IPeopleGrain People(TenantId tenant)
    {
        passes.Enter(tenant);
        return grains.GetGrain<IPeopleGrain>(GrainKeys.Of(tenant));
    }

    private static void Expect(Result<Outcome<Membership>> answer)
    {
        if (answer.Refusal?.Code != PeopleErrors.AlreadyMember.Code)
            DemoTown.Accepted(answer);
    }
}
