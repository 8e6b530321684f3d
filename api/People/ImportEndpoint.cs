using System.Buffers;
using System.Reflection;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.People;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tenants;
using Microsoft.AspNetCore.Http.Metadata;

namespace Helpdesk.Api.People;

/// <summary>Many people from one file.</summary>
internal static class ImportEndpoint
{
    private static readonly QueryParameter DryRun = QueryParameter.Switch("dry_run",
        "Judge the file and change nothing. Such a request does not use up its Idempotency-Key: the same key may carry the one that "
            + "counts, and is then good for that.");

    private static readonly string Explanation =
        "UTF-8, or UTF-16 with its byte order mark; Windows-1252 where no letter but `À` to `ÿ` goes beyond ASCII (anything else is 422 "
        + "`not-utf-8`; a workbook such as .xls, .xlsx or .ods is 422 `workbook`: save it as CSV). "
        + "Separated by commas, semicolons or tabs, or by what a first line `sep=…` says. The header names the columns, "
        + $"in any order and in capitals or not: {ImportVocabulary.Explained}. A name may stand in one column or in two (`Name` beside "
        + "`Vorname` alone is the last name). Columns without a name and lines without a word, also before the header, are passed over; "
        + "empty cells at the end of a line may be missing. What is told of a line is told by its number as an editor shows it: the first "
        + "of the file is 1, also where it says `sep=…`, and a line break within quotes counts. Places are `/lines/{number}/{column}`, "
        + "with the column's name of the API. "
        + "With an Idempotency-Key the same file again does nothing, and is answered as it was then; one that was cut off is gone on with, "
        + "as it was judged at first; another file under the same key is refused. "
        + $"Roles, of those that you can give yourself: {ImportVocabulary.RolesExplained}. Languages: `de` (Deutsch), `en` (Englisch), "
        + "with a country or not (`de-AT`, `en_US`).";

    public static RouteGroupBuilder MapPeopleImport(this RouteGroupBuilder users)
    {
        users.MapPost("/import", Import).Named("ImportUsers").RequireRole(Role.Manager).Takes(DryRun).Heavy().Answers<ImportResponse>()
            .WithMetadata(new TakesIdempotencyKey()).WithDescription(Explanation)
            .Refuses(PeopleErrors.AlreadyMember, PeopleErrors.ExternalIdTaken, PeopleErrors.RoleNotGrantable, TenantErrors.NoSeatLeft,
                PeopleErrors.HasAdmin);
        return users;
    }

    private static async Task<IResult> Import(CsvBody body, Command command)
    {
        var query = new QueryReader(command.Context.Request);
        var dryRun = query.Switch(DryRun.Name) == true;
        var read = PeopleCsv.Read(body.Bytes, out var readable);
        if (read.Refusal is null)
            query.Done();

        var import = new ImportPeople(readable, command.Context.Tenant().Settings.Languages[0], dryRun);
        if (read.Refused(out var wrong, out _))
            return Problems.Of(wrong with { Fields = [.. query.Faults, .. await Together(wrong.Fields, import, command)] });
        return await command.Answers(
            command.Grain<IPeopleGrain>().Import(command.Caller, command.Id, import, command.Aborted),
            items => ImportResponse.Of(items, import.IsDryRun));
    }

    // One line that cannot be read hides nothing that is wrong with the people in the others.
    private static async Task<IEnumerable<FieldError>> Together(IReadOnlyList<FieldError> ofLines, ImportPeople rest, Command command)
    {
        if (rest.Lines.Count is 0 or > PeopleImport.MostPeople)
            return ofLines;
        var judged = await command.Grain<IPeopleGrain>().Import(
            command.Caller, CommandId.OfIncomplete(command.Context.NewId()), rest with { IsDryRun = true }, command.Aborted);
        var ofPeople = judged.Refusal is { Kind: ErrorKind.Invalid } refusal ? refusal.Fields : [];
        return ofLines.Concat(ofPeople).OrderBy(LineOf).Take(PeopleImport.MostFaults);

        static int LineOf(FieldError fault) => int.TryParse(
            fault.Pointer.Split('/').ElementAtOrDefault(2), System.Globalization.CultureInfo.InvariantCulture, out var line) ? line : 0;
    }
}

/// <summary>The body of a request as a CSV file, not read further yet.</summary>
internal sealed class CsvBody(byte[] bytes) : IEndpointParameterMetadataProvider
{
    public byte[] Bytes => bytes;

    public static async ValueTask<CsvBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var request = context.Request;
        var isCsv = Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(request.ContentType, out var type) &&
            PeopleCsv.ContentTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase) &&
            request.Headers.ContentEncoding.Count == 0;
        if (!isCsv)
            throw new RequestRefusedException(TakenTypes.Refusal(context));
        return new CsvBody((await Bodies.ReadAll(context)).ToArray());
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(PeopleCsv.ContentTypes, typeof(string), isOptional: false));
}

/// <param name="DryRun">Nothing was changed: it is what would become of each line.</param>
/// <param name="Lines">How many people the file holds.</param>
public sealed record ImportResponse(
    bool DryRun, int Lines, int Invited, int Updated, int Unchanged, IReadOnlyList<ImportItemResponse> Items)
{
    internal static ImportResponse Of(IReadOnlyCollection<ImportItem> items, bool dryRun) => new(
        dryRun, items.Count, Count(items, ImportWord.Invited), Count(items, ImportWord.Updated), Count(items, ImportWord.Unchanged),
        [.. items.Select(item => new ImportItemResponse(item.Line, item.Person.Value, item.Word))]);

    private static int Count(IReadOnlyCollection<ImportItem> items, ImportWord word) => items.Count(item => item.Word == word);
}

/// <param name="Line">Where it begins in the file, as an editor counts: the first line of the file is 1.</param>
/// <param name="User">The person; on a dry run one who is not there yet has no id that lasts.</param>
public sealed record ImportItemResponse(int Line, Guid User, ImportWord Status);
