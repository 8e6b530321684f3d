using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;

namespace Helpdesk.Api.SignIn.Passkeys;

/// <summary>
/// A device is asked to make a key, or to sign with one, and its answer is checked by ASP.NET Core Identity. What it was asked travels
/// sealed with the page instead of lying here: bound to the host and to what it is for, good for five minutes, and for one answer.
/// </summary>
internal sealed class PasskeyCeremonies(IPasskeys passkeys, ISeals seals, TimeProvider time)
{
    /// <summary>In seconds: so long a device may take.</summary>
    public const int GoodFor = 300;

    private static readonly IOptions<IdentityPasskeyOptions> Rules = Microsoft.Extensions.Options.Options.Create(new IdentityPasskeyOptions
    {
        AuthenticatorTimeout = TimeSpan.FromSeconds(GoodFor),
        // The device asks for a finger, a face or its own code: so the key stands for both factors.
        UserVerificationRequirement = "required",
        ResidentKeyRequirement = "required",
        AttestationConveyancePreference = "none",
        ValidateOrigin = static asked => new(
            !asked.CrossOrigin && asked.Origin == $"{asked.HttpContext.Request.Scheme}://{asked.HttpContext.Request.Host}"),
    });

    public static PasskeyPlace PlaceOf(HttpContext context) => new(context.Tenant().Home, context.Request.Host.Host.ToLowerInvariant());

    public async Task<Question> AskToMake(HttpContext context, SignInCandidate who)
    {
        var made = await Handler(context).MakeCreationOptionsAsync(
            new() { Id = $"{who.Account}", Name = who.Here.Email.Shown, DisplayName = who.Here.Name }, context);
        return new(made.CreationOptionsJson, Sealed(context, "make", made.AttestationState!));
    }

    public async Task<Question> AskToSign(HttpContext context)
    {
        var made = await Handler(context).MakeRequestOptionsAsync(null!, context);
        return new(made.RequestOptionsJson, Sealed(context, "sign", made.AssertionState!));
    }

    /// <returns>The key, and the hash of what was asked; <c>null</c>: it is no answer to what was asked here.</returns>
    public async Task<(UserPasskeyInfo Passkey, byte[] Asked)?> Made(HttpContext context, string answer, string question, AccountId account)
    {
        if (Opened(context, "make", question) is not { } state)
            return null;
        var result = await Handler(context).PerformAttestationAsync(
            new() { HttpContext = context, CredentialJson = answer, AttestationState = state });
        return result is { Succeeded: true, Passkey: { } passkey } && result.UserEntity.Id == $"{account}" ? (passkey, Hash(state)) : null;
    }

    /// <inheritdoc cref="Made"/>
    public async Task<(AccountId Account, PasskeyUse Use)?> Signed(HttpContext context, string answer, string question)
    {
        if (Opened(context, "sign", question) is not { } state)
            return null;
        var result = await Handler(context).PerformAssertionAsync(
            new() { HttpContext = context, CredentialJson = answer, AssertionState = state });
        if (result is not { Succeeded: true, Passkey: { } signed, User: { } owner })
            return null;
        var kept = await passkeys.Find(PlaceOf(context), signed.CredentialId, context.RequestAborted);
        return kept is null ? null : (owner.Account, new(kept.Id, signed.SignCount, signed.IsBackedUp, Hash(state)));
    }

    private PasskeyHandler<PasskeyOwner> Handler(HttpContext context) => new(
        new UserManager<PasskeyOwner>(
            new PasskeyOwners(passkeys, PlaceOf(context)), Microsoft.Extensions.Options.Options.Create(new IdentityOptions()),
            new PasswordHasher<PasskeyOwner>(), [], [], new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), null!,
            NullLogger<UserManager<PasskeyOwner>>.Instance), Rules);

    private static SealPurpose Purpose(HttpContext context, string what) =>
        new(SealKind.PasskeyQuestion, context.Tenant().Home, $"{what} {context.Tenant().Host}");

    private string Sealed(HttpContext context, string what, string state)
    {
        var expires = time.GetUtcNow().AddSeconds(GoodFor).ToUnixTimeSeconds();
        return Base64Url.EncodeToString(seals.Seal(
            Purpose(context, what), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{expires} {state}"))));
    }

    private string? Opened(HttpContext context, string what, string question)
    {
        if (!Base64Url.IsValid(question) || seals.Open(Purpose(context, what), Base64Url.DecodeFromChars(question)) is not { } plain)
            return null;
        var parts = Encoding.UTF8.GetString(plain).Split(' ', 2);
        return long.Parse(parts[0], CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds() ? parts[1] : null;
    }

    private static byte[] Hash(string state) => SHA256.HashData(Encoding.UTF8.GetBytes(state));
}

/// <param name="Options">What the browser takes, as JSON.</param>
/// <param name="State">What comes back with the answer.</param>
internal sealed record Question(string Options, string State);
