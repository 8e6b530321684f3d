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
        account.Property(user => user.TenantId).HasColumnName("tenant_id");
        account.Property(user => user.Id).HasColumnName("id").ValueGeneratedNever();
        account.Property(user => user.Email).HasColumnName("email");
        account.Property(user => user.NormalizedEmail).HasColumnName("email_key");
        account.Property(user => user.PasswordHash).HasColumnName("password_hash");
        account.Property(user => user.PasswordChangedAt).HasColumnName("password_changed_at");
        account.Property(user => user.SecurityStamp).HasColumnName("security_stamp");
        account.Property(user => user.ConcurrencyStamp).HasColumnName("concurrency_stamp").IsConcurrencyToken();
        account.Property(user => user.TwoFactorEnabled).HasColumnName("two_factor_enabled");
        account.Property(user => user.TotpSecret).HasColumnName("totp_secret");
        account.Property(user => user.TotpPending).HasColumnName("totp_pending");
        account.Property(user => user.TotpLastStep).HasColumnName("totp_last_step");
        account.Property(user => user.RecoveryCodes).HasColumnName("recovery_codes");
        account.Property(user => user.SessionsValidFrom).HasColumnName("sessions_valid_from");
        account.Property(user => user.CreatedAt).HasColumnName("created_at");

        account.Ignore(user => user.UserName).Ignore(user => user.NormalizedUserName).Ignore(user => user.EmailConfirmed);
        account.Ignore(user => user.PhoneNumber).Ignore(user => user.PhoneNumberConfirmed);
        account.Ignore(user => user.LockoutEnd).Ignore(user => user.LockoutEnabled).Ignore(user => user.AccessFailedCount);
    }
}
