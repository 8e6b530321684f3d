using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Grains.Attachments;

public static class AttachmentRegistration
{
    /// <summary>For a host that sees to the files of all tenants. Needs their storage and a scanner.</summary>
    public static IServiceCollection AddAttachmentCare(this IServiceCollection services) => services
        .AddSingleton<AttachmentScans>().AddHostedService(provider => provider.GetRequiredService<AttachmentScans>())
        .AddSingleton<AttachmentSweep>().AddHostedService(provider => provider.GetRequiredService<AttachmentSweep>());
}
