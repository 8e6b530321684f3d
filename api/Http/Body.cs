using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace Helpdesk.Api.Http;

/// <summary>
/// The JSON body of a request, read strictly. An endpoint that takes one answers 400, 413, 415 and 422 before it is called.
/// </summary>
public sealed class Body<T>(T value) : IEndpointParameterMetadataProvider
{
    public T Value => value;

    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        Bodies.RequireJson(context);
        var bytes = await Bodies.ReadAll(context);
        if (StrictJson.Read(bytes, Bodies.PassedOver(context), RulesOf(context), out var rest).Refused(out var why, out var read))
            return new Body<T>(rest is not null && rest.Of.IsToBeJudged(context) ? rest.Value : throw await Refused(why, rest, context));
        if (RequestFaults.Refusal(context) is { } around)
        {
            // The body is judged to its end all the same: who is told of a header and then of a category has been sent away twice.
            using var json = JsonDocument.Parse(bytes);
            return new IncompleteBody(json.RootElement.Clone(), []) { Otherwise = around }.IsToBeJudged(context)
                ? new Body<T>(read) : throw new RequestRefusedException(around);
        }

        IncompleteBody.Remember(context, bytes);
        return new Body<T>(read);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T), isOptional: false));
        builder.Metadata.Add(new RefusesParameters());
        IncompleteBody.HaveJudged(parameter, builder);
    }

    private static async ValueTask<RequestRefusedException> Refused(Error why, RestOf<T>? rest, HttpContext context) =>
        new(rest is not null ? Error.Invalid(rest.Of.Told(context, rest.Value is IJudgedAside aside ? [await aside.Fault(context)] : []))
            : why.Kind is ErrorKind.Invalid ? why with { Fields = [.. RequestFaults.Around(context), .. why.Fields] }
            : why);

    private static Func<T, IEnumerable<FieldError?>>? RulesOf(HttpContext context) =>
        typeof(IJudged).IsAssignableFrom(typeof(T)) ? body => Judged((IJudged)body!, context) : null;

    private static IReadOnlyList<FieldError?> Judged(IJudged body, HttpContext context)
    {
        try
        {
            return [.. body.Faults(context)];
        }
        catch (RequestRefusedException refused)
        {
            return refused.Error.Fields; // something it cannot do without is missing
        }
    }
}
