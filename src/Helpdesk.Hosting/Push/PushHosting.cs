using Helpdesk.Adapters.Push;
using Helpdesk.Grains.Push;
using Helpdesk.Hosting.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Hosting.Push;

public static class PushHosting
{
    /// <summary>People's devices are told what they are told. Call it after the mails, whose links it shares.</summary>
    public static WebApplicationBuilder AddPush(this WebApplicationBuilder builder)
    {
        builder.Services.AddPushTransport().AddPush();
        builder.Services.AddOptions<PushOptions>().PostConfigure<Links>(static (push, links) =>
            push.Contact ??= $"https://{links.OriginOf("desk").Host}");
        return builder;
    }
}
