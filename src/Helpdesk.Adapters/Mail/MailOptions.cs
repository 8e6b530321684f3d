using Helpdesk.Adapters.Outbound;
using Helpdesk.Domain.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Helpdesk.Adapters.Mail;

/// <summary>The platform's mail server. Section <c>Helpdesk:Mail</c>.</summary>
public sealed class MailOptions
{
    public const string Section = "Helpdesk:Mail";

    /// <summary>Default: none, and mails become files (<see cref="Folder"/>).</summary>
    public string? Host { get; set; }

    /// <summary>1 to 65535. Default: 587, with <see cref="MailSecurity.Tls"/> 465, with <see cref="MailSecurity.None"/> 25.</summary>
    public int? Port { get; set; }

    /// <summary>Default <c>StartTls</c>.</summary>
    public MailSecurity Security { get; set; }

    /// <summary>Default: none, the server lets this machine send.</summary>
    public string? Username { get; set; }

    public string? Password { get; set; }

    /// <summary>Whom mails come from. Default: <c>noreply@</c> the tenant's own host, where the server must accept that.</summary>
    public string? From { get; set; }

    /// <summary>
    /// The mailbox that answers come in at, such as <c>reply@mail.example</c>: mails about a ticket then ask for answers at
    /// <c>reply+…@mail.example</c>, which says of which ticket. At most ten letters before the <c>@</c>, and no <c>+</c>. Default: none,
    /// nobody reads answers.
    /// </summary>
    public string? ReplyTo { get; set; }

    /// <summary>For one step of the conversation. Default 30 s; 1 s to 5 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Where mails are written while there is no server. Default: <c>mail</c> in the data folder.</summary>
    public string? Folder { get; set; }

    /// <summary>Signs what leaves by this server. Default: nothing is signed.</summary>
    public DkimOptions Dkim { get; set; } = new();

    internal int PortOrDefault => Port ?? Security switch { MailSecurity.Tls => 465, MailSecurity.None => 25, _ => 587 };
}

internal sealed class MailOptionsValidator(IHostEnvironment environment) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = new List<string>();
        if (options.Port is < 1 or > 65535)
            faults.Add($"{MailOptions.Section}:Port must be 1 to 65535.");
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(5))
            faults.Add($"{MailOptions.Section}:Timeout must be 1 second to 5 minutes.");
        if (options.From is { } from && !EmailAddress.Parse(from).IsOk)
            faults.Add($"{MailOptions.Section}:From is not an e-mail address.");
        if (options.ReplyTo is { } reply && !(EmailAddress.Parse(reply) is { IsOk: true, Value.Local: var local } && IsInbox(local)))
            faults.Add($"{MailOptions.Section}:ReplyTo must be an e-mail address with at most {MailSignature.LongestInbox} letters from a "
                + "to z, digits, - and . before the @.");
        if ((options.Username is null) != (options.Password is null))
            faults.Add($"{MailOptions.Section}: Username and Password belong together.");
        if (options.Password is not null && options.Security is MailSecurity.None && !environment.IsDevelopment())
            faults.Add($"{MailOptions.Section}: no password is sent without TLS; set Security to StartTls or Tls.");
        faults.AddRange(options.Dkim.Faults());
        if (options.Host is null && (options.Port is not null || options.Username is not null))
            faults.Add($"{MailOptions.Section}:Host is missing.");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static bool IsInbox(string local) => local.Length <= MailSignature.LongestInbox
        && local.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.');
}

public static class MailRegistration
{
    /// <param name="folder">Makes the folder in which mails are written while there is no server, and names it.</param>
    public static IServiceCollection AddMailTransport(this IServiceCollection services, Func<IServiceProvider, Func<string>> folder)
    {
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).PostConfigure(EmptyIsNone).ValidateOnStart();
        return services.AddOutboundTargets().AddMailTemplates().AddSingleton<AccessTokens>().AddSingleton<IMailTransport>(provider =>
        {
            var files = provider.GetRequiredService<IOptions<MailOptions>>().Value is { Host: null }
                ? ActivatorUtilities.CreateInstance<FileTransport>(provider, folder(provider)) : null;
            return new MailTransport(
                provider.GetRequiredService<IOptions<MailOptions>>(), provider.GetRequiredService<IOutboundTargets>(),
                provider.GetRequiredService<AccessTokens>(), provider.GetService<TimeProvider>() ?? TimeProvider.System, files);
        });
    }

    /// <summary>For every process that reads or fills templates. Any number of times.</summary>
    public static IServiceCollection AddMailTemplates(this IServiceCollection services)
    {
        services.TryAddSingleton<IMailTemplateEngine, FluidTemplates>();
        return services;
    }

    // A compose file passes on what nobody filled in as an empty text.
    private static void EmptyIsNone(MailOptions options)
    {
        (options.Host, options.From) = (NullIfEmpty(options.Host), NullIfEmpty(options.From));
        (options.Username, options.Password) = (NullIfEmpty(options.Username), NullIfEmpty(options.Password));
        (options.Folder, options.ReplyTo) = (NullIfEmpty(options.Folder), NullIfEmpty(options.ReplyTo));
        (options.Dkim.Domain, options.Dkim.Selector) = (NullIfEmpty(options.Dkim.Domain), NullIfEmpty(options.Dkim.Selector));
        options.Dkim.KeyFile = NullIfEmpty(options.Dkim.KeyFile);
    }

    private static string? NullIfEmpty(string? text) => text is "" ? null : text;
}
