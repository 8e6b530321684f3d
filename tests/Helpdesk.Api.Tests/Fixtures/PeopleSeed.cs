using Helpdesk.Contracts;
using Helpdesk.Contracts.People;
using Helpdesk.Domain.People;
using Helpdesk.Domain.SignIn;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.Tests.Fixtures;

/// <summary>Members who can sign in at once. All have the same password, which is hashed once: that is what takes time.</summary>
public sealed class PeopleSeed(IServiceProvider host)
{
    public const string Password = "Probe-Passwort-2026";

    private readonly Lazy<Task<Result<string>>> hash = new(() => host.GetRequiredService<IPasswords>().Hash(Password, default));

    /// <returns>The account's id.</returns>
    public async Task<Guid> Enrol(TenantId tenant, Role role, string email, string name)
    {
        var (nobody, person) = (new Caller(tenant, Account: null, Role.Admin, "test"), new Invitation(
            Some.Account(), EmailAddress.Parse(email).Value, name, "de", role));
        var enrolled = await People(tenant).Enrol(nobody, Once(), person, (await hash.Value).Value, default);
        return enrolled.Value.State.Account.Value;
    }

    /// <summary>Somebody of the platform serves a municipality.</summary>
    public async Task Serve(TenantId tenant, Role role, string email, AccountId by)
    {
        // An operator makes no admins where there is one; its admins do.
        var served = await People(tenant).Serve(
            new(tenant, by, Role.Operator, "test"), Once(), EmailAddress.Parse(email).Value, role is Role.Admin ? Role.Manager : role,
            default);
        served.Refusal.ShouldBeNull();
        if (role is Role.Admin)
            (await People(tenant).Revise(
                new(tenant, Account: null, Role.Admin, "test"), Once(), served.Value.State.Account, new(Role: Role.Admin), null, default))
                .Refusal.ShouldBeNull();
    }

    private IPeopleGrain People(TenantId tenant)
    {
        host.GetRequiredService<TenantPasses>().Enter(tenant);
        return host.GetRequiredService<IGrainFactory>().GetGrain<IPeopleGrain>(GrainKeys.Of(tenant));
    }

    private static CommandId Once() => new(Guid.CreateVersion7(), "", FromKey: false);
}
