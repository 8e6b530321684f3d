namespace Helpdesk.Domain.FeatureFlags;

/// <summary>
/// Whom a flag would reach if it were saved: evaluated for every tenant by the same code that will serve it. A tenth of thirty
/// municipalities may be none or seven; this names them.
/// </summary>
/// <param name="Tenants">In ordinal order of slugs.</param>
public sealed record FlagPreview(ImmutableArray<PreviewedTenant> Tenants)
{
    /// <param name="set">Whose flag it is: for the platform's every tenant is asked, for a tenant's own that tenant alone.</param>
    /// <param name="definition">As it would be saved, with its salt.</param>
    public static FlagPreview Of(
        CompiledFlags present, TenantId set, string key, FlagDefinition definition, string environment, Instant now)
    {
        var future = present.With(Candidate(present, set, key, definition, now));
        var asked = set == TenantId.Platform ? present.Tenants : present.Tenants.Where(tenant => tenant.Id == set);
        return new(
        [
            .. asked.OrderBy(tenant => tenant.Slug, StringComparer.Ordinal).Select(tenant =>
            {
                var context = new FlagContext(tenant.Id, environment, null);
                return new PreviewedTenant(tenant.Id, tenant.Slug, present.Evaluate(key, context, now), future.Evaluate(key, context, now));
            }),
        ]);
    }

    private static FlagSource Candidate(CompiledFlags present, TenantId set, string key, FlagDefinition definition, Instant now)
    {
        var source = present.SourceOf(set) ?? new(FlagTenant.Unknown(set), null);
        var flags = source.Set ?? new FlagSet();
        var flag = flags.Find(key) ?? new FeatureFlag { Key = key, Definition = definition, CreatedAt = now, ConfiguredAt = now };
        return source
            with
        { Set = flags with { Flags = flags.Flags.SetItem(key, flag with { Definition = definition, ArchivedAt = null }) } };
    }
}

/// <param name="Before">As things are.</param>
/// <param name="After">As it would be.</param>
public sealed record PreviewedTenant(TenantId Id, string Slug, FlagAnswer Before, FlagAnswer After)
{
    /// <summary>The answer differs from account to account.</summary>
    public bool DependsOnAccount => After.Error == FlagErrorCode.TargetingKeyMissing;

    public bool Changes => Before != After;
}
