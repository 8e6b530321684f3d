using Helpdesk.Api.SignIn;
using Helpdesk.Domain.Audit;
using Helpdesk.Domain.People;

namespace Helpdesk.Api.People;

/// <summary>What the history says about a person: for themselves, and for those who manage them.</summary>
internal static class ActivityEndpoint
{
    public static RouteGroupBuilder MapActivity(this RouteGroupBuilder users)
    {
        users.MapGet("/{id}/activity", List).Named("ListActivity").RequirePerson().Takes(QueryParameter.Limit, QueryParameter.Cursor)
            .Answers<ActivityListResponse>().Refuses(PeopleErrors.RoleNotGrantable, AccessErrors.RoleRequired);
        return users;
    }

    private static async Task<IResult> List(string id, HttpContext context, IPeopleStore people, IActivityLog log, Cursors cursors)
    {
        var query = new QueryReader(context.Request);
        var (member, person, limit) = (context.Member(), new AccountId(Paths.Id(id)), query.Limit());
        var list = $"activity {person}";
        var place = query.Cursor<PlaceText<long>>(cursors, list);
        query.Done();

        var found = await people.Load(member.Tenant, person, null, context.RequestAborted);
        if (found.Target is not { } target)
            return Problems.Of(AccessErrors.NotFound);
        if (ActivityRules.View(member, target).Refused(out var refusal, out var view))
            return Problems.Of(refusal);

        var after = place is null ? null : new ActivityPlace(place.At, place.Entry);
        var activities = await log.Find(new(member.Tenant, person, view, after, limit + 1), context.RequestAborted);
        var next = activities.Count > limit && activities[limit - 1].Place is var last
            ? cursors.Seal(context, list, PlaceText<long>.Of(last.At, last.Position)) : null;
        return Json.Ok(
            new ActivityListResponse([.. activities.Take(limit).Select(activity => ActivityResponse.Of(activity, person))], next));
    }
}

/// <param name="Kind">Such as <c>membership.role_changed</c>.</param>
/// <param name="Subject">What it happened to: the person, or something else that they acted on.</param>
/// <param name="Actor">Who did it; <c>null</c>: the platform itself, or somebody who was not signed in.</param>
/// <param name="Address">Where it came from; only for the person themselves and for admins.</param>
public sealed record ActivityResponse(
    string Kind, DateTimeOffset At, Guid Subject, Guid? Actor, string? ActorName, string? Address, string? Door,
    ActivityWordsResponse Words)
{
    internal static ActivityResponse Of(Activity activity, AccountId person)
    {
        var (origin, words) =
            (AuditOrigin.Parse(activity.Origin), ActivityWords.Describe(activity.Kind, ofOthers: activity.Subject != person.Value));
        return new(
            activity.Kind, activity.Place.At.ToDateTimeOffset(), activity.Subject, activity.Actor?.Value, activity.ActorName,
            origin?.Address, origin?.Door,
            new(words.De, words.En));
    }
}

public sealed record ActivityWordsResponse(string De, string En);

/// <param name="Items">Newest first. Work on tickets is not among them, for nobody.</param>
public sealed record ActivityListResponse(IReadOnlyList<ActivityResponse> Items, string? NextCursor);
