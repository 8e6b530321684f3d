using System.Buffers;
using System.Text.Json;
using Helpdesk.Postgres.Sql;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helpdesk.Bench.Limit;

/// <summary>
/// What could be reached on this machine: the same answers from the same PostgreSQL by the same statements, and nothing else. No grains, no
/// rules, no tenants to be found, no rights; a constant instead of a credential, and the product's own words as answers to writes. A
/// program of its own.
/// </summary>
internal static class LimitProgram
{
    public const int PageSize = 50;

    /// <summary>What it takes for a credential.</summary>
    public const string Authorization = "Bearer limit";

    /// <summary>An endpoint that does nothing.</summary>
    public const string EmptyPath = "/empty";

    public static async Task Run(string planPath)
    {
        var plan = JsonSerializer.Deserialize(await File.ReadAllTextAsync(planPath), LimitJson.Default.LimitPlan)!;
        await using var database = new Database(new(plan.Database, plan.Database, plan.Database), new DatabaseOptions());
        var scripts = await LimitScripts.Make(database, plan);
        var tickets = await LimitTickets.Load(database, plan, plan.Sample.Opened);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(plan.Url);
        var app = builder.Build();
        app.MapGet(EmptyPath, (RequestDelegate)(_ => Task.CompletedTask));
        new LimitEndpoints(database.App, scripts, tickets, plan.Sample).Map(app);
        await app.RunAsync();
    }
}

internal sealed class LimitEndpoints(NpgsqlDataSource source, LimitScripts scripts, LimitTickets tickets, LimitSample sample)
{
    private readonly byte[] opened = System.Text.Encoding.UTF8.GetBytes(sample.OpenedAnswer);
    private readonly byte[] commented = System.Text.Encoding.UTF8.GetBytes(sample.CommentedAnswer);
    private int numbers;

    public void Map(WebApplication app)
    {
        app.MapPost("/api/v1/tickets", Open);
        app.MapPost("/api/v1/tickets/{id}/comments", Comment);
        app.MapGet("/api/v1/tickets/{id}", Read);
        app.MapGet("/api/v1/tickets", List);
    }

    private async Task Open(HttpContext context)
    {
        if (!IsKnown(context) || await Body(context) is not { Subject.Length: > 0, Description.Length: > 0 })
            return;
        var turn = new Script.Turn(Guid.CreateVersion7(), $"LIMT-{Interlocked.Increment(ref numbers):D6}", DateTime.UtcNow, 0);
        await using var batch = scripts.Open.For(source, turn);
        await batch.ExecuteNonQueryAsync(context.RequestAborted);
        await Answer(context, StatusCodes.Status201Created, opened);
    }

    private async Task Comment(HttpContext context)
    {
        if (!IsKnown(context) || await Body(context) is not { Body.Length: > 0 }
            || tickets.Next(Id(context), scripts.CommentEvents) is not { } turn)
            return;
        await using var batch = scripts.Comment.For(source, turn);
        var rows = await batch.ExecuteNonQueryAsync(context.RequestAborted);
        if (rows >= scripts.CommentRows)
            await Answer(context, StatusCodes.Status201Created, commented);
        else
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }

    private async Task Read(HttpContext context)
    {
        if (!IsKnown(context))
            return;
        await using var batch = scripts.Read.For(source, new(Id(context), "", default, 0));
        await using var reader = await batch.ExecuteReaderAsync(context.RequestAborted);
        await reader.NextResultAsync(context.RequestAborted);
        if (!await reader.ReadAsync(context.RequestAborted))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var text = new ArrayBufferWriter<byte>(16 * 1024);
        await using var json = new Utf8JsonWriter(text);
        json.WriteStartObject();
        json.WritePropertyName("ticket");
        json.WriteRawValue(reader.GetString(0), skipInputValidation: true);
        json.WriteString("description", reader.GetString(1));
        json.WriteStartArray("comments");
        await reader.NextResultAsync(context.RequestAborted);
        while (await reader.ReadAsync(context.RequestAborted))
            LimitRows.WriteComment(json, reader);
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);
        await Answer(context, StatusCodes.Status200OK, text.WrittenMemory);
    }

    private async Task List(HttpContext context)
    {
        if (!IsKnown(context))
            return;
        await using var batch = scripts.Lists[context.Request.Host.Host].For(source, default);
        await using var reader = await batch.ExecuteReaderAsync(context.RequestAborted);
        await reader.NextResultAsync(context.RequestAborted);
        var text = new ArrayBufferWriter<byte>(32 * 1024);
        await using var json = new Utf8JsonWriter(text);
        json.WriteStartObject();
        json.WriteStartArray("items");
        for (var item = 0; item < LimitProgram.PageSize && await reader.ReadAsync(context.RequestAborted); item++)
            LimitRows.WriteTicket(json, reader);
        json.WriteEndArray();
        await reader.NextResultAsync(context.RequestAborted);
        await reader.ReadAsync(context.RequestAborted);
        json.WriteNumber("total", reader.GetInt64(0));
        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);
        await Answer(context, StatusCodes.Status200OK, text.WrittenMemory);
    }

    private static bool IsKnown(HttpContext context)
    {
        if (context.Request.Headers.Authorization == LimitProgram.Authorization)
            return true;
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return false;
    }

    private static ValueTask<LimitRequest?> Body(HttpContext context) =>
        JsonSerializer.DeserializeAsync(context.Request.Body, LimitJson.Default.LimitRequest, context.RequestAborted);

    private static Guid Id(HttpContext context) => Guid.ParseExact((string)context.Request.RouteValues["id"]!, "D");

    private static async Task Answer(HttpContext context, int status, ReadOnlyMemory<byte> json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        await context.Response.BodyWriter.WriteAsync(json, context.RequestAborted);
    }
}
