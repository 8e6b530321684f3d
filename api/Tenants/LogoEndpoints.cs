using System.Buffers.Binary;
using System.Security.Cryptography;
using Helpdesk.Api.Attachments;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Tenants;
using Microsoft.AspNetCore.Http.Features;

namespace Helpdesk.Api.Tenants;

/// <summary>The municipality's logo: a picture that is drawn anew, so that it holds nothing but what is seen.</summary>
internal static class LogoEndpoints
{
    private static readonly QueryParameter Version = QueryParameter.Text(
        "v", "Its version, as `/appearance` names it: then it may be kept for ever. Left out: the present one, which may be kept a minute.");

    public static void MapLogo(this RouteGroupBuilder appearance)
    {
        appearance.MapGet("/logo", Read).Named("ReadLogo").AllowAnonymous().Takes(Version)
            .AnswersCached<string>("image/png", "At most 1,024 pixels wide and high.").Refuses(AccessErrors.NotFound);
        appearance.MapPut("/logo", Replace).Named("ReplaceLogo").RequireRole(Role.Admin).Heavy()
            .WithMetadata(new StreamedBody(), new Microsoft.AspNetCore.Http.Metadata.AcceptsMetadata(
                ["multipart/form-data"], typeof(FileForm)))
            .Changes<LogoResponse>(IfMatchUse.Optional).Refuses(InputErrors.Invalid, AttachmentErrors.TooLarge);
        appearance.MapDelete("/logo", Remove).Named("RemoveLogo").RequireRole(Role.Admin).Removes(IfMatchUse.Optional);
    }

    private static async Task<IResult> Read(HttpContext context, ITenantLogos logos)
    {
        var (at, query) = (context.Tenant(), new QueryReader(context.Request));
        var asked = query.Text(Version.Name);
        query.Done();
        return (asked ?? at.Appearance.Logo?.Hash) is { } hash && await logos.Find(at.Tenant, hash, context.RequestAborted) is { } png
            ? new CachedAnswer(png, "image/png", isVersioned: asked is not null)
            : Problems.Of(AccessErrors.NotFound);
    }

    private static async Task<IResult> Replace(Command command, IPictures pictures, ITenantLogos logos, TimeProvider time)
    {
        if ((await Picture(command.Context)).Refused(out var why, out var sent))
            return Problems.Of(why);
        Bodies.Remember(command.Context, SHA256.HashData(sent));
        if (pictures.Preview(sent) is not { } png)
            return Problems.Of(Error.Invalid(FieldCode.NotAPicture.At("/file")));

        var logo = new TenantLogo(Convert.ToHexStringLower(SHA256.HashData(png)), Side(png, 16), Side(png, 20));
        await logos.Keep(command.Caller.Tenant, logo.Hash, png, time.Now(), command.Aborted);
        return await command.Answers(
            command.Grain<ITenantGrain>().ChangeLogo(command.Caller, command.Id, logo, command.Version, command.Aborted),
            tenant => tenant.Version, tenant => LogoResponse.Of(tenant.Appearance, tenant.Name)!);
    }

    private static Task<IResult> Remove(Command command) => command.Removes(
        command.Grain<ITenantGrain>().ChangeLogo(command.Caller, command.Id, null, command.Version, command.Aborted));

    private static async Task<Result<byte[]>> Picture(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = TenantLogo.MostBytes + FileFormReader.Around;
        using var kept = new MemoryStream();
        var isTooLarge = false;
        await new FileFormReader(context, takesVisibility: false).Read(async content =>
        {
            var (buffer, length) = (new byte[64 * 1024], 0L);
            while (await content.ReadAsync(buffer, context.RequestAborted) is > 0 and var read)
            {
                length += read;
                isTooLarge |= length > TenantLogo.MostBytes;
                if (!isTooLarge)
                    kept.Write(buffer, 0, read);
            }

            return length;
        });
        return isTooLarge ? AttachmentErrors.TooLargeFor(TenantLogo.MostBytes) : kept.ToArray();
    }

    // A PNG begins with its width and height.
    private static int Side(byte[] png, int at) => BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at, 4));
}
