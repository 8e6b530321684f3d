using Helpdesk.Adapters.Attachments;
using Helpdesk.Domain.Attachments;
using Helpdesk.Grains.Attachments;
using Helpdesk.Postgres.Sql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Helpdesk.Hosting.Attachments;

public static class AttachmentRegistration
{
    /// <summary>For processes that take or give files, or see to them. Any number of times.</summary>
    public static IHostApplicationBuilder AddAttachmentStorage(this IHostApplicationBuilder builder)
    {
        if (!builder.Services.Any(service => service.ServiceType == typeof(IBlobs)))
            builder.Services.AddAttachmentStorage(Folder);
        return builder;
    }

    /// <summary>For the processes that follow the feed.</summary>
    public static IHostApplicationBuilder AddAttachments(this IHostApplicationBuilder builder)
    {
        builder.AddAttachmentStorage();
        builder.Services.AddAttachmentCare();
        return builder;
    }

    // For its owner alone.
    private static string Folder(IServiceProvider services, string? configured, string name)
    {
        var own = configured ?? Path.Combine(DataDirectory.Of(
            services.GetRequiredService<IOptions<DatabaseOptions>>().Value, services.GetRequiredService<IHostEnvironment>()), name);
        try
        {
            PrivateFolder.Create(own);
            return own;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BlobStorageException($"The folder for files cannot be made: {own}", isFull: false, failure);
        }
    }
}
