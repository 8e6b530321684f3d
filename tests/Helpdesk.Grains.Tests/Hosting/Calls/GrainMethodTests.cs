using System.Reflection;

namespace Helpdesk.Grains.Tests.Hosting.Calls;

/// <summary>Calls may be made twice (<c>src/Helpdesk.Grains/Hosting/Calls</c>), so every method must bear it.</summary>
public sealed class GrainMethodTests
{
    private static readonly IReadOnlyList<MethodInfo> Methods =
    [
        .. typeof(GrainKeys).Assembly.GetTypes().Where(type => type.IsInterface && typeof(IGrain).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods()).OrderBy(NameOf, StringComparer.Ordinal),
    ];

    [Fact]
    public void A_method_without_an_operation_id_is_harmless_to_call_twice_for_a_reason()
    {
        const string reads = "Reads.";
        Dictionary<string, string> reasons = new()
        {
            ["IAuditGrain.Begin"] = "A log that has begun stays as it is.",
            ["IDueSubject.Look"] = "The operation id follows from the state.",
            ["IDkimGrain.Read"] = reads,
            ["IExpertiseGrain.Read"] = reads,
            ["IFlagSetGrain.History"] = reads,
            ["IFlagSetGrain.List"] = reads,
            ["IFlagSetGrain.Read"] = reads,
            ["IFlagSetGrain.Stale"] = reads,
            ["IFlagSetGrain.TryPut"] = reads,
            ["IHourlyRatesGrain.Read"] = reads,
            ["ILicenceGrain.Read"] = reads,
            ["IMailServerGrain.Read"] = reads,
            ["IMailTemplateGrain.Read"] = reads,
            ["IMailServerGrain.Test"] = "A test that is sent twice is two tests.",
            ["IOwnDomainGrain.Read"] = reads,
            ["IPeopleGrain.ExpireInvitation"] = "An invitation that has expired stays so.",
            ["IPresenceGrain.At"] = reads,
            ["IPresenceGrain.Leave"] = "Who has left has left.",
            ["IPresenceGrain.Show"] = "What is said again stands as it did.",
            ["IPresenceGrain.Since"] = reads,
            ["IReadinessGrain.Answer"] = "Does nothing else.",
            ["ISlaGrain.Calendars"] = reads,
            ["ISlaGrain.Policies"] = reads,
            ["ISweeperGrain.Start"] = "The reminder is there already.",
            ["ISweeperGrain.Sweep"] = "What was settled is not due any more.",
            ["ITenantGrain.Read"] = reads,
            ["ITenantTextGrain.Read"] = reads,
            ["ITextModulesGrain.List"] = reads,
            ["ITextModulesGrain.Read"] = reads,
            ["ITimeSheetGrain.Cost"] = reads,
            ["ITimeSheetGrain.Read"] = reads,
            ["ITicketGrain.Comments"] = reads,
            ["ITicketGrain.NewestComments"] = reads,
            ["ITicketGrain.Read"] = reads,
            ["ITicketGrain.ReadComment"] = reads,
            ["ITicketGrain.Satisfaction"] = reads,
            ["ITicketGrain.Sla"] = reads,
            ["ITicketListsGrain.Entries"] = reads,
            ["ITicketPairGrain.SettleLink"] = "Looks at how the tickets stand.",
            ["ITicketPairGrain.SettleMerge"] = "Looks at how the tickets stand.",
            ["IWebhooksGrain.List"] = reads,
            ["IWebhooksGrain.Read"] = reads,
        };

        Methods.Where(method => method.GetParameters().All(parameter => parameter.ParameterType != typeof(CommandId))).Select(NameOf)
            .Except(reasons.Keys).ShouldBeEmpty("give it a CommandId, or the reason why it may be called twice");
        reasons.Keys.Except(Methods.Select(NameOf)).ShouldBeEmpty("no such method any more");
    }

    [Fact]
    public void The_last_argument_of_each_is_the_token_that_ends_a_call()
    {
        Methods.Count.ShouldBeGreaterThan(50, "the scan must have found the grains");
        Methods.Where(method => method.GetParameters() is not [.., { } last] || last.ParameterType != typeof(CancellationToken))
            .Select(NameOf).ShouldBeEmpty();
    }

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
