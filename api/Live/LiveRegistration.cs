using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Live;

internal static class LiveRegistration
{
    public static WebApplicationBuilder AddLive(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<LiveOptions>, LiveOptionsValidator>();
        services.AddOptions<LiveOptions>().BindConfiguration(LiveOptions.Section).ValidateOnStart();
        services.AddSingleton<LivePlaces>().AddSingleton<LiveText>().AddSingleton<LiveRights>().AddSingleton<LiveListening>();
        services.AddSingleton<LiveHub>().AddHostedService(provider => provider.GetRequiredService<LiveHub>());
        services.AddHostedService<LivePresence>().AddHostedService<LiveNotices>().AddHostedService<LiveReads>();
        return builder;
    }
}
