using Helpdesk.Domain.Attachments;

namespace Helpdesk.Grains.Attachments;

internal static class NamedUploads
{
    /// <summary>Those that are there; an act that brings no files asks nobody.</summary>
    public static async ValueTask<IReadOnlyList<Upload>> Named(
        this IUploads uploads, TenantId tenant, IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        ids.Count is 0 or > AttachmentLimits.AtOnce ? [] : await uploads.Find(tenant, ids, cancellation);
}
