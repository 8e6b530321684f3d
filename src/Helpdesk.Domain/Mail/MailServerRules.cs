using System.Net;

namespace Helpdesk.Domain.Mail;

/// <summary>By which mail server a municipality's mails leave is the business of its admins.</summary>
public static class MailServerRules
{
    public const int LongestHost = 253;
    public const int LongestUsername = 320;
    public const int LongestPassword = 1_000;

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

        var secret = choice.Username is null ? null : choice.Password is { } password ? seal(password) : before!.Sealed;
        var after = new MailServer(choice.Host, choice.Port, choice.Security, choice.Username, secret, choice.From);
        return after == before ? Decision<OwnMailServerEvent>.Nothing : new OwnMailServerEvent.Chosen(
            after.Host, after.Port, after.Security, after.Username, after.Sealed, after.From);
    }

    public static Decision<OwnMailServerEvent> Leave(OwnMailServer? present, Member member) =>
        Read(member) is { } refusal ? refusal
        : present?.Server is null ? Decision<OwnMailServerEvent>.Nothing : new OwnMailServerEvent.Left();

    // A password that is known goes nowhere else than where it went: whoever changes the server could otherwise have it sent to them.
    private static IEnumerable<FieldError> Faults(MailServer? before, MailServerChoice choice, IOutboundTargets targets)
    {
        if (Uri.CheckHostName(choice.Host) is UriHostNameType.Unknown)
            yield return FieldCode.NotAHost.At("/host");
        else if (IPAddress.TryParse(choice.Host, out var address) && !targets.Allow(address))
            yield return FieldCode.ForbiddenTarget.At("/host");
        if (!targets.AnyPort && !MailServer.Ports.Contains(choice.Port))
            yield return FieldError.OneOf(FieldCode.UnknownWord, "/port", MailServer.Ports.Select(port => $"{port}"));
        if (choice.Username is null && choice.Password is not null)
            yield return FieldCode.Required.At("/username");
        var isKnown = before is { Sealed: not null } && (before.Host, before.Port, before.Security, before.Username)
            == (choice.Host, choice.Port, choice.Security, choice.Username);
        if (choice.Username is not null && choice.Password is null && !isKnown)
            yield return FieldCode.Required.At("/password");
        if (choice is { Username: not null, Security: MailSecurity.None } && !targets.AnyPort)
            yield return FieldCode.Unprotected.At("/security");
    }
}

/// <param name="Password"><c>null</c>: the one that is known stays, as long as server and user name do.</param>
public sealed record MailServerChoice(string Host, int Port, MailSecurity Security, string? Username, string? Password, string From);

/// <summary>What became of a test: whether the server took the mail, and in which words.</summary>
public sealed record MailTest(DeliveryResult Result, string? Words, MailReason? Reason = null);

/// <summary>Keeps which municipality's mails leave by which server.</summary>
public interface IOwnMailServers : IAggregateStore<OwnMailServer, OwnMailServerEvent>;
