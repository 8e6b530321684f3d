using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Postgres.SignIn.OpenId;

/// <summary>
/// OpenIddict's rows of one tenant. Tenants are kept apart twice: by a filter on every entity here, and by row-level security, for which
/// <see cref="TenantInterceptor"/> names the tenant. Either alone suffices.
/// </summary>
/// <remarks>
/// The primary key of every table is <c>(tenant_id, id)</c>; to EF Core it is <c>id</c>, because OpenIddict's stores look rows up by one
/// value.
/// </remarks>
internal sealed class OidcDbContext : DbContext
{
    private const string TenantFilter = "tenant", LiveFilter = "live";

    public OidcDbContext(DbContextOptions<OidcDbContext> options, TenantId tenant, DateTime now) : base(options)
    {
        (Tenant, Now) = (tenant.Value, now);

        // The tenant is named per transaction, so even one row is written in one.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        Database.AutoSavepointsEnabled = false;
    }

    public Guid Tenant { get; }

    public DateTime Now { get; }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries<OidcToken>())
        {
            if (entry.State is EntityState.Added)
                entry.Entity.TenantId = Tenant;
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.Entity<OidcApplication>(Application);
        builder.Entity<OidcAuthorization>(Authorization);
        builder.Entity<OidcToken>(Token);
    }

    private void Application(EntityTypeBuilder<OidcApplication> client)
    {
        client.ToTable("oidc_application").HasKey(row => row.Id);
        client.HasQueryFilter(TenantFilter, row => row.TenantId == Tenant);
        client.HasQueryFilter(LiveFilter, row => row.RevokedAt == null && (row.ExpiresAt == null || row.ExpiresAt > Now));
        client.Property(row => row.Id).ValueGeneratedNever();
        client.Property(row => row.DisplayName).HasColumnName("name");
        client.Property(row => row.RedirectTo).HasColumnName("redirect_uris");
        client.Property(row => row.SignedOutTo).HasColumnName("post_logout_redirect_uris");
        client.Ignore(row => row.ApplicationType).Ignore(row => row.ClientId).Ignore(row => row.ClientSecret).Ignore(row => row.ClientType);
        client.Ignore(row => row.ConcurrencyToken).Ignore(row => row.ConsentType).Ignore(row => row.DisplayNames).Ignore(
            row => row.JsonWebKeySet);
        client.Ignore(row => row.Permissions).Ignore(row => row.PostLogoutRedirectUris).Ignore(row => row.Properties).Ignore(
            row => row.RedirectUris);
        client.Ignore(row => row.Requirements).Ignore(row => row.Settings);
        client.HasMany(row => row.Authorizations).WithOne(row => row.Application!).HasForeignKey("ApplicationId").IsRequired(false);
        client.HasMany(row => row.Tokens).WithOne(row => row.Application!).HasForeignKey("ApplicationId").IsRequired(false);
    }

    private void Authorization(EntityTypeBuilder<OidcAuthorization> session)
    {
        session.ToTable("session").HasKey(row => row.Id);
        session.HasQueryFilter(TenantFilter, row => row.TenantId == Tenant);
        session.Property(row => row.Id).ValueGeneratedNever();
        session.Property<Guid?>("ApplicationId").HasColumnName("client_id");
        session.Ignore(row => row.ConcurrencyToken).Ignore(row => row.CreationDate).Ignore(row => row.Properties).Ignore(row => row.Scopes);
        session.Ignore(row => row.Status).Ignore(row => row.Subject).Ignore(row => row.Type);
        session.HasMany(row => row.Tokens).WithOne(row => row.Authorization!).HasForeignKey("AuthorizationId").IsRequired(false);
    }

    private void Token(EntityTypeBuilder<OidcToken> token)
    {
        token.ToTable("oidc_token").HasKey(row => row.Id);
        token.HasQueryFilter(TenantFilter, row => row.TenantId == Tenant);
        token.Property(row => row.Id).ValueGeneratedOnAdd();
        token.Property<Guid?>("ApplicationId").HasColumnName("application_id");
        token.Property<Guid?>("AuthorizationId").HasColumnName("session_id");
        token.Property(row => row.CreationDate).HasColumnName("created_at");
        token.Property(row => row.ExpirationDate).HasColumnName("expires_at");
        token.Property(row => row.RedemptionDate).HasColumnName("redeemed_at");
        token.Property(row => row.ConcurrencyToken).IsConcurrencyToken();
        token.Ignore(row => row.Properties);
    }
}
