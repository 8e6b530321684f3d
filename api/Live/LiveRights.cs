using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.People;
using Helpdesk.Domain.SignIn;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Live;

/// <summary>
/// Whether those who listen still may, and what they see: the rules of every request, asked for many at once. It counts as no use of a
/// session: one that nobody uses idles out with its stream.
/// </summary>
internal sealed class LiveRights(
    StandingRight standing, Credentials credentials, ISessions sessions, IPeopleStore people, TimeProvider time)
{
    /// <summary>Who listens, when a stream begins.</summary>
    public async Task<LiveReader> Of(HttpContext context)
    {
        var (caller, credential) = (context.Caller(), context.FindCredential()!);
        return new(caller, credential, await Seats(context, caller, credential, before: null));
    }

    /// <summary>Streams of those who may not be here any more end; who sees other tickets now is told.</summary>
    public async Task Check(IReadOnlyCollection<LiveStream> streams, CancellationToken cancellation)
    {
        if (streams.Count == 0)
            return;
        var asked = streams.Select(SessionOf).OfType<(TenantId, Guid)>().Distinct().ToList();
        var live = asked.Count == 0 ? new Dictionary<Guid, SessionAccess>() : await sessions.GoingOn(asked, time.Now(), cancellation);
        foreach (var stream in streams)
            await CheckUnlessOver(stream, live);
    }

    // A request that ends meanwhile takes what belongs to it along; the others are asked about all the same.
    private async Task CheckUnlessOver(LiveStream stream, IReadOnlyDictionary<Guid, SessionAccess> live)
    {
        try
        {
            await Check(stream, live);
        }
        catch (Exception) when (stream.IsOver)
        {
        }
    }

    private async Task Check(LiveStream stream, IReadOnlyDictionary<Guid, SessionAccess> live)
    {
        var (context, before) = (stream.Context, stream.Reader);
        var judged = await standing.Judge(context, (shown, at) => shown.Session is { } session
            ? new(credentials.Again(shown, at, live.GetValueOrDefault(session.Id))) : credentials.Again(shown, at, context.RequestAborted));
        if (judged.Refused(out var refusal, out var now))
        {
            stream.Offer(new LiveItem.End(refusal.Code));
            // Nothing more is told, however much waits behind this word.
            stream.Reader = before with { Seats = Nowhere };
            return;
        }

        var reader = new LiveReader(now.Caller, now.Credential, await Seats(context, now.Caller, now.Credential, before));
        stream.Reader = reader;
        if (!reader.SeesLike(before))
            stream.Offer(new LiveItem.Reset(stream.Reached, LiveReset.RightsChanged));
    }

    private static readonly IReadOnlyDictionary<TenantId, LiveSeat> Nowhere = new Dictionary<TenantId, LiveSeat>();

    private static (TenantId, Guid)? SessionOf(LiveStream stream) =>
        stream.Reader.Credential.Session is { } session ? (session.Tenant, session.Id) : null;

    // At the desk as in its list: only where the account is staff.
    private async Task<IReadOnlyDictionary<TenantId, LiveSeat>> Seats(
        HttpContext context, Caller caller, Credential credential, LiveReader? before)
    {
        var member = caller.ToMember();
        if (context.Tenant() is not { Kind: HostKind.Desk } at || at.Tenant != TenantId.Platform)
            return new Dictionary<TenantId, LiveSeat> { [member.Tenant] = new(member, null) };
        var serves = credential.Session?.Serves;
        if (before?.Credential.Session?.Serves is { } known && serves is not null && Same(known, serves))
            return before.Seats;
        return (await people.Served(member.Account, context.RequestAborted))
            .Select(served => (served.Id, Seat: new LiveSeat(new(served.Id, member.Account, served.Role), served.Slug)))
            .Where(one => one.Seat.Member.IsStaff).ToDictionary(one => one.Id, one => one.Seat);
    }

    private static bool Same(IReadOnlyDictionary<TenantId, Role> one, IReadOnlyDictionary<TenantId, Role> other) =>
        one.Count == other.Count && one.All(role => other.TryGetValue(role.Key, out var same) && same == role.Value);
}
