using Helpdesk.Domain.Audit;

namespace Helpdesk.Postgres.Audit;

internal sealed class AuditLogStore(Database database)
    : AggregateStore<AuditLog, AuditEvent>(database, new DocumentRow<AuditLog, AuditEvent>()), IAuditLogStore;
