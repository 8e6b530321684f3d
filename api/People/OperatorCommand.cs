using Helpdesk.Api.Hosting;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.People;
using Helpdesk.Hosting.Mail;
using Helpdesk.Postgres;
using Helpdesk.Postgres.People;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Api.People;

/// <summary>
/// <c>Helpdesk.Api operators create</c>: how a platform gets its first operator. Prints a link that is good once; a password is neither
/// made up nor asked for. Works beside a running platform.
/// </summary>
internal static class OperatorCommand
{
    public const string Usage = "operators create --email ADDRESS --name NAME [--language de|en]";

    /// <summary>The exit code, or <c>null</c> when the command line is about something else. Call it first in <c>Program</c>.</summary>
    public static async Task<int?> TryRunAsync(string[] args, TextWriter output, TextWriter errors) =>
        args is not ["operators", .. var words] ? null : await OwnCommand.Run(words, errors, (plain, host) =>
        {
            var request = Parse(plain);
            host.AddAccounts();
            host.AddLinks();
            return services => Create(services, request, output);
        });

    private static async Task<int> Create(IServiceProvider services, Request request, TextWriter output)
    {
        var database = services.GetRequiredService<Database>();
        await DatabaseCommands.RequireCurrentAsync(database);
        await services.RequireMasterKey(CancellationToken.None);
        await services.CompareClock(CancellationToken.None);
        var owns = await database.IsOwnedAsync(CancellationToken.None);
        var appointed = await services.GetRequiredService<Appointment>().Appoint(
            request.Email, request.Name, request.Language, owns, CancellationToken.None);
        if (appointed.Refused(out var why, out var token))
            throw new StartupRefusedException(why.Message);

        var console = services.GetRequiredService<Links>().OriginOf("console");
        var days = LinkLifetime.Of(LinkPurpose.AcceptInvitation).Days;
        await output.WriteLineAsync($$"""
            {{request.Name}} <{{request.Email}}> is invited as operator. The link is good once, for {{days}} days; whoever follows it chooses the password:

              {{new Uri(console, $"/invitation#token={token}")}}

            Or without a browser:

              curl {{new Uri(console, "/api/v1/auth/invitations/accept")}} -H 'Content-Type: application/json' -d '{"token":"{{token}}","password":"…"}'
            """);
        return 0;
    }

    private static Request Parse(string[] words)
    {
        if (words is not ["create", .. var options])
            throw new StartupRefusedException(Usage);
        string? email = null, name = null, language = "de";
        var rest = new Queue<string>(options);
        while (rest.TryDequeue(out var option))
        {
            if (!rest.TryDequeue(out var value))
                throw new StartupRefusedException(Usage);
            switch (option)
            {
                case "--email": email = value; break;
                case "--name": name = value; break;
                case "--language" when value is "de" or "en": language = value; break;
                default: throw new StartupRefusedException(Usage);
            }
        }

        if (email is null || name is null)
            throw new StartupRefusedException(Usage);
        if (EmailAddress.Parse(email).Refused(out var wrong, out var address))
            throw new StartupRefusedException($"--email: {wrong.Fields.Select(field => field.Message).FirstOrDefault(wrong.Message)}");
        return Text.OneLine(name, "--name", PeopleRules.MostNameLength) is { } unusable
            ? throw new StartupRefusedException($"--name: {unusable.Message}")
            : new(address, name, language);
    }

    private sealed record Request(EmailAddress Email, string Name, string Language);
}
