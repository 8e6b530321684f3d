using System.Net;
using DnsClient;
using Helpdesk.Domain.Tenants;
using Microsoft.Extensions.Options;

namespace Helpdesk.Adapters.Dns;

/// <summary>
/// Asks for TXT records with DnsClient: over UDP and, where the answer is cut, over TCP. Only the configured resolvers are asked, or the
/// machine's own; DnsClient would otherwise turn to a public one where the machine names none.
/// </summary>
internal sealed class DnsTexts(IOptions<DnsOptions> options) : IDnsTexts
{
    private const int MostResolvers = 3;

    public async Task<IReadOnlyCollection<string>> Find(string name, CancellationToken cancellation)
    {
        try
        {
            var answer = await Ask(name, cancellation);
            if (!answer.HasError)
                return [.. answer.Answers.TxtRecords().Select(record => string.Concat(record.Text))];
            return answer.Header.ResponseCode is DnsHeaderResponseCode.NotExistentDomain ? []
                : throw new TimeoutException($"The name servers do not know about {name}: {answer.ErrorMessage}.");
        }
        catch (Exception failure) when (
            failure is DnsResponseException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new TimeoutException($"No name server has answered for {name}.", failure);
        }
    }

    private async Task<IDnsQueryResponse> Ask(string name, CancellationToken cancellation)
    {
        try
        {
            return await Client(tcp: false).QueryAsync(name, QueryType.TXT, cancellationToken: cancellation);
        }
        catch (DnsXidMismatchException)
        {
            // Somebody sends made-up answers over UDP. They cannot get into a connection.
            return await Client(tcp: true).QueryAsync(name, QueryType.TXT, cancellationToken: cancellation);
        }
    }

    // A new one for each question, which is rare: the machine's resolvers may have changed since the last.
    private LookupClient Client(bool tcp) => new(new LookupClientOptions([.. Servers()])
    {
        Timeout = options.Value.Timeout,
        Retries = 1,
        Recursion = true,
        UseTcpFallback = true,
        UseTcpOnly = tcp,
        UseCache = false,
        UseRandomNameServer = false,
        ContinueOnDnsError = true,
        ContinueOnEmptyResponse = false,
        ThrowDnsErrors = false,
    });

    private IEnumerable<NameServer> Servers() => options.Value.Servers.Length > 0
        ? options.Value.Servers.Select(IPEndPoint.Parse)
            .Select(server => new NameServer(server.Address, server.Port == 0 ? 53 : server.Port))
        : NameServer.ResolveNameServers(skipIPv6SiteLocal: true, fallbackToGooglePublicDns: false).Take(MostResolvers);
}
