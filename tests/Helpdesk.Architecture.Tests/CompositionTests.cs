using System.Reflection;
using Helpdesk.Api;
using Helpdesk.Grains;
using Helpdesk.Grains.Feed;
using Helpdesk.Hosting;
using Helpdesk.Hosting.Cluster;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Helpdesk.Architecture.Tests;

/// <summary>
/// Grains may run in a silo that has no API, and the API in a process that has no grains. One process with both would hide that either
/// lacks what only the other registers.
/// </summary>
public sealed class CompositionTests
{
    [Fact]
    public void A_silo_without_the_api_has_everything_that_its_grains_ask_for()
    {
        var builder = WebApplication.CreateBuilder(Validated).AddSiloRecord().AddSilo();
        var services = builder.Build().Services;

        var grains = typeof(GrainHosting).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(Grain)) && !type.IsAbstract).ToList();
        grains.Count.ShouldBeGreaterThan(10);
        grains.SelectMany(grain => Missing(grain.GetConstructors().ShouldHaveSingleItem().GetParameters(), services).Select(
            what => $"{grain.Name}: {what}"))
            .ShouldBeEmpty();
        services.GetServices<FeedConsumer>().Count().ShouldBeGreaterThan(2, "consumers of the feed follow it in every silo");
    }

    [Fact]
    public void An_api_without_grains_has_everything_that_its_endpoints_and_its_pipeline_ask_for()
    {
        var builder = WebApplication.CreateBuilder(Validated).AddHelpdesk().AddClusterClient();
        var app = builder.Build().UseHelpdesk();
        ((IApplicationBuilder)app).Build();

        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        endpoints.Count.ShouldBeGreaterThan(100);
        endpoints.SelectMany(
            endpoint => Missing(endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Where(IsPart) ?? [], app.Services)
            .Select(what => $"{endpoint.RoutePattern.RawText}: {what}")).ShouldBeEmpty();
    }

    // there the container checks itself when it is built
    private static WebApplicationOptions Validated => new() { EnvironmentName = "Development" };

    // Interfaces are services here, unless ASP.NET Core itself hands them in.
    private static bool IsPart(ParameterInfo parameter) =>
        parameter.ParameterType.IsInterface && parameter.ParameterType.Namespace != typeof(HttpContext).Namespace;

    // What the engine or the container brings along by an attribute is not looked up by its type.
    private static IEnumerable<string> Missing(IEnumerable<ParameterInfo> parameters, IServiceProvider services)
    {
        var known = services.GetRequiredService<IServiceProviderIsService>();
        return parameters.Where(parameter => !parameter.GetCustomAttributes().Any(attribute => attribute is IFacetMetadata)
            && !known.IsService(parameter.ParameterType))
            .Select(parameter => parameter.ParameterType.Name).Distinct();
    }
}
