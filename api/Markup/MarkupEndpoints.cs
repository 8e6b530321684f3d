using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Markup;

/// <summary>How a text will look, before it is written.</summary>
internal static class MarkupEndpoints
{
    public static RouteGroupBuilder MapMarkup(this RouteGroupBuilder tenant)
    {
        tenant.MapPost("/markup/preview", Preview).Named("PreviewMarkup").WithTags("Markup").RequireStaff().EvenExpired()
            .Answers<MarkupPreviewResponse>();
        return tenant;
    }

    private static IResult Preview(Body<MarkupPreviewRequest> body) =>
        Json.Ok(new MarkupPreviewResponse(MarkupText.Html(body.Value.Text ?? "")));
}
