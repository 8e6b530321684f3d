namespace Helpdesk.Postgres.Embedded;

/// <summary>
/// The operating system account that the server runs as. PostgreSQL refuses to run as root; started as root, it runs as <c>postgres</c> or
/// else
/// <c>nobody</c>. Whatever is written into that account's folders is written as that account: it could have put a link there.
/// </summary>
internal sealed class ServerAccount
{
    private readonly IReadOnlyList<string> prefix;
    private readonly string[]? other;

    /// <param name="other">Fields of the account in /etc/passwd; <c>null</c>: the caller's own.</param>
    private ServerAccount(string[]? other)
    {
        this.other = other;
        prefix = other is null ? [] : ["setpriv", $"--reuid={other[2]}", $"--regid={other[3]}", "--clear-groups", "--"];
    }

    public static ServerAccount Current { get; } = new(Environment.IsPrivilegedProcess ? Ordinary() : null);

    /// <summary>The command line that runs <paramref name="commandLine"/> as this account.</summary>
    public IReadOnlyList<string> Wrap(IReadOnlyList<string> commandLine) => [.. prefix, .. commandLine];

    /// <summary>Creates <paramref name="folder"/> for this account alone, or hands an existing one over.</summary>
    public void Own(string folder) =>
        Require(other is null ? ["install", "-d", "-m", "700", folder]
            : ["install", "-d", "-o", other[2], "-g", other[3], "-m", "700", folder]);

    /// <summary>Writes a file that only this account may read.</summary>
    public void Write(string path, string content) => Require(Wrap(["sh", "-c", "umask 077 && cat > \"$0\"", path]), content);

    public void Delete(string path) => Require(Wrap(["rm", "-rf", "--", path]));

    /// <summary>Whether this account may enter the folder that is to hold <paramref name="path"/>.</summary>
    public bool CanReach(string path) => other is null || Subprocess.Run(Wrap(["test", "-x", Path.GetDirectoryName(path)!])).ExitCode == 0;

    private static string[] Ordinary()
    {
        if (!File.Exists("/usr/bin/setpriv") && !File.Exists("/bin/setpriv"))
            throw new StartupRefusedException(
                "PostgreSQL does not run as root, and the program setpriv (package util-linux) that would run it as another account is "
                    + "missing. Start as an ordinary user.");
        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).ToDictionary(fields => fields[0]);
        return accounts.TryGetValue("postgres", out var postgres) ? postgres : accounts["nobody"];
    }

    private static void Require(IReadOnlyList<string> commandLine, string input = "")
    {
        var outcome = Subprocess.Run(commandLine, input: input);
        if (outcome.ExitCode != 0)
            throw new StartupRefusedException(outcome.Output.Trim());
    }
}
