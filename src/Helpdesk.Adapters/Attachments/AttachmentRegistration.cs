using Helpdesk.Domain.Attachments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helpdesk.Adapters.Attachments;

public static class AttachmentRegistration
{
    /// <param name="folder">Makes a folder for files of our own, and names it; the text is its name where none is configured.</param>
    public static IServiceCollection AddAttachmentStorage(
        this IServiceCollection services, Func<IServiceProvider, string?, string, string> folder)
    {
        services.AddSingleton<IValidateOptions<AttachmentOptions>, AttachmentOptionsValidator>();
        services.AddOptions<AttachmentOptions>().BindConfiguration(AttachmentOptions.Section).PostConfigure(EmptyIsNone).ValidateOnStart();
        return services
            .AddSingleton(provider => new AttachmentBounds(Chosen(provider).MaxFileSize, Chosen(provider).Quota))
            .AddSingleton<IVirusScanner>(provider => new ClamScanner(Chosen(provider).Clam))
            .AddSingleton<IPictures, SkiaPictures>()
            .AddSingleton<IBlobs>(provider => Chosen(provider) switch
            {
                { S3.Bucket: null } chosen => new DiskBlobs(() => folder(provider, chosen.Folder, "attachments")),
                var chosen => new S3Blobs(chosen.S3, () => folder(provider, chosen.Scratch, "uploads")),
            });
    }

    private static AttachmentOptions Chosen(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<AttachmentOptions>>().Value;

    // A compose file passes on what nobody filled in as an empty text.
    private static void EmptyIsNone(AttachmentOptions options)
    {
        (options.Folder, options.Scratch) = (NullIfEmpty(options.Folder), NullIfEmpty(options.Scratch));
        var s3 = options.S3;
        (s3.Endpoint, s3.Bucket) = (NullIfEmpty(s3.Endpoint), NullIfEmpty(s3.Bucket));
        (s3.AccessKey, s3.SecretKey) = (NullIfEmpty(s3.AccessKey), NullIfEmpty(s3.SecretKey));
        options.Clam.Host = NullIfEmpty(options.Clam.Host);
    }

    private static string? NullIfEmpty(string? text) => text is "" ? null : text;
}
