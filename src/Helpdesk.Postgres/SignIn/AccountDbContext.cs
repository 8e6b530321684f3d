using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Postgres.SignIn;

/// <summary>
/// Accounts for ASP.NET Core Identity. The table is made by our migrations; everything else in this database is plain SQL.
/// </summary>
internal sealed class AccountDbContext(DbContextOptions<AccountDbContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder builder) => builder.Entity<AccountUser>(Account);

    private static void Account(EntityTypeBuilder<AccountUser> account)
    {
        account.ToTable("account").HasKey(user => new { user.TenantId, user.Id });
        account.Property(user => user.Id).ValueGeneratedNever();
        account.Property(user => user.NormalizedEmail).HasColumnName("email_key");
        account.Property(user => user.ConcurrencyStamp).IsConcurrencyToken();

        account.Ignore(user => user.UserName).Ignore(user => user.NormalizedUserName).Ignore(user => user.EmailConfirmed);
        account.Ignore(user => user.PhoneNumber).Ignore(user => user.PhoneNumberConfirmed);
        account.Ignore(user => user.LockoutEnd).Ignore(user => user.LockoutEnabled).Ignore(user => user.AccessFailedCount);
    }
}
