namespace Helpdesk.Domain.Tenants;

/// <summary>Granting a licence, and what its end leads to.</summary>
public static class LicenceRules
{
    /// <summary>Why a member may not see the licence. <c>null</c>: may.</summary>
    public static Error? ReadRefusal(Member member) => member.Role is Role.Admin or Role.Operator ? null : AccessErrors.AdminOnly;

    /// <param name="used">Seats in use now. Fewer may be granted: then nobody is locked out, and there are no new ones.</param>
    public static Decision<LicenceEvent> Grant(Licence? present, LicenceTerms terms, int used, Member member)
    {
        if (member.Role != Role.Operator)
            return AccessErrors.OperatorOnly;
        if (member.Tenant == TenantId.Platform)
            return AccessErrors.NotFound;
        var faults = Faults(terms).ToList();
        if (faults.Count > 0)
            return Error.Invalid(faults);
        if (terms == present?.Terms)
            return Decision<LicenceEvent>.Nothing;

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
            yield return new("/seats", "out-of-range", $"Must lie between 0 and {LicenceTerms.MostSeats}.");
        if (terms.GraceDays is < 0 or > LicenceTerms.MostGraceDays)
            yield return new("/grace_days", "out-of-range", $"Must lie between 0 and {LicenceTerms.MostGraceDays}.");
        if (terms.ValidTo <= terms.ValidFrom)
            yield return new("/valid_to", "before-start", "Must be later than valid_from.");
        if (terms.Features.Length > LicenceTerms.MostFeatures)
            yield return new("/features", "too-many", $"Must list at most {LicenceTerms.MostFeatures} features.");
        if (terms.Features.Distinct(StringComparer.Ordinal).Count() != terms.Features.Length)
            yield return new("/features", "repeated", "Must list each feature once.");
        foreach (var fault in terms.Features.Select((feature, index) =>
            Text.OneLine(feature, $"/features/{index}", LicenceTerms.LongestWord)).OfType<FieldError>())
            yield return fault;
    }
}
