using System.Collections.Immutable;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Webhooks;

/// <summary>A program of the municipality's that is told of what happens to tickets.</summary>
public sealed record Webhook
{
    public required Guid Id { get; init; }

    /// <summary>For people; <c>null</c>: the address says enough.</summary>
    public string? Name { get; init; }
    public required string Url { get; init; }

    /// <summary>Which kinds it wants, of <see cref="WebhookKinds"/>, in their order.</summary>
    public required ImmutableArray<string> Events { get; init; }

    /// <summary>Internal comments are told, too.</summary>
    public bool IncludesInternal { get; init; }
    public bool IsActive { get; init; } = true;

    /// <summary>Why the platform stopped it; <c>null</c>: it runs, or a person stopped it.</summary>
    public WebhookStop? StoppedBecause { get; init; }

    /// <summary>The secret that signs, sealed.</summary>
    public required string Sealed { get; init; }

    /// <summary>The one before, which signs as well for a while; <c>null</c>: there is none.</summary>
    public PreviousSecret? Previous { get; init; }
    public required Instant CreatedAt { get; init; }
    public required AccountId? CreatedBy { get; init; }
    public required Instant UpdatedAt { get; init; }

    /// <summary>When it was made, or went on again: of what happened before, it is told nothing.</summary>
    public required Instant ActiveSince { get; init; }

    /// <summary>The list's, when this one was changed last.</summary>
    public required int Version { get; init; }

    public bool ListensTo(Instant at) => IsActive && ActiveSince <= at;

    /// <summary>What it is told, as an admin wants it.</summary>
    public WebhookChoice Choice => new(Url, Events, Name, IncludesInternal, IsActive);
}

/// <param name="Until">Exclusive.</param>
public sealed record PreviousSecret(string Sealed, Instant Until);

/// <param name="Events">As sent: in any order, perhaps twice.</param>
public sealed record WebhookChoice(string Url, ImmutableArray<string> Events, string? Name, bool IncludesInternal, bool IsActive);

public enum WebhookStop
{
    /// <summary>Its server answered 410: nobody wants to be told there any more.</summary>
    Gone,
    /// <summary>A delivery failed to its last try, and none since its first one arrived.</summary>
    Failing,
}

/// <summary>What signs what a webhook is told, as its receiver writes it down.</summary>
public static class WebhookSecret
{
    /// <summary>As many as the hash has that they key.</summary>
    public const int Bytes = 32;

    public static string Of(byte[] chance) => $"whsec_{Convert.ToBase64String(chance)}";
}

/// <summary>A webhook with the secret that its receiver checks signatures by: told when it is made, and never again.</summary>
public sealed record WebhookWithSecret(Webhook Webhook, string Secret)
{
    public override string ToString() => nameof(WebhookWithSecret);
}

/// <summary>The webhooks of one municipality.</summary>
public sealed record WebhookList : IAggregate<WebhookList, WebhookListEvent>
{
    public static string Kind => "webhook_list";

    public static readonly WebhookList None = new() { Version = 0 };

    /// <summary>From the oldest to the newest.</summary>
    public ImmutableArray<Webhook> Items { get; init; } = [];
    public required int Version { get; init; }

    public static Guid StreamOf(TenantId tenant) => CommandId.Derive($"{tenant}|{Kind}");

    public Webhook? Find(Guid id) => Items.FirstOrDefault(webhook => webhook.Id == id);

    public static WebhookList Apply(WebhookList? state, Recorded<WebhookListEvent> recorded)
    {
        var list = state ?? None;
        var items = recorded.Event switch
        {
            WebhookListEvent.Added added => list.Items.Add(Made(added, recorded)),
            WebhookListEvent.Removed removed => list.Items.RemoveAll(webhook => webhook.Id == removed.Id),
            var change => list.Items.Replace(list.Find(change.Id)!, With(list.Find(change.Id)!, recorded)),
        };
        return list with { Items = items, Version = recorded.Version };
    }

    private static Webhook Made(WebhookListEvent.Added added, Recorded<WebhookListEvent> recorded) => new()
    {
        Id = added.Id,
        Name = added.Choice.Name,
        Url = added.Choice.Url,
        Events = added.Choice.Events,
        IncludesInternal = added.Choice.IncludesInternal,
        IsActive = added.Choice.IsActive,
        Sealed = added.Sealed,
        CreatedAt = recorded.At,
        CreatedBy = recorded.Actor,
        UpdatedAt = recorded.At,
        ActiveSince = recorded.At,
        Version = recorded.Version,
    };

    private static Webhook With(Webhook webhook, Recorded<WebhookListEvent> recorded)
    {
        var changed = recorded.Event switch
        {
            WebhookListEvent.Changed { Choice: var choice } => webhook with
            {
                Name = choice.Name,
                Url = choice.Url,
                Events = choice.Events,
                IncludesInternal = choice.IncludesInternal,
                IsActive = choice.IsActive,
                StoppedBecause = choice.IsActive ? null : webhook.StoppedBecause,
                ActiveSince = choice.IsActive && !webhook.IsActive ? recorded.At : webhook.ActiveSince,
            },
            WebhookListEvent.SecretRotated rotated =>
                webhook with { Sealed = rotated.Sealed, Previous = new(webhook.Sealed, rotated.PreviousUntil) },
            WebhookListEvent.Stopped stopped => webhook with { IsActive = false, StoppedBecause = stopped.Because },
            var unknown => throw new InvalidOperationException($"Webhooks cannot go on with {unknown.GetType().Name}."),
        };
        return changed with { UpdatedAt = recorded.At, Version = recorded.Version };
    }
}

/// <summary>What can happen to them. Stored for good.</summary>
public abstract record WebhookListEvent(Guid Id)
{
    /// <param name="Sealed">The secret.</param>
    public sealed record Added(Guid Id, WebhookChoice Choice, string Sealed) : WebhookListEvent(Id);

    public sealed record Changed(Guid Id, WebhookChoice Choice) : WebhookListEvent(Id);

    /// <param name="PreviousUntil">Until then the one before signs as well.</param>
    public sealed record SecretRotated(Guid Id, string Sealed, Instant PreviousUntil) : WebhookListEvent(Id);

    /// <summary>The platform tells it nothing more until an admin has it go on.</summary>
    public sealed record Stopped(Guid Id, WebhookStop Because) : WebhookListEvent(Id);

    public sealed record Removed(Guid Id) : WebhookListEvent(Id);
}

/// <summary>Keeps them.</summary>
public interface IWebhookLists : IAggregateStore<WebhookList, WebhookListEvent>
{
    /// <summary>Those of several municipalities at once; who has none, or whose cannot be read, is not in it.</summary>
    Task<IReadOnlyDictionary<TenantId, WebhookList>> Of(IReadOnlyCollection<TenantId> tenants, CancellationToken cancellation);
}
