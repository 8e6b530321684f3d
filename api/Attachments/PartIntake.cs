using System.Globalization;
using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Feed;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Attachments;

/// <param name="Session">As it is now; <c>null</c>: all of it is there.</param>
/// <param name="Upload">What became of it; <c>null</c>: not all of it is there.</param>
internal sealed record PartsReceived(UploadSession? Session, Upload? Upload);

/// <param name="Replayed">The same request came before.</param>
internal sealed record Opened(Guid Id, PartsReceived State, bool Replayed);

/// <summary>
/// Takes files in parts. Each part is a content of its own; when the last is there they become one, which is looked at as any other file
/// is. A part that breaks off leaves nothing, and one that comes again changes nothing.
/// </summary>
internal sealed class PartIntake(IBlobs blobs, IUploads uploads, IUploadSessions sessions, FileIntake files)
{
    public const string ContentType = "application/octet-stream";

    /// <summary>How far one of the caller's own has come; <c>null</c>: there is no such one, or it is over.</summary>
    public async Task<PartsReceived?> Find(Caller caller, Guid id, Instant now, CancellationToken cancellation)
    {
        if (await sessions.Find(caller.Tenant, id, cancellation) is { } session && session.IsFor(caller.Account!.Value, now))
            return new(session, null);
        return await Whole(caller, id, now, cancellation) is { } whole ? new(null, whole) : null;
    }

    // What became of a session whose parts all came, as long as it waits to be attached.
    private async Task<Upload?> Whole(Caller caller, Guid id, Instant now, CancellationToken cancellation) =>
        (await uploads.Find(caller.Tenant, [id], cancellation)).FirstOrDefault(upload => upload.IsFor(caller.Account!.Value, now));

    /// <summary>Notes a file that will come in parts.</summary>
    public async Task<Result<Opened>> Open(Command command, string? name, long size, string? checksum)
    {
        var (limits, now, tenant) = (files.LimitsOf(command.Context), command.Context.Now(), command.Caller.Tenant);
        if (size > limits.MostBytes)
            return AttachmentErrors.TooLargeFor(limits.MostBytes);
        // With a body that is only judged nothing is made.
        if (command.Id.IsIncomplete)
            return FeedErrors.OnlyJudged;
        var asked = new UploadSession(
            command.Id.FromKey ? command.Id.Step("file").Id : command.Context.NewId(), command.Caller.Account!.Value,
            FileName.Clean(name), size, checksum, 0, now, now + AttachmentLimits.Waits);
        if (command.Id.FromKey && await Whole(command.Caller, asked.Id, now, command.Aborted) is { } whole)
            return (whole.File.Name, whole.File.Size) == (asked.Name, size)
                ? new Opened(asked.Id, new(null, whole), Replayed: true) : FeedErrors.KeyReused;
        if ((await sessions.Open(tenant, asked, limits.Quota, command.Aborted)).Refused(out var why, out var noted))
            return why;
        return (noted.Name, noted.Size, noted.Checksum) == (asked.Name, size, checksum)
            ? new Opened(asked.Id, new(noted, null), Replayed: !ReferenceEquals(noted, asked)) : FeedErrors.KeyReused;
    }

    /// <exception cref="RequestRefusedException">It is no part.</exception>
    public async Task<Result<PartsReceived>> Take(HttpContext context, Caller caller, Guid id)
    {
        var (now, place) = (context.Now(), Place(context));
        if (await Find(caller, id, now, context.RequestAborted) is not { } state)
            return AccessErrors.NotFound;
        if (state.Session is not { } session)
            return state;
        if (session.Expects(place).Refused(out var why, out var isNext))
            return why;
        if (isNext && !await Store(context, caller.Tenant, session, place))
            return await Again(context, caller, session);
        if (isNext)
            session = session with { Received = place.Start + place.Length };
        return session.IsWhole ? await Join(context, caller, session) : new PartsReceived(session, null);
    }

    /// <summary>Forgets a session, its parts and the file that they became, unless that is attached.</summary>
    public async Task Cancel(Caller caller, Guid id, Instant now)
    {
        await Drop(caller.Tenant, id);
        if (await Whole(caller, id, now, CancellationToken.None) is { } whole)
            await files.Drop(caller.Tenant, whole);
    }

    private async Task Drop(TenantId tenant, Guid id)
    {
        foreach (var blob in await sessions.Drop(tenant, id, CancellationToken.None))
            await files.Discard(blob);
    }

    // Somebody sent the same part at the same time and was first, or the session was cancelled meanwhile.
    private async Task<Result<PartsReceived>> Again(HttpContext context, Caller caller, UploadSession session)
    {
        if (await Find(caller, session.Id, context.Now(), context.RequestAborted) is not { } now)
            return AccessErrors.NotFound;
        return now.Session is { } other ? AttachmentErrors.PartElsewhere(other.Received, other.Size) : now;
    }

    private async Task<bool> Store(HttpContext context, TenantId tenant, UploadSession session, PartPlace place)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = UploadSession.MostPart;
        var blob = await files.NewBlob(tenant, context.RequestAborted);
        try
        {
            using var part = new IncomingFile(context.Request.Body, UploadSession.MostPart);
            await blobs.Put(blob, part, context.RequestAborted);
            if (part.Size != place.Length)
                throw OtherLength(place.Length, part.Size);
            if (await sessions.Add(tenant, session.Id, new(place.Start, place.Length, blob), CancellationToken.None))
                return true;
            await files.Discard(blob);
            return false;
        }
        catch (UploadBrokenException broken)
        {
            await files.Discard(blob);
            throw broken.InnerException is BadHttpRequestException unreadable ? unreadable
                : new OperationCanceledException("The part broke off.", broken);
        }
        catch
        {
            await files.Discard(blob);
            throw;
        }
    }

    private async Task<Result<PartsReceived>> Join(HttpContext context, Caller caller, UploadSession session)
    {
        var parts = await sessions.Parts(caller.Tenant, session.Id, context.RequestAborted);
        await using var content = new JoinedParts(blobs, parts);
        var joined = await files.Keep(context, caller, session, content);
        if (joined.Refused(out var why, out var upload))
        {
            // What is refused for what it is will be refused again; for want of room it may fit later.
            if (why.Kind is ErrorKind.Invalid or ErrorKind.TooLarge)
                await Drop(caller.Tenant, session.Id);
            return why;
        }

        await Drop(caller.Tenant, session.Id);
        return new PartsReceived(null, upload);
    }

    private static PartPlace Place(HttpContext context)
    {
        if (!string.Equals(context.Request.ContentType, ContentType, StringComparison.OrdinalIgnoreCase)
            || context.Request.Headers.ContentEncoding.Count > 0)
            throw new RequestRefusedException(TakenTypes.Refusal(context));
        if (context.Request.Headers.ContentRange is not [{ } told] || !ContentRangeHeaderValue.TryParse(told, out var range)
            || range is not { Unit.Value: "bytes", From: { } from, To: { } to, Length: { } of })
            throw Unreadable(
                "Content-Range muss sagen, welcher Teil es ist, zum Beispiel: bytes 0-8388607/20000000.",
                "Content-Range must say which part it is, such as: bytes 0-8388607/20000000.");
        var place = new PartPlace(from, to - from + 1, of);
        return context.Request.ContentLength is { } length && length != place.Length ? throw OtherLength(place.Length, length) : place;
    }

    private static RequestRefusedException OtherLength(long told, long came) => Unreadable(
        $"Content-Range nennt {German.Number(told)} Byte, der Inhalt hat {German.Number(came)}.",
        string.Create(CultureInfo.InvariantCulture, $"Content-Range says {told} bytes, the body has {came}."));

    private static RequestRefusedException Unreadable(string german, string english) =>
        new(HttpErrors.BadRequest.SayingOnly(german, english));
}
