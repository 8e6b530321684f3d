using Helpdesk.Postgres.SignIn.OpenId;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using OpenIddict.Validation;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Helpdesk.Api.SignIn.OpenId;

/// <summary>Gives OpenIddict the keys: those of the ring for what others verify, those of the master key for what only we read.</summary>
internal sealed class KeysFromRing(SigningKeyRing ring, TokenSecrets secrets) : IConfigureOptions<OpenIddictServerOptions>
{
    public void Configure(OpenIddictServerOptions options)
    {
        options.SigningCredentials.AddRange(ring.Present);
        options.SigningCredentials.Add(InternalKeys.Signing(secrets));
        options.EncryptionCredentials.Add(new(
            new SymmetricSecurityKey(secrets.Encryption) { KeyId = "internal-encryption" }, SecurityAlgorithms.Aes256KW,
            SecurityAlgorithms.Aes256CbcHmacSha512));
    }
}

/// <summary>Makes options be built anew.</summary>
internal sealed class ChangeSource<TOptions> : IOptionsChangeTokenSource<TOptions>
{
    private CancellationTokenSource source = new();

    public string? Name => Options.DefaultName;

    public IChangeToken GetChangeToken() => new CancellationChangeToken(source.Token);

    public void Fire() => Interlocked.Exchange(ref source, new()).Cancel();
}

/// <summary>
/// Chooses the key by who reads the token. With a key of the ring a refresh token would be worthless as soon as that key is withdrawn, days
/// before the token is over; and OpenIddict by itself would sign access tokens with the symmetric key, which nobody else can verify.
/// </summary>
internal sealed class InternalKeys(SigningKeyRing ring, TokenSecrets secrets) : IOpenIddictServerHandler<GenerateTokenContext>
{
    private readonly SigningCredentials signing = Signing(secrets);

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        OpenIddictServerHandlerDescriptor.CreateBuilder<GenerateTokenContext>()
        .UseSingletonHandler<InternalKeys>()
        .SetOrder(OpenIddictServerHandlers.Protection.AttachSecurityCredentials.Descriptor.Order + 500)
        .SetType(OpenIddictServerHandlerType.Custom)
        .Build();

    public static SigningCredentials Signing(TokenSecrets secrets) =>
        new(new SymmetricSecurityKey(secrets.Authentication) { KeyId = "internal-authentication" }, SecurityAlgorithms.HmacSha256);

    public ValueTask HandleAsync(GenerateTokenContext context)
    {
        var isForOthers = context.TokenType is TokenTypeIdentifiers.AccessToken or TokenTypeIdentifiers.IdentityToken;
        context.SigningCredentials = isForOthers ? ring.Present[0] : signing;
        if (isForOthers)
            context.CreateTokenEntry = false; // the session and the client decide; a row for each would only be written
        return default;
    }
}

/// <summary>
/// Loads the keys before the host listens, and lets OpenIddict's options follow them: the server's first, which the validation's are copied
/// from.
/// </summary>
internal sealed class OpenIdStart(
    SigningKeyRing ring, IEnumerable<IOptionsChangeTokenSource<OpenIddictServerOptions>> server,
    IEnumerable<IOptionsChangeTokenSource<OpenIddictValidationOptions>> validation, IServiceProvider services) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await ring.Refresh(cancellationToken);
        ring.Changed += () =>
        {
            server.OfType<ChangeSource<OpenIddictServerOptions>>().Single().Fire();
            validation.OfType<ChangeSource<OpenIddictValidationOptions>>().Single().Fire();
        };

        // Options that do not hold end the start, not the first request.
        _ = services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue;
        _ = services.GetRequiredService<IOptionsMonitor<OpenIddictValidationOptions>>().CurrentValue;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
