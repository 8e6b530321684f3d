using Helpdesk.Adapters.Mail;
using Helpdesk.Domain.Mail;
using Helpdesk.Grains.Mail;
using Helpdesk.Hosting.Tenancy;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Hosting.Mail;

public static class MailRegistration
{
    /// <summary>For the processes that follow the feed.</summary>
    public static IHostApplicationBuilder AddMail(this IHostApplicationBuilder builder)
    {
        builder.AddLinks();
        builder.Services.AddSingleton<ILetters, Letters>().AddSingleton<NoticeLetters>().AddSingleton<LetterMarks>()
            .AddSingleton<MailWords>().AddSingleton<ITestLetters, TestLetters>().AddMailTransport(Folder).AddMailSending();
        return builder;
    }

    /// <summary>Links and templates. Needs no server: commands write links too. Any number of times.</summary>
    public static IHostApplicationBuilder AddLinks(this IHostApplicationBuilder builder)
    {
        if (builder.Services.Any(service => service.ServiceType == typeof(Links)))
            return builder;
        builder.AddTenancyOptions();
        builder.Services.AddSingleton<IValidateOptions<LinkOptions>, LinkOptionsValidator>();
        builder.Services.AddOptions<LinkOptions>().BindConfiguration(LinkOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<Links>().AddMailTemplates();
        return builder;
    }

    // For its owner alone: what is in it signs people in.
    private static Func<string> Folder(IServiceProvider services)
    {
        var database = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var own = services.GetRequiredService<IOptions<MailOptions>>().Value.Folder
            ?? Path.Combine(DataDirectory.Of(database, services.GetRequiredService<IHostEnvironment>()), "mail");
        return () =>
        {
            PrivateFolder.Create(own);
            return own;
        };
    }
}
