using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Templates;

namespace Helpdesk.Api.Templates;

internal sealed class TemplateExamples : IExamples
{
    private static readonly TemplateResponse Standard = TemplateResponse.Of(StandardTemplate.Unwritten, CompiledFlags.Empty);

    public IEnumerable<object> All =>
    [
        new CreateTemplateRequest("kreisstadt", "Große Kreisstadt", Standard.Content),
        new ReplaceTemplateRequest(Standard.Name, Standard.Content),
        Standard,
        new TemplateListResponse([Standard], NextCursor: null, Total: 1),
    ];
}
