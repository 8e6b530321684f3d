using System.Globalization;
using Helpdesk.Domain.Mail;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Helpdesk.Adapters.Mail;

/// <summary>
/// Where no mail server is configured, mails become files that any mail program opens: they can be read and their links followed, by the
/// owner of the folder alone.
/// </summary>
internal sealed partial class FileTransport(Func<string> makeFolder, IHostEnvironment environment, ILogger<FileTransport> log)
    : IMailSession
{
    private int told;

    /// <summary>Says once that no mail leaves.</summary>
    public string Folder()
    {
        var folder = makeFolder();
        if (Interlocked.Exchange(ref told, 1) == 0)
            LogNoServer(log, environment.IsDevelopment() ? LogLevel.Information : LogLevel.Warning, folder);
        return folder;
    }

    // Written again after a crash, it is the same file; half a one is never seen under its name.
    public async Task<Delivery> Send(Letter letter, CancellationToken cancellation)
    {
        try
        {
            var folder = Folder();
            var name = string.Create(
                CultureInfo.InvariantCulture, $"{letter.At.ToDateTimeUtc():yyyyMMdd-HHmmss}-{letter.Template}-{letter.Id:N}.eml");
            var draft = Path.Combine(folder, $".{letter.Id:N}");
            await using (var file = File.Create(draft))
                await Readable(letter).WriteToAsync(Format(letter), file, cancellation);
            File.Move(draft, Path.Combine(folder, name), overwrite: true);
            LogWritten(log, letter.Template, folder);
            return Delivery.Written;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Delivery.Deferred(failure.Message, MailReason.FileNotWritten);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // Nothing on the way would spoil it, so it can be read as it lies there.
    private static MimeMessage Readable(Letter letter)
    {
        var message = LetterMessage.Of(letter, from: null);
        foreach (var text in message.BodyParts.OfType<TextPart>())
            text.ContentTransferEncoding = ContentEncoding.EightBit;
        return message;
    }

    private static FormatOptions Format(Letter letter)
    {
        var format = LetterMessage.FormatFor(letter.To);
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }

    [LoggerMessage(Message = "No mail server is configured (Helpdesk__Mail__Host): mails are written to {Folder}.")]
    private static partial void LogNoServer(ILogger log, LogLevel level, string folder);

    [LoggerMessage(Level = LogLevel.Information, Message = "Wrote a mail ({Template}) to {Folder}.")]
    private static partial void LogWritten(ILogger log, string template, string folder);
}
