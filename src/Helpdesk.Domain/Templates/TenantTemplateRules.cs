using System.Text.RegularExpressions;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Templates;

public static partial class TenantTemplateRules
{
    /// <param name="version">As read, 0 for the standard one that nobody has written; <c>null</c>: there must be none.</param>
    public static Decision<TenantTemplateEvent> Save(
        TenantTemplate? present, string key, string name, TemplateContent content, int? version, Member member)
    {
        if (member.Role != Role.Operator)
            return AccessErrors.OperatorOnly;
        var exists = present is { IsRemoved: false } || (present is null && key == TenantTemplate.Standard);
        if (version is null && exists)
            return TenantErrors.TemplateExists;
        if (version is not null && !exists)
            return AccessErrors.NotFound;
        if (version.IsStale(present?.Version ?? 0))
            return FeedErrors.Stale;
        FieldError?[] faults =
        [
            KeyFault(key),
            Text.OneLine(name, "/name", TenantRules.MostName),
            JsonSerializer.Serialize(content, RecordJson.Options).Length > TenantTemplate.LongestContent
                ? FieldError.TooLong("", TenantTemplate.LongestContent) : null,
            .. TemplateFaults.Of(content).Select(fault => fault with { Pointer = "/content" + fault.Pointer }),
        ];
        if (faults.OfType<FieldError>().ToList() is { Count: > 0 } wrong)
            return Error.Invalid(wrong);
        return version is not null && Says(present ?? StandardTemplate.Unwritten, name, content)
            ? Decision<TenantTemplateEvent>.Nothing : new TenantTemplateEvent.Saved(key, name, content);
    }

    private static bool Says(TenantTemplate standing, string name, TemplateContent content) =>
        standing.Name == name && RecordJson.Same(standing.Content, content);

    public static Decision<TenantTemplateEvent> Remove(TenantTemplate? present, string key, int? version, Member member)
    {
        if (member.Role != Role.Operator)
            return AccessErrors.OperatorOnly;
        if (present is { IsRemoved: true } || (present is null && key != TenantTemplate.Standard))
            return AccessErrors.NotFound;
        return version.IsStale(present?.Version ?? 0) ? FeedErrors.Stale : new TenantTemplateEvent.Removed(key);
    }

    public static FieldError? KeyFault(string key) => IsKey(key) ? null : FieldCode.Format.At("/key",
        "Muss 1 bis 40 kleine Buchstaben, Ziffern und Bindestriche haben.", "Must have 1 to 40 lower-case letters, digits and hyphens.");

    public static bool IsKey(string? key) => key is not null && KeyWord().IsMatch(key);

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,39}\z", RegexOptions.NonBacktracking)]
    private static partial Regex KeyWord();
}
