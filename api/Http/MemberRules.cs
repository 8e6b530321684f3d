using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Http;

/// <summary>
/// A rule of one member by itself, told together with all that is wrong with types and with other members. The rule is the Domain's; here
/// stands only for which member it holds.
/// </summary>
internal interface IMemberRule
{
    FieldError? Fault(string value, string pointer);
}

/// <summary>A rule of a whole number, as <see cref="IMemberRule"/>.</summary>
internal interface INumberRule
{
    FieldError? Fault(long value, string pointer);
}

/// <summary>
/// A body that knows what is wrong with it beyond single members, without looking anything up. It is asked also when members could not be
/// read: they are absent then, and what it says about their places is passed over.
/// </summary>
internal interface IJudged
{
    IEnumerable<FieldError?> Faults(HttpContext context);
}

/// <summary>
/// A body of an endpoint that is not called to judge it (<see cref="IncompleteBody"/>), since it acts by more than a command's id: asked
/// when something is wrong with the body already, and may look things up. Members that are wrong are absent.
/// </summary>
internal interface IJudgedAside
{
    ValueTask<FieldError?> Fault(HttpContext context);
}

/// <summary>A name, a subject: <see cref="Domain.Text.OneLine"/>.</summary>
/// <param name="most">In characters, inclusive.</param>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class OneLineAttribute(int most) : MaxLengthAttribute(most), IMemberRule
{
    public FieldError? Fault(string value, string pointer) => Domain.Text.OneLine(value, pointer, Length);
}

/// <summary>A description, a comment: <see cref="Domain.Text.Body"/>.</summary>
/// <param name="most">In characters, inclusive.</param>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class LinesAttribute(int most) : MaxLengthAttribute(most), IMemberRule
{
    public FieldError? Fault(string value, string pointer) => Domain.Text.Body(value, pointer, Length);
}

/// <summary>What somebody still writes: <see cref="Domain.Text.Unfinished"/>.</summary>
/// <param name="most">In characters, inclusive.</param>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class UnfinishedAttribute(int most) : MaxLengthAttribute(most), IMemberRule
{
    public FieldError? Fault(string value, string pointer) => Domain.Text.Unfinished(value, pointer, Length);
}

[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class EmailAttribute : Attribute, IMemberRule
{
    public FieldError? Fault(string value, string pointer) =>
        EmailAddress.Parse(value, pointer).Refused(out var wrong, out _) ? wrong.Fields[0] : null;
}

/// <summary>A language that mails are written in.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class LanguageAttribute : Attribute, IMemberRule
{
    public FieldError? Fault(string value, string pointer) => AskedLanguage.IsOurs(value) ? null : FieldCode.UnknownLanguage.At(pointer);
}

/// <summary>The name of a time zone, such as Europe/Berlin.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class ZoneAttribute : Attribute, IMemberRule
{
    public FieldError? Fault(string value, string pointer) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(value) is null ? FieldCode.UnknownTimeZone.At(pointer) : null;
}

/// <summary>A day such as 2026-11-18.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class DayAttribute : Attribute, IMemberRule
{
    public FieldError? Fault(string value, string pointer) => Days.IsDay(value) ? null : Days.NotOne(pointer);
}

/// <summary>A key of a list of the tenant, such as <c>strassenbau</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class ListKeyAttribute : Attribute, IMemberRule
{
    public FieldError? Fault(string value, string pointer) => TicketKeys.Fault(value, pointer);
}

[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class SlugAttribute : Attribute, IMemberRule
{
    public FieldError? Fault(string value, string pointer) => Slug.Fault(value, pointer);
}

/// <param name="from">Inclusive, as <paramref name="to"/>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class BetweenAttribute(long from, long to) : Attribute, INumberRule
{
    public long From => from;

    public long To => to;

    public FieldError? Fault(long value, string pointer) =>
        value < from || value > to ? FieldError.OutOfRange(pointer, from, to) : null;
}
