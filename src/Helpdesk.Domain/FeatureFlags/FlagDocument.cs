using System.Text.Encodings.Web;
using NodaTime.Text;

namespace Helpdesk.Domain.FeatureFlags;

/// <summary>How a document names tenants: by slug towards people, by id in the database, since a slug belongs to the outside.</summary>
public interface ITenantNames
{
    /// <returns><c>null</c>: no such tenant.</returns>
    TenantId? Find(string name);

    string Of(TenantId tenant);
}

/// <summary>
/// A flag as a JSON document: what the API takes and shows, what travels to the grain, and what events keep. Reading gathers every fault
/// with its pointer; writing is canonical, so equal flags have equal text.
/// </summary>
public static class FlagDocument
{
    private static readonly string[] Names =
    [
        "description", "owner", "kind", "enabled", "variants", "default_variant", "safe_variant", "strategies", "requires", "expires_at",
        "entitlement", "cms_versions", "four_eyes", "overridable", "server_only", "salt",
    ];

    // It is shown and stored as JSON, never inside a page: umlauts may stay what they are.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Tenants by id, as in the database.</summary>
    public static ITenantNames ById { get; } = new Ids();

    /// <param name="reason">The member <c>reason</c>, which belongs to the change, not to the flag.</param>
    public static Result<FlagDefinition> Read(string json, ITenantNames tenants, out string? reason) =>
        Read(json, tenants, out reason, out _);

    /// <param name="readable">
    /// What can be read of it, also when it is refused; with something harmless where something is wrong. <c>null</c>: nothing can.
    /// </param>
    public static Result<FlagDefinition> Read(string json, ITenantNames tenants, out string? reason, out FlagDefinition? readable)
    {
        (reason, readable) = (null, null);
        if (DocumentText.Parse(json).Refused(out var malformed, out var document))
            return malformed;

        using (document)
        {
            var faults = new List<FieldError>();
            var root = new DocumentNode(document.RootElement, "", faults);
            var flag = readable = ReadRoot(root, tenants);
            if (flag is not null)
            {
                reason = root.Member("reason") is { IsNull: false } given ? given.String() : null;
                faults.AddRange(FlagRules.Faults(flag).Append(FlagRules.ReasonFault(reason)).OfType<FieldError>()
                    .Where(fault => !FollowsFromAny(fault, faults)).ToList());
            }

            return faults.Count == 0 ? flag! : Error.Invalid([.. faults.DistinctBy(fault => fault.Pointer)]);
        }
    }

    /// <summary>Reads what was stored. Rules that came later do not make the past unreadable.</summary>
    /// <exception cref="JsonException">It is not a document that <see cref="Text(FlagDefinition)"/> wrote.</exception>
    public static FlagDefinition ReadStored(JsonElement stored)
    {
        var faults = new List<FieldError>();
        var flag = ReadRoot(new(stored, "", faults), ById);
        return flag is not null && faults.Count == 0
            ? flag
            : throw new JsonException(
                $"A stored flag cannot be read: {string.Join("; ", faults.Select(fault => $"{fault.Pointer} {fault.Code}"))}.");
    }

    public static string Text(FlagDefinition flag) => Text(flag, ById);

    public static string Text(FlagDefinition flag, ITenantNames tenants)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
            FlagDocumentWriter.Write(flag, tenants, json);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static FlagDefinition? ReadRoot(DocumentNode root, ITenantNames tenants)
    {
        if (!root.IsObject())
            return null;

        root.Only([.. Names, "reason"]);
        return ReadFlag(root, tenants);
    }

    // The stand-in for something that could not be read must not be judged a second time.
    private static bool FollowsFromAny(FieldError found, List<FieldError> noted) => noted.Exists(first =>
        IsWithin(first.Pointer, found.Pointer) || IsWithin(found.Pointer, first.Pointer) ||
        (first.Pointer.EndsWith("/type", StringComparison.Ordinal) && IsWithin(found.Pointer, first.Pointer[..^"/type".Length])) ||
        (found.Code == FieldCode.UnknownVariant.Code && IsWithin(first.Pointer, "/variants")));

    private static bool IsWithin(string pointer, string root) =>
        pointer.StartsWith(root, StringComparison.Ordinal) && (pointer.Length == root.Length || pointer[root.Length] == '/');

    private static FlagDefinition ReadFlag(DocumentNode root, ITenantNames tenants)
    {
        var kind = root.Member("kind")?.Word<FlagKind>() ?? FlagKind.Release;
        var variants = root.Required("variants") is { } given ? ReadVariants(given) : [];
        var standard = root.Required("default_variant")?.String() ?? "";
        return new()
        {
            Description = root.Member("description")?.String() ?? "",
            Owner = Optional(root, "owner") is { } owner ? ReadOwner(owner) : null,
            Kind = kind,
            Enabled = root.Member("enabled") is { } enabled ? ReadEnabled(enabled) : FlagEnvironments.Nowhere,
            Variants = variants,
            DefaultVariant = standard,
            SafeVariant = Optional(root, "safe_variant")?.String() ?? SafeOf(variants, standard),
            Strategies = root.Member("strategies") is { } strategies
                ? [.. strategies.Items(FlagLimits.Strategies).Select(item => FlagStrategyDocument.Read(item, tenants))] : [],
            Requires = root.Member("requires") is { } requires
                ? [.. requires.Items(FlagLimits.Requires).Select(item => item.String())] : [],
            ExpiresAt = Optional(root, "expires_at") is { } expiry ? ReadInstant(expiry) : null,
            Entitlement = Optional(root, "entitlement")?.String(),
            CmsVersions = Optional(root, "cms_versions")?.String(),
            FourEyes = root.Member("four_eyes")?.Boolean() ?? false,
            Overridable = root.Member("overridable")?.Boolean() ?? false,
            ServerOnly = root.Member("server_only")?.Boolean() ?? kind == FlagKind.Operational,
            Salt = Optional(root, "salt")?.String() ?? "",
        };
    }

    private static DocumentNode? Optional(DocumentNode root, string name) => root.Member(name) is { IsNull: false } member ? member : null;

    // Off is what a boolean flag means by safe; elsewhere the default is the best guess.
    private static string SafeOf(ImmutableArray<FlagVariant> variants, string standard)
    {
        var offs = variants.Where(variant => variant.Value == FlagValue.False).ToList();
        return offs is [var off] ? off.Name : standard;
    }

    private static ImmutableArray<FlagVariant> ReadVariants(DocumentNode node)
    {
        var variants = ImmutableArray.CreateBuilder<FlagVariant>();
        foreach (var (name, value) in node.Members())
        {
            if (FlagValue.Of(value.Element) is { } read)
                variants.Add(new(name, read));
            else
                value.Fault(FieldCode.NotAValue);
        }

        return [.. variants.OrderBy(variant => variant.Name, StringComparer.Ordinal)];
    }

    private static FlagEnvironments ReadEnabled(DocumentNode node)
    {
        if (node.Element.ValueKind != JsonValueKind.Object)
            return node.Boolean() ? FlagEnvironments.Everywhere : FlagEnvironments.Nowhere;

        var members = node.Members().Select(member => new NamedEnvironment(member.Name, member.Value.Boolean())).ToList();
        return new(
            members.Find(member => member.Name == "*")?.Enabled ?? false,
            [.. members.Where(member => member.Name != "*").OrderBy(member => member.Name, StringComparer.Ordinal)]);
    }

    private static AccountId? ReadOwner(DocumentNode node)
    {
        if (Guid.TryParseExact(node.String(), "D", out var id))
            return new AccountId(id);

        node.Fault(FieldCode.NotAnId);
        return null;
    }

    private static Instant? ReadInstant(DocumentNode node)
    {
        if (OffsetDateTimePattern.Rfc3339.Parse(node.String()) is { Success: true } parsed)
        {
            // Whole microseconds, as the database keeps them.
            var ticks = parsed.Value.ToInstant().ToUnixTimeTicks();
            return Instant.FromUnixTimeTicks(ticks - (((ticks % 10) + 10) % 10));
        }

        node.Fault(FieldCode.NotATime);
        return null;
    }

    private sealed class Ids : ITenantNames
    {
        public TenantId? Find(string name) => Guid.TryParseExact(name, "D", out var id) ? new TenantId(id) : null;

        public string Of(TenantId tenant) => tenant.Value.ToString("D", CultureInfo.InvariantCulture);
    }
}

/// <summary>Keeps a flag in events and rows as its document.</summary>
public sealed class FlagDefinitionConverter : JsonConverter<FlagDefinition>
{
    public override FlagDefinition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return FlagDocument.ReadStored(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, FlagDefinition value, JsonSerializerOptions options) =>
        FlagDocumentWriter.Write(value, FlagDocument.ById, writer);
}
