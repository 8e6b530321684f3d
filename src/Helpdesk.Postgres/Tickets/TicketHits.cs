namespace Helpdesk.Postgres.Tickets;

/// <summary>
/// Tickets by words: what the index has, held against how things stand at this moment, so that an index which lags behind shows nobody what
/// is gone. In lists and in the search, which find the same.
/// </summary>
internal static class TicketHits
{
    /// <summary>
    /// Each text of a ticket in which a term stands: <c>tenant, ticket_id, term, part, source, weight</c>. Tickets of somebody whose name
    /// or address it is, are hits of the part <c>requester</c>.
    /// </summary>
    /// <param name="hit">Rows of <c>search_texts</c>, with their tenant beside them.</param>
    /// <param name="staff">Whether staff ask.</param>
    /// <param name="reader">The customer who asks.</param>
    public static string Of(string hit, string staff, string reader) => $"""
        select t.tenant_id as tenant, t.id as ticket_id, hit.term, hit.part, hit.source, {Weight} as weight
        from {hit} hit join ticket t on t.tenant_id = hit.tenant and t.id = hit.document and not t.deleted and ({staff} or t.requester = {reader})
        where case hit.part
            when 'number' then true
            when 'subject' then hit.digest = md5(t.subject)
            when 'description' then hit.digest = md5(t.description)
            when 'comment' then not coalesce((t.state -> 'withdrawn') ? hit.source, false)
            when 'file_name' then exists (
                select from attachment a where a.tenant_id = t.tenant_id and a.id = hit.source::uuid and a.removed_at is null)
            when 'tag' then exists (
                select from ticket_tag tag where tag.tenant_id = t.tenant_id and tag.tag = hit.source and tag.ticket_id = t.id)
            else false end
        union all
        select t.tenant_id, t.id, hit.term, 'requester', '', {Weight}
        from {hit} hit {PersonOf("hit")}
        join ticket t on t.tenant_id = hit.tenant and t.requester = m.account_id and not t.deleted and ({staff} or t.requester = {reader})
        """;

    /// <summary>
    /// Joins the person whose name or address a hit is, as it is at this moment. The address of somebody who left is nobody's to know.
    /// </summary>
    public static string PersonOf(string hit) => $"""
        join membership m on m.tenant_id = {hit}.tenant and m.account_id = {hit}.document and {hit}.part in ('name', 'email')
            and ({hit}.part = 'name' or m.status <> 'ended')
            and {hit}.digest = md5(case {hit}.part when 'name' then m.name else m.email end)
        """;

    /// <summary>Ids of a tenant's tickets in which every term stands, for a condition.</summary>
    public static string Ids(string tenant, string terms, string staff, string reader, string byAddress) => $"""
        (with asked as materialized (
            select {tenant}::uuid as tenant, one.* from search_texts({tenant}, {terms}, {staff}, {reader}, {byAddress}) one)
        select found.ticket_id from ({Of("asked", staff, reader)}) found
        group by found.ticket_id having count(distinct found.term) = cardinality({terms}::text[]))
        """;

    /// <summary>What makes a hit count: where it stands, and twice as much where the words are whole.</summary>
    public const string Weight = """
        case hit.part when 'number' then 64 when 'name' then 32 when 'subject' then 16 when 'email' then 8 when 'tag' then 8 when 'file_name' then 4
            else 2 end * case when hit.is_exact then 2 else 1 end
        """;
}
