using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.FeatureFlags;

namespace Helpdesk.Api.FeatureFlags;

/// <summary>
/// Flags for programs: the OpenFeature Remote Evaluation Protocol, at a tenant's own host. Answered from the snapshot alone. A program with
/// a key says for whom it asks; a person asks for themselves.
/// </summary>
internal static class OfrepEndpoints
{
    public static RouteGroupBuilder MapOfrep(this RouteGroupBuilder tenant)
    {
        var flags = tenant.MapGroup("/ofrep/v1/evaluate/flags").WithTags("Flag evaluation").Refuses(FlagRequestErrors.OthersFlags)
            .WithMetadata(new AnsweredFromMemory());
        flags.MapPost("/{key}", Single).Named("EvaluateFlag").Accepts<OfrepEvaluationRequest>("application/json")
            .Answers<OfrepEvaluation>()
            .Answers<OfrepFailure>(StatusCodes.Status400BadRequest)
            .Answers<OfrepFailure>(StatusCodes.Status404NotFound)
            .Answers<OfrepFailure>(StatusCodes.Status422UnprocessableEntity);
        flags.MapPost("", Bulk).Named("EvaluateFlags").Accepts<OfrepEvaluationRequest>("application/json")
            .Answers<OfrepBulkEvaluation, RouteHandlerBuilder>(StatusCodes.Status200OK, "ETag")
            .AnswersNothing(StatusCodes.Status304NotModified)
            .Answers<OfrepFailure>(StatusCodes.Status400BadRequest)
            .Answers<OfrepFailure>(StatusCodes.Status422UnprocessableEntity);
        return flags;
    }

    private static async Task<IResult> Single(
        [PathValue("new-form")] string key, HttpContext context, ICurrentFlags snapshots, TimeProvider time)
    {
        var request = await OfrepRequest.Read(context);
        if (request.Fault is { } fault)
            return OfrepAnswers.Failure(request.Status, key, fault, request.Details!);
        if (!MayAsk(context, request, out var asked))
            return Problems.Of(FlagRequestErrors.OthersFlags);

        var (snapshot, tenant) = (snapshots.Current, context.Tenant().Tenant);
        return OfrepAnswers.Single(key, snapshot.IsOffered(key, tenant)
            ? snapshot.Evaluate(key, new(tenant, EnvironmentOf(context, snapshots), asked), Now(time))
            : FlagAnswer.NotFound);
    }

    private static async Task<IResult> Bulk(HttpContext context, ICurrentFlags snapshots, TimeProvider time)
    {
        var request = await OfrepRequest.Read(context);
        if (request.Fault is { } fault)
            return OfrepAnswers.Failure(request.Status, null, fault, request.Details!);
        if (!MayAsk(context, request, out var asked))
            return Problems.Of(FlagRequestErrors.OthersFlags);

        var about = new FlagContext(context.Tenant().Tenant, EnvironmentOf(context, snapshots), asked);
        return OfrepAnswers.Bulk(context.Request, snapshots.Current.EvaluateOffered(about, Now(time)));
    }

    // With a key, whoever the CMS says; a person, as themselves.
    private static bool MayAsk(HttpContext context, OfrepRequest request, out string? asked)
    {
        if (context.FindCredential() is { Program: not null })
        {
            asked = request.TargetingKey;
            return true;
        }

        asked = context.Caller().Account!.Value.ToString();
        return request.TargetingKey is null || request.TargetingKey == asked;
    }

    private static string EnvironmentOf(HttpContext context, ICurrentFlags snapshots) =>
        context.ProgramEnvironment() ?? snapshots.Environment;

    private static Instant Now(TimeProvider time) => Instant.FromUnixTimeTicks((time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks);
}
