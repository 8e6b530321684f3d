using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Postgres.Sql;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Helpdesk.LocalCluster;

/// <summary>
/// What another terminal may ask of a running cluster: on a port of its own at loopback, which stands in <c>{data}/cluster.port</c>.
/// </summary>
internal sealed class Control(WebApplication app, string file) : IAsyncDisposable
{
    public static async Task<Control> Listen(LocalCluster cluster, string data)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var port = Ports.Free(1).Dequeue();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.Run(context => Do(cluster, context));
        await app.StartAsync();
        var file = FileIn(data);
        await File.WriteAllTextAsync(file, $"{port}");
        return new(app, file);
    }

    /// <summary>The other side: prints the answer.</summary>
    /// <exception cref="StartupRefusedException">No cluster runs there, or it cannot do that.</exception>
    public static async Task Ask(string data, string words)
    {
        var file = FileIn(data);
        if (!File.Exists(file))
            throw new StartupRefusedException($"No cluster runs on {data}. Start one with ./dev cluster, or name its folder with --data.");
        using var client = new HttpClient
        {
            BaseAddress = new($"http://127.0.0.1:{await File.ReadAllTextAsync(file)}"),
            Timeout = TimeSpan.FromMinutes(3)
        };
        try
        {
            using var answer = await client.PostAsJsonAsync("", words);
            var said = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode)
                throw new StartupRefusedException(said);
            Console.Write(said);
        }
        catch (HttpRequestException)
        {
            throw new StartupRefusedException($"The cluster on {data} has ended.");
        }
    }

    public static string Line(Member member) =>
        member.Runs ? $"{member.Name} pid {member.Id} {member.Address.ToString().TrimEnd('/')}" : $"{member.Name} is dead";

    public async ValueTask DisposeAsync()
    {
        File.Delete(file);
        await app.DisposeAsync();
    }

    private static string FileIn(string data) => Path.Combine(data, "cluster.port");

    private static async Task Do(LocalCluster cluster, HttpContext context)
    {
        try
        {
            var words = (await context.Request.ReadFromJsonAsync<string>(context.RequestAborted))!;
            await context.Response.WriteAsync(await Do(cluster, words), context.RequestAborted);
        }
        catch (Exception refused) when (refused is StartupRefusedException or JsonException)
        {
            context.Response.StatusCode = StatusCodes.Status409Conflict;
            await context.Response.WriteAsync(refused.Message);
        }
    }

    private static async Task<string> Do(LocalCluster cluster, string words)
    {
        if (words == "status")
            return string.Concat(cluster.Members.Select(member => Line(member) + "\n"));

        var (verb, name) = words.Split(' ', 2) is [var first, var rest] ? (first, rest) : (words, "");
        var member = cluster.Members.FirstOrDefault(member => member.Name == name)
            ?? throw new StartupRefusedException(
                $"There is no {name}: {string.Join(", ", cluster.Members.Select(member => member.Name))}.");
        switch (verb)
        {
            case "start" when member.Runs:
                throw new StartupRefusedException($"{Line(member)} runs.");
            case "start":
                member.Start();
                await member.BecomesReady();
                return Line(member) + "\n";
            case "stop":
                await member.Stop();
                return Line(member) + "\n";
            default:
                throw new StartupRefusedException($"Unknown: {verb}.");
        }
    }
}
