using Helpdesk.Hosting.Attachments;

namespace Helpdesk.Api.Attachments;

internal static class AttachmentRegistration
{
    public static WebApplicationBuilder AddAttachmentIntake(this WebApplicationBuilder builder)
    {
        builder.AddAttachmentStorage();
        builder.Services.AddSingleton<FileIntake>().AddSingleton<PartIntake>().AddSingleton<FileDownload>();
        return builder;
    }
}
