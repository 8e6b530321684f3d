using Helpdesk.Domain.Audit;
using Helpdesk.Postgres.Feed;

namespace Helpdesk.Postgres.Audit;

internal sealed class AuditLogStore(Database database) : AggregateStore<AuditLog, AuditEvent>(database, new DocumentRow<AuditLog, AuditEvent>()), IAuditLogStore;
