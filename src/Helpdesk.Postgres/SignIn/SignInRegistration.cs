using Helpdesk.Domain.SignIn;
using Helpdesk.Postgres.SignIn.OpenId;
using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Postgres.SignIn;

internal static class SignInRegistration
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddOptions<PasswordOptions>().BindConfiguration(PasswordOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<PasswordOptions>, PasswordOptionsValidator>()
            .AddSingleton<IPasswordHasher<AccountUser>>(provider => new PasswordHasher<AccountUser>(Options.Create(
                new PasswordHasherOptions { IterationCount = provider.GetRequiredService<IOptions<PasswordOptions>>().Value.Iterations })))
            .AddSingleton<AccountScope.Factory>()
            .AddSingleton<SignInTries>()
            .AddSingleton<NewSessions>()
            .AddSingleton<IAccounts, Accounts>()
            .AddSingleton<ISecondFactors, SecondFactors>()
            .AddSingleton<IPasskeys, PasskeyStore>()
            .AddSingleton<IPasswords, Passwords>()
            .AddSingleton<ISessions, Sessions>()
            .AddSingleton<ISigningKeys, SigningKeys>().AddSingleton<IPurge, TokenPurge>().AddSingleton<TokenSecrets>();
    }
}
