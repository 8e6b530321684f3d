namespace Helpdesk.Domain.Tests.Tenants;

public sealed class TenantDeletionTests
{
    private static readonly Member One = new(Some.Tenant(), Some.Account(), Role.Operator);
    private static readonly Member Other = One with { Account = Some.Account() };
    private const int Days = 30;
    private static readonly Instant Now = Some.Moment();
    private static readonly Duration Grace = LocalDays.After(Now, Days, new TenantSettings().Zone) - Now;

    [Fact]
    public void It_takes_two_operators()
    {
        var asked = DeletionStory.Town().With(new TenantEvent.DeletionRequested("Merged."), One, Now);

        TenantDeletion.Confirm(asked, Days, One, Now).Refusal.ShouldBe(TenantErrors.SamePerson);
        TenantDeletion.Confirm(asked, Days, Other, Now).Events.ShouldBe([new TenantEvent.Deleted(Now + Grace)]);
        TenantDeletion.Confirm(asked, Days, Other with { Role = Role.Admin }, Now).Refusal.ShouldBe(AccessErrors.OperatorOnly);
        TenantDeletion.Confirm(DeletionStory.Town(), Days, Other, Now).Refusal.ShouldBe(TenantErrors.NoDeletion);
    }

    [Fact]
    public void A_request_can_be_withdrawn_and_then_confirms_nothing()
    {
        var asked = DeletionStory.Town().With(new TenantEvent.DeletionRequested("Merged."), One, Now);
        TenantDeletion.Request(asked, "Again.", Other).Refusal.ShouldBe(TenantErrors.DeletionRequested);

        var withdrawn = asked.With(new TenantEvent.DeletionWithdrawn(), One, Now);

        TenantDeletion.Confirm(withdrawn, Days, Other, Now).Refusal.ShouldBe(TenantErrors.NoDeletion);
        TenantDeletion.Withdraw(withdrawn, One).Refusal.ShouldBe(TenantErrors.NoDeletion);
    }

    [Fact]
    public void Until_the_grace_is_over_it_can_be_restored_as_it_was()
    {
        var suspended = DeletionStory.Town().With(new TenantEvent.Suspended("Unpaid."), One, Now);
        var deleted = suspended.With(new TenantEvent.DeletionRequested("Merged."), One, Now).With(
            new TenantEvent.Deleted(Now + Grace), Other, Now);
        deleted.Due.ShouldBe(new Dictionary<string, Instant> { [Tenant.EraseDue] = Now + Grace });

        TenantDeletion.Restore(deleted, One, Now + Grace).Refusal.ShouldBe(TenantErrors.Erased);
        TenantDeletion.Restore(deleted, One, Now + Grace - Duration.FromSeconds(1)).Events.ShouldBe([new TenantEvent.Restored()]);

        var restored = deleted.With(new TenantEvent.Restored(), One, Now);
        restored.Status.ShouldBe(TenantStatus.Suspended);
        restored.Due.ShouldBeEmpty();
        TenantDeletion.Restore(restored, One, Now).Refusal.ShouldBe(TenantErrors.NotDeleted);
    }

    [Fact]
    public void When_the_grace_is_over_it_is_erased_once_and_keeps_its_slug()
    {
        var deleted = DeletionStory.Town().With(new TenantEvent.DeletionRequested("Merged."), One, Now).With(
            new TenantEvent.Deleted(Now + Grace), Other, Now);
        TenantDeletion.Look(deleted, Now + Grace - Duration.FromSeconds(1)).Events.ShouldBeEmpty();
        TenantDeletion.Look(deleted, Now + Grace).Events.ShouldBe([new TenantEvent.Erased()]);

        var erased = deleted.With(new TenantEvent.Erased(), null, Now + Grace);

        TenantDeletion.Look(erased, Now + Grace).Events.ShouldBeEmpty();
        erased.Due.ShouldBeEmpty();
        erased.Slug.ShouldBe("musterstadt");
    }
}

internal static class DeletionStory
{
    public static Tenant Town() =>
        Tenant.Apply(null, new(1, Some.Moment(), null, new TenantEvent.Created("musterstadt", "Musterstadt", "MUST", new())));

    public static Tenant With(this Tenant tenant, TenantEvent what, Member? by, Instant at) =>
        Tenant.Apply(tenant, new(tenant.Version + 1, at, by?.Account, what));
}
