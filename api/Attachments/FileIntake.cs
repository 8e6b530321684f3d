using System.Security.Cryptography;
using System.Text;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Tickets;
using Microsoft.AspNetCore.Http.Features;

namespace Helpdesk.Api.Attachments;

/// <summary>
/// Takes a file: first its content into the storage, then the row that tells of it. Whatever goes wrong between the two leaves a content
/// that nothing points to, which is removed at once or swept later.
/// </summary>
internal sealed partial class FileIntake(
    IBlobs blobs, IUploads uploads, IVirusScanner scanner, AttachmentBounds bounds, ILogger<FileIntake> log)
{
    /// <summary>Which limits hold at this host.</summary>
    public AttachmentLimits LimitsOf(HttpContext context) => bounds.For(context.Tenant().Settings.Attachments);

    /// <param name="takesVisibility">The form may say who may read the file.</param>
    /// <exception cref="RequestRefusedException">It is no form with a file, or not one that is taken.</exception>
    public async Task<Result<Received>> Receive(HttpContext context, Caller caller, bool takesVisibility)
    {
        var (limits, tenant) = (LimitsOf(context), caller.Tenant);
        if (await Refusal(context, tenant, limits) is { } refused)
            return refused;

        var form = new FileFormReader(context, takesVisibility);
        var blob = await NewBlob(tenant, context.RequestAborted);
        IncomingFile? file = null;
        try
        {
            await form.Read(async content =>
            {
                file = new IncomingFile(content, limits.MostBytes);
                await blobs.Put(blob, file, context.RequestAborted);
                return file.Size;
            });
            return limits.Refusal(file!.Type, file.Size) is { } unwanted
                ? await Forget(blob, unwanted) : await Note(context, caller, form, file, blob, limits);
        }
        catch
        {
            await Discard(blob);
            throw;
        }
        finally
        {
            file?.Dispose();
        }
    }

    /// <summary>A name for a content of this tenant.</summary>
    public async Task<string> NewBlob(TenantId tenant, CancellationToken cancellation) => BlobNames.Of(
        await uploads.FolderOf(tenant, cancellation), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    /// <summary>Makes one file of the parts that came.</summary>
    public async Task<Result<Upload>> Keep(HttpContext context, Caller caller, UploadSession session, Stream content)
    {
        var (limits, blob) = (LimitsOf(context), await NewBlob(caller.Tenant, context.RequestAborted));
        try
        {
            using var file = new IncomingFile(content, limits.MostBytes);
            await blobs.Put(blob, file, context.RequestAborted);
            var (checksum, now) = (Convert.ToHexStringLower(file.Checksum()), context.Now());
            if ((limits.Refusal(file.Type, file.Size) ?? Differs(session, checksum)) is { } unwanted)
                return await Forget(blob, unwanted);
            var upload = new Upload(
                new(session.Id, session.Name, file.Type.MediaType, file.Size, checksum), session.By, blob, Unseen, now,
                now + AttachmentLimits.Waits);
            var noted = await uploads.Add(caller.Tenant, upload, limits.Quota, session.Id, CancellationToken.None);
            if (noted.Refused(out var why, out var kept))
                return await Forget(blob, why);
            if (kept.Blob != blob)
                await Discard(blob);
            return kept;
        }
        catch
        {
            await Discard(blob);
            throw;
        }
    }

    /// <summary>Forgets a file that nothing needs after all.</summary>
    public async Task Drop(TenantId tenant, Upload upload)
    {
        if (await uploads.Drop(tenant, upload.File.Id, CancellationToken.None))
            await Discard(upload.Blob);
    }

    private ScanState Unseen => scanner.IsThere ? ScanState.Pending : ScanState.Unchecked;

    private static Error? Differs(UploadSession session, string checksum) => session.Checksum is { } told && told != checksum
        ? Error.Invalid(FieldCode.Contradiction.At("/checksum",
            "Was ankam, hat eine andere Prüfsumme. Schicken Sie die Datei noch einmal.",
            "What arrived has another checksum. Send the file again.")) : null;

    // Nobody sends for minutes what is refused in the end.
    private async ValueTask<Error?> Refusal(HttpContext context, TenantId tenant, AttachmentLimits limits)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = limits.MostBytes + FileFormReader.Around;
        if (context.Request.ContentLength > limits.MostBytes + FileFormReader.Around)
            return AttachmentErrors.TooLargeFor(limits.MostBytes);
        var room = limits.Quota - await uploads.Used(tenant, context.RequestAborted);
        return room <= 0 || context.Request.ContentLength - FileFormReader.Around > room ? AttachmentErrors.QuotaExceeded : null;
    }

    private async Task<Result<Received>> Note(
        HttpContext context, Caller caller, FileFormReader form, IncomingFile file, string blob, AttachmentLimits limits)
    {
        var (checksum, name, now) = (file.Checksum(), FileName.Clean(form.ToldName), context.Now());
        Bodies.Remember(context, SHA256.HashData([.. checksum, .. Encoding.UTF8.GetBytes($"{form.Visibility}|{name}")]));
        var command = context.CommandId();
        var upload = new Upload(
            new(command.FromKey ? command.Step("file").Id : context.NewId(), name, file.Type.MediaType, file.Size,
                Convert.ToHexStringLower(checksum)),
            caller.Account!.Value, blob, Unseen, now, now + AttachmentLimits.Waits);
        var noted = await uploads.Add(caller.Tenant, upload, limits.Quota, session: null, CancellationToken.None);
        if (noted.Refused(out var why, out var kept))
            return await Forget(blob, why);
        if (kept.Blob == blob)
            return new Received(kept, form.Visibility, command, Replayed: false);

        await Discard(blob);
        return kept.File.Checksum == upload.File.Checksum && kept.File.Name == name
            ? new Received(kept, form.Visibility, command, Replayed: true) : Domain.Feed.FeedErrors.KeyReused;
    }

    private async Task<Error> Forget(string blob, Error why)
    {
        await Discard(blob);
        return why;
    }

    /// <summary>Deletes a content that nothing needs. What cannot be deleted now is swept within the hour.</summary>
    public async Task Discard(string blob)
    {
        try
        {
            await blobs.Delete(blob, CancellationToken.None);
        }
        catch (BlobStorageException failure)
        {
            LogLeft(log, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The content of a refused file could not be removed; it is swept later.")]
    private static partial void LogLeft(ILogger log, Exception exception);
}

/// <param name="Replayed">The same request came before.</param>
internal sealed record Received(Upload Upload, Visibility? Visibility, CommandId Command, bool Replayed);
