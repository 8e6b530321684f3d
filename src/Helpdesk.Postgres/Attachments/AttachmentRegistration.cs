using Helpdesk.Domain.Attachments;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Postgres.Attachments;

internal static class AttachmentRegistration
{
    public static IServiceCollection AddAttachments(this IServiceCollection services) =>
        services.AddSingleton<IUploads, Uploads>().AddSingleton<IUploadSessions, UploadSessions>()
            .AddSingleton<IAttachmentCare, AttachmentCare>();
}
