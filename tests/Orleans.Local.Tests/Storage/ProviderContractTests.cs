using System.Data;
using System.Data.Common;

namespace Orleans.Local.Tests.Storage;

/// <summary>
/// Runs the texts of <c>OrleansQuery</c> as the ADO.NET providers of the packages do: their parameters with their types, their result columns by
/// name. What is not shown by the one-process engine's own use of them: membership, and ranges of reminders.
/// </summary>
public sealed class ProviderContractTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly DateTime Start = new(2026, 11, 18, 11, 0, 0, DateTimeKind.Utc);
    private readonly string deployment = $"{Guid.NewGuid():N}";

    [Fact]
    public async Task Every_text_that_a_provider_asks_for_is_there()
    {
        string[] asked =
        [
            "ReadFromStorageKey", "WriteToStorageKey", "ClearStorageKey", "DeleteStorageKey",
            "UpsertReminderRowKey", "ReadReminderRowsKey", "ReadReminderRowKey", "ReadRangeRows1Key", "ReadRangeRows2Key", "DeleteReminderRowKey", "DeleteReminderRowsKey",
            "InsertMembershipVersionKey", "InsertMembershipKey", "UpdateMembershipKey", "UpdateIAmAlivetimeKey", "MembershipReadRowKey", "MembershipReadAllKey",
            "GatewaysQueryKey", "DeleteMembershipTableEntriesKey", "CleanupDefunctSiloEntriesKey",
        ];
        await using var command = postgres.Database.App.CreateCommand("SELECT QueryKey, QueryText FROM OrleansQuery");
        await using var reader = await command.ExecuteReaderAsync();
        var there = new List<string>();
        while (await reader.ReadAsync())
            there.Add(reader.GetString(reader.GetOrdinal("QueryKey")));

        there.Order().ShouldBe(asked.Order());
    }

    [Fact]
    public async Task A_silo_joins_once_and_only_at_the_version_that_it_read()
    {
        (await Count("InsertMembershipVersionKey", Deployment)).ShouldBe(1);
        (await Count("InsertMembershipVersionKey", Deployment)).ShouldBe(0);

        (await Join(port: 11111, version: 0)).ShouldBe(1);
        (await Join(port: 11112, version: 0)).ShouldBe(0, "the list has changed since");
        (await Join(port: 11111, version: 1)).ShouldBe(0, "it is in the list");
        (await Join(port: 11112, version: 1)).ShouldBe(1);

        (await TableVersion()).ShouldBe(2);
    }

    [Fact]
    public async Task Of_many_silos_that_join_at_one_version_one_does()
    {
        await Count("InsertMembershipVersionKey", Deployment);

        var joined = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Join(port: 20000 + number, version: 0)));

        joined.Sum().ShouldBe(1);
        (await TableVersion()).ShouldBe(1);
    }

    [Fact]
    public async Task A_change_of_status_moves_the_version_and_one_of_nobody_does_not()
    {
        await Count("InsertMembershipVersionKey", Deployment);
        await Join(port: 11111, version: 0);

        (await Update(port: 11111, status: 3, suspects: null, version: 1)).ShouldBe(1);
        (await Update(port: 11111, status: 6, suspects: "127.0.0.1:1@1,2026-11-18", version: 1)).ShouldBe(0);
        (await Update(port: 9, status: 6, suspects: null, version: 2)).ShouldBe(0);

        (await TableVersion()).ShouldBe(2);
        var silo = (await Rows("MembershipReadRowKey", [Deployment, .. Silo(11111)])).Single();
        silo["Status"].ShouldBe(3);
        silo["SuspectTimes"].ShouldBe(DBNull.Value);
    }

    [Fact]
    public async Task A_row_has_the_columns_and_types_that_the_provider_reads()
    {
        await Count("InsertMembershipVersionKey", Deployment);
        await Join(port: 11111, version: 0);

        var silo = (await Rows("MembershipReadAllKey", Deployment)).Single();

        // The provider looks names up without regard to case, as Npgsql does.
        silo.ShouldBe(new Dictionary<string, object>
        {
            ["deploymentid"] = deployment,
            ["address"] = "127.0.0.1",
            ["port"] = 11111,
            ["generation"] = 7,
            ["siloname"] = "silo",
            ["hostname"] = "host",
            ["status"] = 1,
            ["proxyport"] = 30000,
            ["suspecttimes"] = DBNull.Value,
            ["starttime"] = Start,
            ["iamalivetime"] = Start,
            ["version"] = 1,
        });
    }

    [Fact]
    public async Task When_only_the_version_exists_one_row_of_nulls_tells_it()
    {
        await Count("InsertMembershipVersionKey", Deployment);

        foreach (var rows in new[] { await Rows("MembershipReadAllKey", Deployment), await Rows("MembershipReadRowKey", [Deployment, .. Silo(1)]) })
        {
            var row = rows.Single();
            row["Version"].ShouldBe(0);
            row["StartTime"].ShouldBe(DBNull.Value);
        }
    }

    [Fact]
    public async Task A_heartbeat_is_kept_and_gateways_are_the_active_silos_with_a_port_for_clients()
    {
        await Count("InsertMembershipVersionKey", Deployment);
        await Join(port: 11111, version: 0);
        await Join(port: 11112, version: 1, proxyPort: 0);
        (await Rows("GatewaysQueryKey", Deployment, ("Status", 3, DbType.Int32))).ShouldBeEmpty();
        await Update(11111, status: 3, suspects: null, version: 2);
        await Update(11112, status: 3, suspects: null, version: 3);

        await Rows("UpdateIAmAlivetimeKey", [Deployment, ("IAmAliveTime", Start.AddMinutes(5), DbType.DateTime), .. Silo(11111)]);

        (await Rows("MembershipReadRowKey", [Deployment, .. Silo(11111)])).Single()["IAmAliveTime"].ShouldBe(Start.AddMinutes(5));
        var gateway = (await Rows("GatewaysQueryKey", Deployment, ("Status", 3, DbType.Int32))).Single();
        (gateway["Address"], gateway["ProxyPort"], gateway["Generation"]).ShouldBe(("127.0.0.1", 30000, 7));
    }

    [Fact]
    public async Task Silos_that_are_gone_are_cleaned_up_and_active_ones_are_not()
    {
        await Count("InsertMembershipVersionKey", Deployment);
        await Join(port: 11111, version: 0);
        await Join(port: 11112, version: 1);
        await Update(11112, status: 3, suspects: null, version: 2);

        await Rows("CleanupDefunctSiloEntriesKey", Deployment, ("IAmAliveTime", Start.AddHours(1), DbType.DateTime));
        (await Rows("MembershipReadAllKey", Deployment)).Single()["Port"].ShouldBe(11112);

        await Rows("DeleteMembershipTableEntriesKey", Deployment);
        (await Rows("MembershipReadAllKey", Deployment)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ReadRangeRows1Key", -10, 10, "begin is left out,end is in")]
    [InlineData("ReadRangeRows2Key", 10, -10, "over the top,under the bottom")]
    public async Task Silos_divide_reminders_by_ranges_that_leave_out_their_begin(string text, int begin, int end, string expected)
    {
        var service = ("ServiceId", (object)$"{Guid.NewGuid():N}", DbType.String);
        var rows = text == "ReadRangeRows1Key"
            ? new[] { ("outside", -10), ("begin is left out", -9), ("end is in", 10), ("outside too", 11) }
            : [("outside", 10), ("over the top", int.MaxValue), ("under the bottom", -10), ("outside too", -9)];
        foreach (var (name, hash) in rows)
        {
            await Rows("UpsertReminderRowKey", service, ("GrainId", "ticket/a", DbType.String), ("ReminderName", name, DbType.String),
                ("StartTime", Start, DbType.DateTime), ("Period", 60_000, DbType.Int32), ("GrainHash", hash, DbType.Int32));
        }

        var found = await Rows(text, service, ("BeginHash", begin, DbType.Int32), ("EndHash", end, DbType.Int32));

        string.Join(",", found.Select(row => row["ReminderName"]).Order()).ShouldBe(expected);
        found[0]["Period"].ShouldBe(60_000L);
        found[0]["StartTime"].ShouldBe(Start);
    }

    private (string, object, DbType) Deployment => ("DeploymentId", deployment, DbType.String);

    private static (string, object, DbType)[] Silo(int port) =>
        [("Address", "127.0.0.1", DbType.String), ("Port", port, DbType.Int32), ("Generation", 7, DbType.Int32)];

    private Task<int> Join(int port, int version, int proxyPort = 30000) => Count(
        "InsertMembershipKey",
        [
            Deployment, .. Silo(port), ("SiloName", "silo", DbType.String), ("HostName", "host", DbType.String), ("Status", 1, DbType.Int32),
            ("ProxyPort", proxyPort, DbType.Int32), ("StartTime", Start, DbType.DateTime), ("IAmAliveTime", Start, DbType.DateTime), ("Version", version, DbType.Int32),
        ]);

    private Task<int> Update(int port, int status, string? suspects, int version) => Count(
        "UpdateMembershipKey",
        [
            Deployment, .. Silo(port), ("Status", status, DbType.Int32), ("SuspectTimes", (object?)suspects ?? DBNull.Value, DbType.String),
            ("IAmAliveTime", Start, DbType.DateTime), ("Version", version, DbType.Int32),
        ]);

    private async Task<object> TableVersion() => (await Rows("MembershipReadAllKey", Deployment))[0]["Version"];

    /// <summary>The provider takes the one column of the one row as a truth value.</summary>
    private async Task<int> Count(string text, params (string, object, DbType)[] parameters) =>
        Convert.ToInt32((await Rows(text, parameters)).Single().Values.Single());

    private async Task<List<Dictionary<string, object>>> Rows(string text, params (string Name, object Value, DbType Type)[] parameters)
    {
        await using var connection = await postgres.Database.App.OpenConnectionAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = await Text(connection, text);
        foreach (var (name, value, type) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value, parameter.DbType) = (name, value, type);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Dictionary<string, object>>();
        while (await reader.ReadAsync())
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetValue, StringComparer.OrdinalIgnoreCase));
        return rows;
    }

    private static async Task<string> Text(DbConnection connection, string key)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"select querytext from orleansquery where querykey = '{key}'";
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
