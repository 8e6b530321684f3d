using Helpdesk.Domain.Mail;

namespace Helpdesk.Postgres.Mail;

internal sealed class DkimKeyStore(Database database)
    : AggregateStore<DkimKeys, DkimEvent>(database, new DocumentRow<DkimKeys, DkimEvent>()), IDkimKeys;
