namespace Helpdesk.Api.Http;

/// <summary>The verbs of the API. Others are refused everywhere, and no header turns one into another.</summary>
internal static class Methods
{
    private static readonly string[] Known =
        [HttpMethods.Delete, HttpMethods.Get, HttpMethods.Head, HttpMethods.Patch, HttpMethods.Post, HttpMethods.Put];

    /// <summary>405 to what is no verb of ours where no address says by itself which it knows.</summary>
    public static Task RefuseUnknown(HttpContext context, RequestDelegate next)
    {
        // At an address that exists, routing has found out which methods it has.
        if (Known.Contains(context.Request.Method) || context.GetEndpoint() is not null)
            return next(context);

        context.Response.Headers.Allow = string.Join(", ", Known);
        return Problems.Write(context, HttpErrors.MethodNotAllowed);
    }
}
