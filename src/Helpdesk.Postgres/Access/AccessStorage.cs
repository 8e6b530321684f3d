using Helpdesk.Domain.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Helpdesk.Postgres.Access;

public static class AccessStorage
{
    /// <summary>
    /// Registers the record of accounts, memberships, sessions and keys: every port in <c>Helpdesk.Domain.Access</c>. A host refuses to
    /// start with a master key that does not open what is sealed in it; call it after <see
    /// cref="DatabaseRegistration.AddHelpdeskDatabase"/>, so that the database is open by then.
    /// </summary>
    public static IHostApplicationBuilder AddAccessStorage(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<PasswordOptions>, PasswordOptionsValidator>();
        services.AddOptions<PasswordOptions>().BindConfiguration(PasswordOptions.Section).ValidateOnStart();
        services.AddSingleton<IPasswordHasher<AccountUser>>(provider => new PasswordHasher<AccountUser>(Options.Create(
            new PasswordHasherOptions { IterationCount = provider.GetRequiredService<IOptions<PasswordOptions>>().Value.Iterations })));
        builder.AddSeals();

        services.AddSingleton<OpenId.TokenSecrets>();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<AccountScope.Factory>();
        services.AddSingleton<SignInTries>();
        services.AddSingleton<NewSessions>();
        services.AddSingleton<OwedMails>();
        services.AddSingleton<IMailOrders, MailOrders>();
        services.AddSingleton<IAccounts, Accounts>();
        services.AddSingleton<ISecondFactors, SecondFactors>();
        services.AddSingleton<IPasswords, Passwords>();
        services.AddSingleton<ISessions, Sessions>();
        services.AddSingleton<IApiKeys, ApiKeys>();
        services.AddSingleton<IApiClients, ApiClients>();
        services.AddSingleton<ISigningKeys, SigningKeys>();
        services.AddSingleton<ITokenPurge, OpenId.TokenPurge>();
        services.AddSingleton<IPeopleStore, PeopleStore>();
        services.AddSingleton<Appointment>();
        services.AddSingleton<IActivityLog, ActivityLog>();
        services.AddSingleton<IMemberDirectory, MemberDirectory>();
        return builder;
    }

    /// <summary>For commands, which start no hosted services: what a host checks when it starts.</summary>
    /// <exception cref="StartupRefusedException">The master key does not open what is sealed in the database.</exception>
    public static Task RequireMasterKey(this IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<MasterKeyCheck>().Require(cancellation);
}
