namespace Helpdesk.Postgres.People;

/// <summary>What every host reads of section <c>Helpdesk:Access</c>, silos too; the rest of it is for those that serve people.</summary>
public sealed class MemberOptions
{
    public const string Section = "Helpdesk:Access";

    /// <summary>How old what is known of a member may be; 0 to 4 s. Default 3 s. The same setting is that of sessions and keys.</summary>
    public TimeSpan Freshness { get; set; } = TimeSpan.FromSeconds(3);
}

internal sealed class MemberOptionsValidator : IValidateOptions<MemberOptions>
{
    public ValidateOptionsResult Validate(string? name, MemberOptions options) =>
        options.Freshness < TimeSpan.Zero || options.Freshness > TimeSpan.FromSeconds(4)
            ? ValidateOptionsResult.Fail($"{MemberOptions.Section}:Freshness must be between 0 and 4 seconds.")
            : ValidateOptionsResult.Success;
}
