using Helpdesk.Contracts.People;
using Helpdesk.Domain.People;
using Helpdesk.Domain.SignIn;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.Demo;

/// <summary>
/// Accounts for trying the platform out, made through the same rules and the same record as all others. In Development only: their password
/// is in the README.
/// </summary>
public sealed class DemoAccounts(IGrainFactory grains, IPasswords passwords, TenantPasses passes, IHostEnvironment environment)
{
    public const string Password = "Demo-Passwort-2026";

    private const string Origin = "demo";

    /// <summary>A member who can sign in; the present one if there is one with this address.</summary>
    /// <returns>The account's id.</returns>
    public async Task<Guid> Enrol(TenantId tenant, string email, string name, Role role, CancellationToken cancellation)
    {
        RefuseOutsideDevelopment();
        var hash = await passwords.Hash(Password, cancellation);
        var account = CommandId.Derive($"demo|{tenant}|{email}");
        passes.Enter(tenant);
        var answer = await People(tenant).Enrol(
            Platform(tenant), Once(account), new(new(account), EmailAddress.Parse(email).Value, name, "de", role),
            hash.Value, cancellation);
        return Expect(answer, account, PeopleErrors.AlreadyMember.Code);
    }

    /// <summary>Somebody of the platform serves a municipality.</summary>
    /// <param name="by">An operator.</param>
    public async Task Serve(TenantId tenant, string email, Role role, Guid by, CancellationToken cancellation)
    {
        RefuseOutsideDevelopment();
        passes.Enter(tenant);
        var caller = new Caller(tenant, new AccountId(by), Role.Operator, Origin);
        Expect(await People(tenant).Serve(caller, Once(Guid.CreateVersion7()), EmailAddress.Parse(email).Value, role, cancellation), by,
            PeopleErrors.AlreadyMember.Code);
    }

    private void RefuseOutsideDevelopment()
    {
        if (!environment.IsDevelopment())
            throw new InvalidOperationException("Demo accounts exist in Development only.");
    }

    private IPeopleGrain People(TenantId tenant) => grains.GetGrain<IPeopleGrain>(GrainKeys.Of(tenant));

    private static Caller Platform(TenantId tenant) => new(tenant, null, Role.Admin, Origin);

    private static CommandId Once(Guid id) => new(id, "", FromKey: false);

    private static Guid Expect(Result<Outcome<Membership>> answer, Guid otherwise, string harmless) => answer.Refusal switch
    {
        null => answer.Value.State.Account.Value,
        { Code: var code } when code == harmless => otherwise,
        var refusal => throw new InvalidOperationException($"A demo account was refused: {refusal.Code}. {refusal.Message}"),
    };
}
