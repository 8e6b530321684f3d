using Helpdesk.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Testing;

public static class RecordOfFixture
{
    /// <summary>A port of the domain on the fixture's database.</summary>
    public static T Port<T>(this PostgresFixture postgres) where T : notnull =>
        new ServiceCollection().AddSingleton(postgres.Database).AddStores().BuildServiceProvider().GetRequiredService<T>();
}
