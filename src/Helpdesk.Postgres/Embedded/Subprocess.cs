using System.Diagnostics;

namespace Helpdesk.Postgres.Embedded;

/// <summary>Runs small programs to their end.</summary>
internal static class Subprocess
{
    /// <param name="Output">Standard output and standard error, in the order in which each was written.</param>
    public readonly record struct Outcome(int ExitCode, string Output);

    /// <param name="input">Goes to its standard input.</param>
    public static Outcome Run(IReadOnlyList<string> commandLine, string? directory = null, string input = "")
    {
        var start = new ProcessStartInfo(commandLine[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = directory ?? "/",
        };
        foreach (var argument in commandLine.Skip(1))
            start.ArgumentList.Add(argument);
        // Messages are matched and shown: keep them in one language.
        start.Environment["LC_ALL"] = "C";

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{commandLine[0]} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output + errors.GetAwaiter().GetResult());
    }

    /// <summary>What the program prints, or <c>null</c> when it cannot be run or fails.</summary>
    public static string? TryRead(params string[] commandLine)
    {
        try
        {
            var outcome = Run(commandLine);
            return outcome.ExitCode == 0 ? outcome.Output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
