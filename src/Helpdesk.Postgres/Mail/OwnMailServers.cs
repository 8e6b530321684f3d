using Helpdesk.Domain.Mail;

namespace Helpdesk.Postgres.Mail;

internal sealed class OwnMailServers(Database database)
    : AggregateStore<OwnMailServer, OwnMailServerEvent>(database, new DocumentRow<OwnMailServer, OwnMailServerEvent>()), IOwnMailServers;
