using NodaTime.Text;

namespace Helpdesk.Domain.FeatureFlags;

/// <summary>Writes what <see cref="FlagDocument"/> reads: every member, defaults too, in a fixed order.</summary>
public static class FlagDocumentWriter
{
    public static void Write(FlagDefinition flag, ITenantNames tenants, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteMembers(flag, tenants, json);
        json.WriteEndObject();
    }

    /// <summary>The members alone, for a writer that adds its own.</summary>
    public static void WriteMembers(FlagDefinition flag, ITenantNames tenants, Utf8JsonWriter json)
    {
        json.WriteString("description", flag.Description);
        json.WriteString("owner", flag.Owner?.ToString());
        json.WriteString("kind", Words<FlagKind>.Of(flag.Kind));
        WriteEnabled(flag.Enabled, json);
        json.WriteStartObject("variants");
        foreach (var variant in flag.Variants)
        {
            json.WritePropertyName(variant.Name);
            json.WriteRawValue(variant.Value.Json);
        }

        json.WriteEndObject();
        json.WriteString("default_variant", flag.DefaultVariant);
        json.WriteString("safe_variant", flag.SafeVariant);
        json.WriteStartArray("strategies");
        foreach (var strategy in flag.Strategies)
            Write(strategy, tenants, json);
        json.WriteEndArray();
        json.WriteStartArray("requires");
        foreach (var key in flag.Requires)
            json.WriteStringValue(key);
        json.WriteEndArray();
        json.WriteString("expires_at", flag.ExpiresAt is { } expiry ? InstantPattern.ExtendedIso.Format(expiry) : null);
        json.WriteString("entitlement", flag.Entitlement);
        json.WriteString("cms_versions", flag.CmsVersions);
        json.WriteBoolean("four_eyes", flag.FourEyes);
        json.WriteBoolean("overridable", flag.Overridable);
        json.WriteBoolean("server_only", flag.ServerOnly);
        json.WriteString("salt", flag.Salt);
    }

    private static void WriteEnabled(FlagEnvironments enabled, Utf8JsonWriter json)
    {
        if (enabled.Named.IsEmpty)
        {
            json.WriteBoolean("enabled", enabled.Elsewhere);
            return;
        }

        json.WriteStartObject("enabled");
        json.WriteBoolean("*", enabled.Elsewhere);
        foreach (var named in enabled.Named)
            json.WriteBoolean(named.Name, named.Enabled);
        json.WriteEndObject();
    }

    private static void Write(FlagStrategy strategy, ITenantNames tenants, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        strategy.Write(json, tenants);
        WriteWhere(strategy, json);
        json.WriteEndObject();
    }

    private static void WriteWhere(FlagStrategy strategy, Utf8JsonWriter json)
    {
        if (strategy.Where.IsEmpty)
            return;

        json.WriteStartArray("where");
        foreach (var condition in strategy.Where)
        {
            json.WriteStartObject();
            json.WriteString("attribute", Words<TenantAttribute>.Of(condition.Attribute));
            json.WriteString("operator", Words<FlagOperator>.Of(condition.Operator));
            json.WriteStartArray("values");
            foreach (var value in condition.Values)
                json.WriteStringValue(value);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
