using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Helpdesk.Postgres.Notifications;

namespace Helpdesk.Postgres.Tickets;

/// <summary>
/// The row of a ticket: columns for lists, the rest of the state as a document. The description stands apart: it seldom changes and can be
/// long.
/// </summary>
internal sealed class TicketRow : IRowOf<Ticket, TicketEvent>
{
    private const string Insert = """
        insert into ticket (tenant_id, id, number, version, public_version, status, priority, category, queue, team, requester, assignee,
            subject,
            created_at, updated_at, public_updated_at, due_at, sla_state, closed_at, deleted, state, description,
            reopen_requested_at, merged_into, last_comment_at, last_comment_from_staff, acted_version, acted_by, acted_before,
            public_acted_version, public_acted_by, public_acted_before)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
            $25, $26, $27, $28, $29, $30, $31, $32)
        """;

    private static readonly string Update = $"""
        update ticket set version = $4, public_version = $5, status = $6, priority = $7, category = $8, queue = $9, team = $10,
            requester = $11,
            assignee = $12, subject = $13, updated_at = $15, public_updated_at = $16, due_at = $17, sla_state = $18, closed_at = $19,
                deleted = $20,
            state = $21, description = coalesce($22, description), reopen_requested_at = $23, merged_into = $24,
            tx = pg_current_xact_id(), last_comment_at = coalesce($25, last_comment_at),
            last_comment_from_staff = coalesce($26, last_comment_from_staff), {Acted("", 27)}, {Acted("public_", 30)},
            public_tx = case when public_version = $5 then public_tx else pg_current_xact_id() end
        where tenant_id = $1 and id = $2 and number = $3 and created_at = $14
        """;

    // As LastActs.Then says it, of what is there.
    private static string Acted(string which, int first) => $"""
        {which}acted_before = case when ${first} = 0 then {which}acted_before when ${first + 2} > 0 then ${first + 2}
            when {which}acted_version > 0 and {which}acted_by is not distinct from ${first + 1} then {which}acted_before
            else {which}acted_version end,
        {which}acted_by = case when ${first} = 0 then {which}acted_by else ${first + 1} end,
        {which}acted_version = case when ${first} = 0 then {which}acted_version else ${first} end
        """;

    private static readonly JsonSerializerOptions WithoutDescription = new(RecordJson.Options)
    {
        TypeInfoResolver = RecordJson.Options.TypeInfoResolver!.WithAddedModifier(LeaveDescriptionEmpty),
    };

    public void AddLoad(TenantBatch batch, TenantId tenant, Guid stream) =>
        batch.Add("select state, description from ticket where tenant_id = $1 and id = $2").With(tenant.Value).With(stream);

    public Ticket Read(NpgsqlDataReader row) =>
        RecordJson.ReadStored<Ticket>(row.GetString(0)) with { Description = row.GetString(1) };

    public void AddWrite(TenantBatch batch, Append<Ticket, TicketEvent> append)
    {
        var ticket = append.After;
        var (acts, shown) = TicketReading.Of(append.Events, append.Before?.PublicVersion ?? 0);
        var said = TicketReading.LastCommentIn(append.Events);
        var description = append.Before?.Description == ticket.Description ? null : ticket.Description;
        batch.Add(append.Before is null ? Insert : Update)
            .With(append.Tenant.Value).With(append.Stream).With(ticket.Number).With(ticket.Version).With(ticket.PublicVersion)
            .With(Words<TicketStatus>.Of(ticket.Status)).With((short)ticket.Priority).With(ticket.Category).With(ticket.Queue)
                .With(ticket.Team)
            .With(ticket.Requester.Value).With(ticket.Assignee?.Value).With(ticket.Subject).With(ticket.CreatedAt).With(ticket.UpdatedAt)
            .With(ticket.PublicUpdatedAt).With(ticket.Plan.DueAt)
            .With(ticket.Plan.State is { } sla ? Words<SlaState>.Of(sla) : null).With(ticket.ClosedAt).With(ticket.IsDeleted)
            .WithJson(JsonSerializer.SerializeToUtf8Bytes(ticket, WithoutDescription)).With(description)
            .With(ticket.IsReopenRequested ? ticket.ReopenRequestedAt : null).With(ticket.MergedInto?.Target.Value)
            .With(said?.At).With(said?.FromStaff).With(acts.Version).With(acts.By?.Value).With(acts.Before)
            .With(shown.Version).With(shown.By?.Value).With(shown.Before);
        AddTags(batch, append);
        TicketNotifications.AddOwed(batch, append);
        TicketFileRows.AddWrite(batch, append);
        DraftRows.AddWrite(batch, append);
        TicketReadRows.AddWrite(batch, append);
    }

    // Its column holds it. A member of that name has to be there all the same.
    private static void LeaveDescriptionEmpty(JsonTypeInfo info)
    {
        if (info.Type == typeof(Ticket))
            info.Properties.Single(property => property.Name == "description").Get = static _ => "";
    }

    private static void AddTags(TenantBatch batch, Append<Ticket, TicketEvent> append)
    {
        var (before, after) = (append.Before?.Tags ?? [], append.After.Tags);
        if (before == after)
            return; // the very same list, as a rule

        foreach (var tag in after.Except(before))
        {
            batch.Add("insert into ticket_tag (tenant_id, tag, ticket_id) values ($1, $2, $3) on conflict do nothing")
                .With(append.Tenant.Value).With(tag).With(append.Stream);
        }

        foreach (var tag in before.Except(after))
            batch.Add("delete from ticket_tag where tenant_id = $1 and tag = $2 and ticket_id = $3").With(append.Tenant.Value).With(tag)
                .With(append.Stream);
    }
}
