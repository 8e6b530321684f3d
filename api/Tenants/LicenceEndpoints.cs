using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenants;

/// <summary>Licences: granted by operators, seen by the tenant's admins.</summary>
internal static class LicenceEndpoints
{
    public static RouteGroupBuilder MapLicences(this RouteGroupBuilder console)
    {
        var licence = console.MapGroup("/tenants/{tenant}/licence").WithTags("Licences").Refuses(AccessErrors.OperatorOnly).EvenExpired();
        licence.MapGet("", Read).Named("ReadLicence").AnswersVersion<LicenceResponse>();
        licence.MapPut("", Grant).Named("GrantLicence").Changes<LicenceResponse>(IfMatchUse.Optional);
        return console;
    }

    public static RouteGroupBuilder MapOwnLicence(this RouteGroupBuilder tenant)
    {
        tenant.MapGet("/licence", Read).Named("ReadOwnLicence").WithTags("Licences").RequireRole(Role.Admin)
            .AnswersVersion<LicenceResponse>();
        return tenant;
    }

    private static Task<IResult> Read(Ask ask) =>
        ask.Shows(ask.Grain<ILicenceGrain>().Read(ask.Caller, ask.Aborted), licence => licence.Version, LicenceResponse.Of);

    private static Task<IResult> Grant(Body<GrantLicenceRequest> body, Command command)
    {
        var terms = body.Value.ToDomain(command.Context.Tenant().Settings.Zone);
        return command.Answers(
            command.Grain<ILicenceGrain>().Grant(command.Caller, command.Id, terms, command.Version, command.Aborted),
            licence => licence.Version, LicenceResponse.Of);
    }
}

/// <param name="Plan">At most 100 characters. Flags can be targeted by it.</param>
/// <param name="Seats">Most people in the roles agent, manager and admin, open invitations included; 0 to 1,000,000.</param>
/// <param name="Features">Words that flags name as their entitlement; at most 200.</param>
/// <param name="ValidFrom">
/// A moment with offset, or a day, which begins at midnight in the tenant's zone. Left out: now. To send back the trial
/// as it was read, which has none, grants nothing.
/// </param>
/// <param name="ValidTo">A moment (exclusive), or the last day, which counts to its end. Left out: without end.</param>
/// <param name="GraceDays">
/// Days of the municipality (its time zone, from the end on) in which everything still works; 0 to 365, 14 when left out.
/// </param>
public sealed record GrantLicenceRequest(
    [Required, OneLine(LicenceTerms.LongestWord)] string? Plan = null,
    [Required, Between(0, LicenceTerms.MostSeats)] int? Seats = null, IReadOnlyList<string>? Features = null,
    [LicenceMoment] string? ValidFrom = null, [LicenceMoment] string? ValidTo = null,
    [Between(0, LicenceTerms.MostGraceDays)] int? GraceDays = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) => LicenceRules.FeatureFaults([.. Features ?? []]);

    /// <param name="zone">In which days begin and end.</param>
    internal LicenceTerms ToDomain(string zone) => new(
        Plan ?? "", Http.Required.Value(Seats), [.. Features ?? []],
        LicenceMoments.Start(ValidFrom, zone, "/valid_from") ?? LicenceTerms.FromNow,
        LicenceMoments.End(ValidTo, zone, "/valid_to"), GraceDays ?? LicenceTerms.DefaultGraceDays)
    { Zone = zone };
}

public sealed record LicenceResponse
{
    public required string Plan { get; init; }
    public required int Seats { get; init; }
    public required IReadOnlyList<string> Features { get; init; }
    /// <summary>Inclusive; null: none was granted yet, the trial counts.</summary>
    public required DateTimeOffset? ValidFrom { get; init; }
    public required DateTimeOffset? ValidTo { get; init; }
    /// <summary>Days of the municipality in which everything still works, from the end on.</summary>
    public required int GraceDays { get; init; }

    /// <summary>Active people in the roles agent, manager and admin, and open invitations to these.</summary>
    public required int SeatsUsed { get; init; }

    /// <summary>In `expired` nothing can be written; everything can be read and exported.</summary>
    public required LicenceState State { get; init; }
    public required int Version { get; init; }

    internal static LicenceResponse Of(LicenceView licence)
    {
        var terms = licence.Terms;
        return new()
        {
            Plan = terms.Plan,
            Seats = terms.Seats,
            Features = terms.Features,
            ValidFrom = licence.Licence is null ? null : terms.ValidFrom.ToDateTimeOffset(),
            ValidTo = terms.ValidTo?.ToDateTimeOffset(),
            GraceDays = terms.GraceDays,
            SeatsUsed = licence.SeatsUsed,
            State = licence.State,
            Version = licence.Version,
        };
    }
}
