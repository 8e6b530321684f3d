namespace Helpdesk.Postgres.Embedded;

/// <summary>
/// The operating system account that the server runs as. PostgreSQL refuses to run as root; started as root, it runs as
/// <c>postgres</c> or else <c>nobody</c>, and the files that it writes belong to that account.
/// </summary>
internal abstract class ServerAccount
{
    public static ServerAccount Current => Environment.IsPrivilegedProcess ? Ordinary() : new Caller();

    /// <summary>The command line that runs <paramref name="commandLine"/> as this account.</summary>
    public abstract IReadOnlyList<string> Wrap(IReadOnlyList<string> commandLine);

    /// <summary>Creates <paramref name="folder"/> for this account alone (0700), or hands an existing one over.</summary>
    public abstract void Own(string folder);

    /// <summary>Writes a file that only this account may read.</summary>
    public abstract void WriteSecret(string path, string content);

    /// <summary>Whether this account may enter the folder that is to hold <paramref name="path"/>.</summary>
    public abstract bool CanReach(string path);

    private static Other Ordinary()
    {
        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet();
        var name = known.Contains("postgres") ? "postgres" : "nobody";
        if (!File.Exists("/usr/bin/setpriv") && !File.Exists("/bin/setpriv"))
            throw new StartupRefusedException(
                "PostgreSQL does not run as root, and the program setpriv (package util-linux) that would run it as another account is missing. Start as an ordinary user.");
        return new Other(name);
    }

    private sealed class Caller : ServerAccount
    {
        private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

        public override IReadOnlyList<string> Wrap(IReadOnlyList<string> commandLine) => commandLine;

        public override void Own(string folder)
        {
            Directory.CreateDirectory(folder);
            File.SetUnixFileMode(folder, OwnerOnly);
        }

        public override void WriteSecret(string path, string content) => SecretFile.Write(path, content);

        public override bool CanReach(string path) => true;
    }

    private sealed class Other(string name) : ServerAccount
    {
        public override IReadOnlyList<string> Wrap(IReadOnlyList<string> commandLine) =>
            ["setpriv", $"--reuid={name}", $"--regid={Group()}", "--clear-groups", "--", .. commandLine];

        public override void Own(string folder) =>
            Require(["install", "-d", "-o", name, "-g", Group(), "-m", "700", folder]);

        public override void WriteSecret(string path, string content)
        {
            var draft = path + ".draft";
            SecretFile.Write(draft, content);
            Require(["install", "-o", name, "-g", Group(), "-m", "600", draft, path]);
            File.Delete(draft);
        }

        public override bool CanReach(string path) =>
            Programs.Run(Wrap(["test", "-x", Path.GetDirectoryName(path)!])).ExitCode == 0;

        /// <summary>The number of the account's own group; its name differs between systems (nobody, nogroup).</summary>
        private string Group() =>
            File.ReadLines("/etc/passwd").Select(line => line.Split(':')).First(fields => fields[0] == name)[3];

        private static void Require(IReadOnlyList<string> commandLine)
        {
            var outcome = Programs.Run(commandLine);
            if (outcome.ExitCode != 0)
                throw new StartupRefusedException(outcome.Output.Trim());
        }
    }
}
