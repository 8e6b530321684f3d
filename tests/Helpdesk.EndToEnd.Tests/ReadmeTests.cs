using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Helpdesk.EndToEnd.Tests;

/// <summary>What a new user does first: starts the platform and copies the README's walk into a shell, line by line.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task The_walk_with_curl_can_be_copied_line_by_line_and_gets_the_answers_that_are_printed()
    {
        await using var platform = DevRun.Start();
        await platform.BecomesReady();
        var steps = Walks.SelectMany(walk => Steps(Walk(platform.Port, walk))).ToList();
        steps.Count(step => step.Answer is not null).ShouldBeGreaterThan(10);
        steps.Where(step => step.Command.StartsWith("curl", StringComparison.Ordinal) && step.Answer is null).ShouldBeEmpty(
            "each answer that is seen is printed");

        using var shell = new Shell();
        foreach (var (command, answer) in steps)
        {
            var said = await shell.Run(command);
            said.ShouldMatch(answer is null ? "^$" : Pattern(answer), $"The README's line: {command}");
        }

        // Without these the lines above would have proved little.
        foreach (var name in (string[])["KUNDE", "AGENT", "NACHBAR", "ADMIN"])
            (await shell.Run($"echo ${name}")).ShouldMatch(@"^eyJ[\w.-]+$", name);
        foreach (var name in (string[])["TICKET", "PRINTER"])
            (await shell.Run($"echo ${name}")).ShouldMatch("^[0-9a-f-]{36}$", name);
    }

    private static readonly string[] Walks = ["## The main job, with curl", "## A picture, a search, a mail, a webhook"];

    private static string[] Walk(int port, string heading)
    {
        var readme = File.ReadAllText(Path.Combine(DevRun.Repository.FullName, "README.md")).Replace(
            ":5080", $":{port}", StringComparison.Ordinal);
        var section = readme[readme.IndexOf(heading, StringComparison.Ordinal)..];
        return Regex.Match(section, "```bash\n(.*?)```", RegexOptions.Singleline).Groups[1].Value.Split(
            '\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A line is a command, the answer of the command above it (a comment with JSON), or explains.</summary>
    private static List<(string Command, string? Answer)> Steps(string[] lines)
    {
        var steps = new List<(string Command, string? Answer)>();
        foreach (var line in lines)
        {
            if (line.StartsWith("# {", StringComparison.Ordinal))
                steps[^1] = (steps[^1].Command, line[2..]);
            else if (!line.StartsWith('#'))
                steps.Add((line, null));
        }

        return steps;
    }

    /// <summary>As it is printed, except: an ellipsis is anything, ids and times are any ids and times.</summary>
    private static string Pattern(string answer)
    {
        var pattern = Regex.Escape(answer);
        pattern = Regex.Replace(pattern, "\"[0-9a-f]{8}-…\"", "\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"");
        pattern = pattern.Replace("\"id\":\"…\"", "\"id\":\"[0-9a-f-]{36}\"", StringComparison.Ordinal);
        pattern = Regex.Replace(pattern, "\"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:\\\\.]+Z\"", "\"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z\"");
        return $"^{pattern.Replace("…", ".*", StringComparison.Ordinal)}$";
    }

    /// <summary>One bash that stays, so that what a line sets is there for the next.</summary>
    private sealed class Shell : IDisposable
    {
        private const string Mark = "-- that was it --";
        private readonly Process bash;

        public Shell()
        {
            bash = Process.Start(new ProcessStartInfo("bash", ["--noprofile", "--norc"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
                StandardOutputEncoding = Encoding.UTF8,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            })!;
        }

        public async Task<string> Run(string line)
        {
            await bash.StandardInput.WriteLineAsync(line);
            await bash.StandardInput.WriteLineAsync($"echo; echo '{Mark}'");
            await bash.StandardInput.FlushAsync();
            var said = new StringBuilder();
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (await bash.StandardOutput.ReadLineAsync(limit.Token) is { } read && read != Mark)
                said.AppendLine(read);
            return said.ToString().Trim();
        }

        public void Dispose()
        {
            bash.StandardInput.Close();
            bash.WaitForExit();
            bash.Dispose();
        }
    }
}
