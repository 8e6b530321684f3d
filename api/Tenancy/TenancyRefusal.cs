namespace Helpdesk.Api.Tenancy;

/// <summary>Why a request at a known host leads nowhere: no such route there, no such tenant in its path, or it is suspended.</summary>
internal static class TenancyRefusal
{
    private static readonly object Key = new();

    public static void Set(HttpContext context, Error? refusal)
    {
        if (refusal is not null)
            context.Items[Key] = refusal;
    }

    public static Error? Of(HttpContext context) => context.Items[Key] as Error;
}
