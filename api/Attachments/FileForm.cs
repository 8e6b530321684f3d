using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Tickets;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Attachments;

/// <summary>A form with a file, as the document describes it; it is read as a stream, see <see cref="FileFormReader"/>.</summary>
/// <param name="File">The file, with its name.</param>
internal sealed record FileForm(IFormFile File);

/// <param name="Visibility">Default <c>public</c>; <c>internal</c> is for staff. Before or after the file.</param>
internal sealed record TicketFileForm(IFormFile File, Visibility? Visibility = null);

/// <summary>
/// Reads a form of one file, part by part and never as a whole: the file goes to the storage while it arrives. A form with other parts, two
/// files or none is refused.
/// </summary>
/// <param name="takesVisibility">The form may have a part <c>visibility</c>.</param>
internal sealed class FileFormReader(HttpContext context, bool takesVisibility)
{
    private const int LongestBoundary = 100;
    private const int Buffer = 64 * 1024; // by itself the reader takes 4 KiB, and each costs a turn
    private const int LongestValue = 32;

    /// <summary>What a form may hold beside its file, in bytes.</summary>
    public const int Around = 64 * 1024;

    private bool hasFile;

    public Visibility? Visibility { get; private set; }

    /// <summary>As the sender called it.</summary>
    public string? ToldName { get; private set; }

    /// <param name="store">Stores the file, and says how long it was: called once, as soon as it begins.</param>
    /// <exception cref="RequestRefusedException">It is no such form.</exception>
    public async Task Read(Func<Stream, Task<long>> store)
    {
        var reader = new MultipartReader(Boundary(), context.Request.Body, Buffer)
        { HeadersCountLimit = 8, HeadersLengthLimit = 8 * 1024, BodyLengthLimit = long.MaxValue };
        try
        {
            while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } part)
                await Take(part, store);
        }
        catch (UploadBrokenException broken)
        {
            throw Unreadable(broken.InnerException!);
        }
        catch (Exception broken) when (broken is InvalidDataException || (broken is IOException && broken is not BadHttpRequestException))
        {
            throw Unreadable(broken);
        }

        if (!hasFile)
            throw new RequestRefusedException(Error.Invalid(FieldError.Required("/file")));
    }

    private Exception Unreadable(Exception broken) => broken is BadHttpRequestException ? broken
        : context.RequestAborted.IsCancellationRequested ? new OperationCanceledException(context.RequestAborted)
        : new RequestRefusedException(HttpErrors.BadRequest.SayingOnly(
            "Das Formular (multipart/form-data) ist nicht lesbar oder bricht ab.",
            "The form (multipart/form-data) cannot be read or breaks off."));

    private async Task Take(MultipartSection part, Func<Stream, Task<long>> store)
    {
        if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var what) || what.DispositionType != "form-data")
            throw Unreadable(new InvalidDataException());
        switch (PartText.Of(what.Name))
        {
            case "file" when hasFile:
                throw new RequestRefusedException(Error.Invalid(FieldCode.Duplicate.At("/file")));
            case "file":
                hasFile = true;
                ToldName = PartText.Of(what.FileNameStar) ?? PartText.OfFileName(what.FileName);
                if (string.IsNullOrEmpty(ToldName))
                    throw new RequestRefusedException(Error.Invalid(FieldCode.Required.At(
                        "/file", "Muss eine Datei mit einem Namen sein.", "Must be a file with a name.")));
                CheckLength(part, await store(part.Body));
                break;
            case "visibility" when takesVisibility && Visibility is null:
                Visibility = await Word(part);
                break;
            case var other:
                throw new RequestRefusedException(Error.Invalid(FieldCode.UnknownMember.At($"/{FileName.Clean(other)}")));
        }
    }

    private static void CheckLength(MultipartSection part, long read)
    {
        if (part.Headers?.TryGetValue(HeaderNames.ContentLength, out var told) == true && told != $"{read}")
            throw new RequestRefusedException(Error.Invalid(FieldCode.Contradiction.At(
                "/file", "Die Datei hat eine andere Länge, als ihr Content-Length sagt.",
                "The file has another length than its Content-Length says.")));
    }

    private static async Task<Visibility> Word(MultipartSection part)
    {
        var (bytes, length) = (new byte[LongestValue + 1], 0);
        while (length < bytes.Length && await part.Body.ReadAsync(bytes.AsMemory(length)) is > 0 and var read)
            length += read;
        return Words<Visibility>.Parse(System.Text.Encoding.ASCII.GetString(bytes, 0, length))
            ?? throw new RequestRefusedException(Error.Invalid(FieldError.UnknownWord("/visibility", Words<Visibility>.All)));
    }

    private string Boundary()
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || context.Request.Headers.ContentEncoding.Count > 0)
            throw new RequestRefusedException(TakenTypes.Refusal(context));
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        return boundary.Length is > 0 and <= LongestBoundary ? boundary.Value!
            : throw new RequestRefusedException(HttpErrors.BadRequest.SayingOnly(
                $"Content-Type muss eine boundary von 1 bis {LongestBoundary} Zeichen nennen.",
                $"Content-Type must name a boundary of 1 to {LongestBoundary} characters."));
    }
}
