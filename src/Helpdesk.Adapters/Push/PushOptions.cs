using Microsoft.Extensions.Options;

namespace Helpdesk.Adapters.Push;

/// <summary>How browsers are told. Section <c>Helpdesk:Push</c>.</summary>
public sealed class PushOptions
{
    public const string Section = "Helpdesk:Push";

    /// <summary>
    /// Whom a push service writes to about what it gets: <c>mailto:…</c> or <c>https://…</c>. Default: the address of the desk.
    /// </summary>
    public string? Contact { get; set; }
}

internal sealed class PushOptionsValidator : IValidateOptions<PushOptions>
{
    public ValidateOptionsResult Validate(string? name, PushOptions options) =>
        options.Contact is null || (Uri.TryCreate(options.Contact, UriKind.Absolute, out var contact)
            && contact.Scheme is "mailto" or "https")
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{PushOptions.Section}:Contact must be mailto:… or https://….");
}
