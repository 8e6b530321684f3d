using System.Net;

namespace Helpdesk.Domain.Mail;

/// <summary>By which mail server a municipality's mails leave is the business of its admins.</summary>
public static class MailServerRules
{
    public const int LongestHost = 253;
    public const int LongestUsername = 320;
    public const int LongestPassword = 1_000;
    public const int LongestEndpoint = 2_000;
    public const int LongestClientId = 500;
    public const int LongestScope = 1_000;
    public const int LongestToken = 8_000;

    public static Error? Read(Member member) => member.Role is Role.Admin ? null : AccessErrors.AdminOnly;

    /// <param name="seal">Seals a password.</param>
    /// <param name="targets">Where the platform may connect to.</param>
    public static Decision<OwnMailServerEvent> Choose(
        OwnMailServer? present, MailServerChoice choice, Member member, Func<string, string> seal, IOutboundTargets targets)
    {
        if (Read(member) is { } refusal)
            return refusal;
        var before = present?.Server;
        if (Faults(before, choice, targets).ToList() is { Count: > 0 } faults)
            return Error.Invalid(faults);

        var after = new MailServer(
            choice.Host, choice.Port, choice.Security, choice.Username, Secret(before, choice, seal), choice.From)
        { Tokens = choice.Tokens?.Public };
        return after == before ? Decision<OwnMailServerEvent>.Nothing : new OwnMailServerEvent.Chosen(
            after.Host, after.Port, after.Security, after.Username, after.Sealed, after.From)
        { Tokens = after.Tokens };
    }

    public static Decision<OwnMailServerEvent> Leave(OwnMailServer? present, Member member) =>
        Read(member) is { } refusal ? refusal
        : present?.Server is null ? Decision<OwnMailServerEvent>.Nothing : new OwnMailServerEvent.Left();

    private static string? Secret(MailServer? before, MailServerChoice choice, Func<string, string> seal) =>
        choice.Username is null ? null
        : choice.Tokens is { } tokens ? tokens.Secrets is { } secrets ? seal(secrets.ToText()) : before!.Sealed
        : choice.Password is { } password ? seal(password) : before!.Sealed;

    private static IEnumerable<FieldError> Faults(MailServer? before, MailServerChoice choice, IOutboundTargets targets)
    {
        if (Uri.CheckHostName(choice.Host) is UriHostNameType.Unknown)
            yield return FieldCode.NotAHost.At("/host");
        else if (IPAddress.TryParse(choice.Host, out var address) && !targets.Allow(address))
            yield return FieldCode.ForbiddenTarget.At("/host");
        if (!targets.AnyPort && !MailServer.Ports.Contains(choice.Port))
            yield return FieldError.OneOf(FieldCode.UnknownWord, "/port", MailServer.Ports.Select(port => $"{port}"));
        if (choice is { Username: not null, Security: MailSecurity.None } && !targets.AnyPort)
            yield return FieldCode.Unprotected.At("/security");
        foreach (var fault in choice.Authentication is MailAuthentication.Login
            ? OfLogin(choice, IsKnown(before, choice)) : OfTokens(choice, IsKnown(before, choice), targets))
            yield return fault;
    }

    // A secret that is known goes nowhere else than where it went: whoever changes the server could otherwise have it sent to them.
    private static bool IsKnown(MailServer? before, MailServerChoice choice) => before is { Sealed: not null }
        && (before.Host, before.Port, before.Security, before.Username) == (choice.Host, choice.Port, choice.Security, choice.Username)
        && (before.Tokens?.Endpoint, before.Tokens?.ClientId) == (choice.Tokens?.Endpoint, choice.Tokens?.ClientId);

    private static IEnumerable<FieldError> OfLogin(MailServerChoice choice, bool isKnown)
    {
        if (choice.Tokens is not null)
            yield return FieldCode.NotSettable.At("/oauth");
        if (choice.Username is null && choice.Password is not null)
            yield return FieldCode.Required.At("/username");
        if (choice.Username is not null && choice.Password is null && !isKnown)
            yield return FieldCode.Required.At("/password");
    }

    private static IEnumerable<FieldError> OfTokens(MailServerChoice choice, bool isKnown, IOutboundTargets targets)
    {
        if (choice.Password is not null)
            yield return FieldCode.NotSettable.At("/password");
        if (choice.Username is null)
            yield return FieldCode.Required.At("/username");
        if (choice.Tokens is not { } tokens)
        {
            yield return FieldCode.Required.At("/oauth");
            yield break;
        }

        if (OutboundAddress.Fault(tokens.Endpoint, targets) is { } fault)
            yield return fault.At("/oauth/token_endpoint");
        if (tokens.Secrets is null && !isKnown)
            yield return FieldCode.Required.At("/oauth/client_secret");
    }
}

/// <summary>What became of a test: whether the server took the mail, and in which words.</summary>
public sealed record MailTest(DeliveryResult Result, string? Words, MailReason? Reason = null);

/// <summary>Keeps which municipality's mails leave by which server.</summary>
public interface IOwnMailServers : IAggregateStore<OwnMailServer, OwnMailServerEvent>;
