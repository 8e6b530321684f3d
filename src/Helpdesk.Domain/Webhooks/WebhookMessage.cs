using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Helpdesk.Domain.Tickets;
using NodaTime.Text;

namespace Helpdesk.Domain.Webhooks;

/// <summary>What a webhook is told: an act on a ticket, and the ticket as the act left it. Written once, and sent as it was
/// written.</summary>
public sealed record WebhookMessage(string Type, Instant Timestamp, WebhookData Data)
{
    private static readonly JsonSerializerOptions Json = Plain();

    /// <param name="type">One of <see cref="WebhookKinds"/>.</param>
    public static WebhookMessage Of(string type, ToldAct act, bool withInternal, string tenant) => new(type, act.At, new()
    {
        Tenant = tenant,
        Kinds = [.. WebhookKinds.Of(act.Events.Select(recorded => recorded.Event), withInternal)],
        Ticket = act.IsDeletion ? null : TicketFacts.Of(act.Id, act.After),
        Deleted = act.IsDeletion ? new(act.Id.Value, act.After.Number, act.After.Version) : null,
        Changes = act.IsDeletion ? ImmutableDictionary<string, Difference>.Empty : TicketFacts.Differences(act.Before, act.After),
        Attachments = [.. act.Files(withInternal).Select(FileTold.Of)],
        Comment = act.Comment(withInternal) is { } said ? CommentFacts.Of(said) : null,
        Actor = act.Events[0].Actor?.Value,
    });

    /// <summary>One that says no more than that it came.</summary>
    public static WebhookMessage Test(string tenant, AccountId? actor, Instant now) =>
        new(WebhookKinds.Test, now, new() { Tenant = tenant, Kinds = [WebhookKinds.Test], Actor = actor?.Value });

    public string Write() => JsonSerializer.Serialize(this, Json);

    // As the API writes: members that are null are there, and all moments have the same number of digits.
    private static JsonSerializerOptions Plain()
    {
        var options = new JsonSerializerOptions(RecordJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };
        options.Converters.Insert(0, new SixDigits());
        return options;
    }

    private sealed class SixDigits : JsonConverter<Instant>
    {
        private static readonly InstantPattern Pattern =
            InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'ffffff'Z'");

        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Pattern.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Pattern.Format(value));
    }
}

/// <summary>One act on a ticket: what happened at once, and the ticket before and after.</summary>
/// <param name="Before"><c>null</c>: the act opened it.</param>
/// <param name="Withdrawn">Comments whose words were taken back since.</param>
public sealed record ToldAct(
    TicketId Id, Ticket? Before, Ticket After, IReadOnlyList<Recorded<TicketEvent>> Events, ImmutableArray<Guid> Withdrawn)
{
    public Instant At => Events[0].At;

    public bool IsDeletion => After.IsDeleted;

    /// <summary>The words that came with it, if they stand.</summary>
    public Recorded<TicketEvent>? Comment(bool withInternal) => Events.LastOrDefault(recorded =>
        recorded.Event is TicketEvent.Commented said && (withInternal || said.Visibility is Visibility.Public)
        && !Withdrawn.Contains(said.Id));

    /// <summary>The files that came with it, if they stand.</summary>
    public IEnumerable<TicketEvent.Attached> Files(bool withInternal) => Events.Select(recorded => recorded.Event)
        .OfType<TicketEvent.Attached>().Where(attached => (withInternal || attached.Visibility is Visibility.Public)
            && !(attached.Comment is { } comment && Withdrawn.Contains(comment)));

    /// <summary>The history folded up to the end of the act.</summary>
    /// <param name="now">The ticket as it is.</param>
    public static ToldAct Of(TicketId id, IReadOnlyList<Recorded<TicketEvent>> history, int first, Ticket now)
    {
        Ticket? state = null, before = null;
        foreach (var recorded in history)
        {
            if (recorded.Version == first)
                before = state;
            state = Ticket.Apply(state, recorded);
        }

        return new(id, before, state!, [.. history.Where(recorded => recorded.Version >= first)], now.Withdrawn);
    }
}

/// <param name="From"><c>null</c>: there was none.</param>
/// <param name="To"><c>null</c>: there is none.</param>
public sealed record Difference(object? From, object? To);
