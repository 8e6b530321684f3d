namespace Helpdesk.Domain.Tenants;

/// <summary>Granting a licence, and what its end leads to.</summary>
public static class LicenceRules
{
    /// <summary>Why a member may not see the licence. <c>null</c>: may.</summary>
    public static Error? ReadRefusal(Member member) => member.Role is Role.Admin or Role.Operator ? null : AccessErrors.AdminOnly;

    /// <param name="used">Seats in use now. Fewer may be granted: then nobody is locked out, and there are no new ones.</param>
    public static Decision<LicenceEvent> Grant(Licence? present, LicenceTerms terms, int used, Member member, Instant now)
    {
        if (member.Role != Role.Operator)
            return AccessErrors.OperatorOnly;
        if (member.Tenant == TenantId.Platform)
            return AccessErrors.NotFound;
        // What was read and is sent back agrees on nothing new: whose days the days of grace are stays as it was, and the trial the trial.
        var standing = present?.Terms ?? LicenceTerms.Trial;
        if (terms with { Zone = standing.Zone } == standing)
            return Decision<LicenceEvent>.Nothing;
        terms = terms.ValidFrom == LicenceTerms.FromNow ? terms with { ValidFrom = now } : terms;
        var faults = Faults(terms).ToList();
        if (faults.Count > 0)
            return Error.Invalid(faults);

        var granted = new LicenceEvent.Granted(present?.Terms, terms);
        return Seats.PercentReached(used, terms.Seats) is { } percent
            ? new LicenceEvent[] { granted, new LicenceEvent.SeatsShort(percent, used, terms.Seats) }
            : granted;
    }

    /// <summary>
    /// A due moment has come. What holds follows from the clock anyway; this puts it into the history, for those who must be told.
    /// </summary>
    public static Decision<LicenceEvent> Look(Licence licence, Instant now)
    {
        if (licence.ExpiryNoted || licence.Terms.ValidTo is not { } end || now < end)
            return Decision<LicenceEvent>.Nothing;
        if (licence.Terms.ReadOnlyFrom is { } expiry && now >= expiry)
            return new LicenceEvent.Expired(expiry);
        return licence.EndNoted ? Decision<LicenceEvent>.Nothing : new LicenceEvent.GraceBegan(licence.Terms.ReadOnlyFrom!.Value);
    }

    private static IEnumerable<FieldError> Faults(LicenceTerms terms)
    {
        if (Text.OneLine(terms.Plan, "/plan", LicenceTerms.LongestWord) is { } plan)
            yield return plan;
        if (terms.Seats is < 0 or > LicenceTerms.MostSeats)
            yield return FieldError.OutOfRange("/seats", 0, LicenceTerms.MostSeats);
        if (terms.GraceDays is < 0 or > LicenceTerms.MostGraceDays)
            yield return FieldError.OutOfRange("/grace_days", 0, LicenceTerms.MostGraceDays);
        if (terms.ValidTo <= terms.ValidFrom)
            yield return FieldCode.BeforeStart.At("/valid_to", "Muss später als valid_from sein.", "Must be later than valid_from.")
                .With("/valid_from");
        foreach (var fault in FeatureFaults(terms.Features))
            yield return fault;
    }

    public static IEnumerable<FieldError> FeatureFaults(IReadOnlyList<string> features)
    {
        if (features.Count > LicenceTerms.MostFeatures)
            yield return FieldError.TooMany("/features", LicenceTerms.MostFeatures);
        if (features.Distinct(StringComparer.Ordinal).Count() != features.Count)
            yield return FieldCode.Duplicate.At(
                "/features", "Nennen Sie jede Funktion nur einmal.", "Must list each feature once.");
        foreach (var fault in features.Select((feature, index) =>
            Text.OneLine(feature, $"/features/{index}", LicenceTerms.LongestWord)).OfType<FieldError>())
            yield return fault;
    }
}
