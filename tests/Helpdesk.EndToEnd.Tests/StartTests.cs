using System.Diagnostics;

namespace Helpdesk.EndToEnd.Tests;

/// <summary>What is missing outside Development is said in one line, and nothing is started.</summary>
public sealed class StartTests
{
    private const string Elsewhere = "Host=127.0.0.1;Port=1;Username=nobody;Database=helpdesk";

    [Theory]
    [InlineData("Helpdesk__Tenancy__Domain", "Helpdesk__Tenancy__Domain must be set to the domain")]
    [InlineData("Helpdesk__MasterKey", "Set Helpdesk__MasterKey to 32 random bytes in base64")]
    [InlineData("", "The database cannot be used as helpdesk_app")]
    public async Task Production_does_not_start_without(string setting, string said)
    {
        Dictionary<string, string> settings = new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Helpdesk__Tenancy__Domain"] = "helpdesk.example",
            ["Helpdesk__MasterKey"] = Convert.ToBase64String(new byte[32]),
            ["Helpdesk__Database"] = Elsewhere,
        };
        settings.Remove(setting);

        var (exitCode, _, errors) = await Run(settings, "--urls", "http://127.0.0.1:0");

        exitCode.ShouldBe(1);
        errors.ShouldHaveSingleItem().ShouldStartWith(said);
    }

    [Fact]
    public async Task With_a_master_key_that_opens_nothing_neither_api_nor_silo_nor_a_command_starts()
    {
        await using var platform = new Platform();
        await platform.Start(demo: false);
        Dictionary<string, string> wrong = new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["Helpdesk__Data"] = platform.Data,
            ["Helpdesk__MasterKey"] = Convert.ToBase64String(new byte[32]),
        };

        var command = await Run(wrong, "operators", "create", "--email", "chefin@betrieb.example", "--name", "Carla Chefin");
        await platform.Stop();
        var api = await Run(wrong, "--urls", "http://127.0.0.1:0");
        var silo = await RunProgram(Platform.Silo(), wrong, "--urls", "http://127.0.0.1:0");

        foreach (var (exitCode, _, errors) in new[] { command, api, silo })
        {
            exitCode.ShouldBe(1);
            errors.ShouldHaveSingleItem().ShouldStartWith("The master key does not open what is sealed in this database.");
        }

        await platform.Start(demo: false);
    }

    [Fact]
    public async Task The_first_operator_gets_a_link_chooses_a_password_and_runs_the_platform()
    {
        await using var platform = new Platform();
        await platform.Start(demo: false);
        string[] words = ["operators", "create", "--email", "chefin@betrieb.example", "--name", "Carla Chefin",
            $"--Helpdesk:Data={platform.Data}", "--Helpdesk:Links:Port=5080"];
        Dictionary<string, string> development = new() { ["ASPNETCORE_ENVIRONMENT"] = "Development" };

        var (exitCode, lines, errors) = await Run(development, words);

        exitCode.ShouldBe(0, string.Join('\n', errors));
        const string link = "  http://console.localhost:5080/invitation#token=";
        var token = lines.Single(line => line.StartsWith(link, StringComparison.Ordinal))[link.Length..];
        const string password = "Sieben Türme stehen im Nebel";
        await platform.Accept("console", token, password);
        var console = await platform.SignIn("console", "chefin@betrieb.example", password);
        (await console.GetAsync("/api/v1/tenants")).IsSuccessStatusCode.ShouldBeTrue();
        (await Run(development, words)).ExitCode.ShouldBe(1, "she is a member already");
    }

    [Theory]
    [InlineData("operators")]
    [InlineData("operators", "create")]
    [InlineData("operators", "create", "--email", "chefin@betrieb.example")]
    [InlineData("operators", "create", "--email", "keine", "--name", "Carla Chefin")]
    public async Task Half_an_order_is_refused_in_one_line(params string[] words)
    {
        var (exitCode, lines, errors) = await Run([], words);

        (exitCode, lines.Count, errors.Count).ShouldBe((1, 0, 1));
    }

    private static Task<(int ExitCode, List<string> Lines, List<string> Errors)> Run(
        Dictionary<string, string> settings, params string[] words) =>
        RunProgram(Platform.Api(), settings, words);

    private static async Task<(int ExitCode, List<string> Lines, List<string> Errors)> RunProgram(
        string program, Dictionary<string, string> settings, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, Split(await output), Split(await errors));
    }

    private static List<string> Split(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
