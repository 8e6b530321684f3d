using Helpdesk.Api.SignIn.OpenId;
using Helpdesk.Api.SignIn.Passkeys;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HttpOverrides;

namespace Helpdesk.Api.SignIn;

internal static class SignInRegistration
{
    public static WebApplicationBuilder AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<AccessOptions>, AccessOptionsValidator>();
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section).ValidateOnStart();

        services.AddSingleton<ProviderGate>().AddSingleton<DemandRules>().AddSingleton<StandingRight>();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<AccessOptions>>(TrustProxies);

        services.AddOpenId();
        services.AddSingleton<SigningKeyRing>().AddSingleton<AccessTokens>().AddSingleton<Credentials>().AddSingleton<TokenAnswers>();
        services.AddSingleton<ForeignTokens>().AddSingleton<TryGates>().AddSingleton<PasskeyCeremonies>();
        services.AddSingleton<SignInFlow>().AddSingleton<FreshProof>().AddSingleton<EvenAnswer>()
            .AddSingleton<PasswordPlaces>().AddSingleton<ForgottenPasswords>();
        return builder;
    }

    /// <summary>Before everything that looks at the caller's address or at the scheme.</summary>
    public static WebApplication UseTrustedProxies(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<AccessOptions>>().Value.TrustedProxies.Length > 0)
            app.UseForwardedHeaders();
        return app;
    }

    /// <summary>Whose credential a request shows. Whether that lets it in, <see cref="UseDemands"/> asks, behind the limits.</summary>
    public static WebApplication UseCredentials(this WebApplication app)
    {
        // The host would put the framework's own before everything, because OpenIddict brings its services along: see ServeOpenIddict.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        app.UseMiddleware<CredentialMiddleware>();
        app.Use(static (context, next) =>
        {
            HttpLimits.Tell(context);
            return next(context);
        });
        return app;
    }

    public static WebApplication UseDemands(this WebApplication app)
    {
        app.UseMiddleware<DemandMiddleware>();
        return app;
    }

    /// <summary>An endpoint that nobody thought about must not be open.</summary>
    /// <remarks>
    /// Whoever asks a source for its endpoints has each of them made, and its handler compiled: hundreds of methods, a second of every
    /// start. What was made for this look is therefore what is served.
    /// </remarks>
    /// <exception cref="InvalidOperationException">One says neither whom it lets in nor that it lets everybody in.</exception>
    public static WebApplication RequireDemands(this WebApplication app)
    {
        var sources = ((IEndpointRouteBuilder)app).DataSources;
        var endpoints = sources.SelectMany(source => source.Endpoints).ToList();
        sources.Clear();
        sources.Add(new DefaultEndpointDataSource(endpoints));
        var silent = endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<Demand>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => endpoint.DisplayName).ToList();
        return silent.Count == 0 ? app : throw new InvalidOperationException(
            $"These endpoints do not say whom they let in: {string.Join(", ", silent)}");
    }

    private static void TrustProxies(ForwardedHeadersOptions forwarded, IOptions<AccessOptions> access)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.ForwardLimit = null;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in access.Value.TrustedProxies)
            forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
    }
}
