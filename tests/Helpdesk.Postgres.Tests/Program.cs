using Helpdesk.Postgres.Embedded;

namespace Helpdesk.Postgres.Tests;

/// <summary>Run as a program, this assembly is a host that a test can kill: it starts a private server, says so and waits.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        try
        {
            using var server = EmbeddedPostgres.Start(args[0], ClusterSettings.Product);
            Console.WriteLine("ready");
            Console.In.ReadLine();
            return 0;
        }
        catch (StartupRefusedException refusal)
        {
            Console.WriteLine(refusal.Message);
            return 1;
        }
    }
}
