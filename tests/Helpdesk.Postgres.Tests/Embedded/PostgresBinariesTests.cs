using Helpdesk.Postgres.Embedded;

namespace Helpdesk.Postgres.Tests.Embedded;

public sealed class PostgresBinariesTests
{
    [Fact]
    public void This_machine_has_a_PostgreSQL_that_is_new_enough()
    {
        var found = PostgresBinaries.Find(major: null);

        found.Major.ShouldBeGreaterThanOrEqualTo(PostgresBinaries.OldestMajor);
        File.Exists(found.InitDb).ShouldBeTrue();
        File.Exists(found.PgCtl).ShouldBeTrue();
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
