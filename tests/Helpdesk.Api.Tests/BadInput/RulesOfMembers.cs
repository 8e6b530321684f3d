namespace Helpdesk.Api.Tests.BadInput;

/// <summary>What the document does not say of members of bodies: which values are against their rules.</summary>
internal static class RulesOfMembers
{
    private const string NoKey = "\"!\"";
    private const string Blank = "\" \"";
    private const string Nothing = "\"gibt-es-nicht\"";
    private const string NoDay = "\"gestern\"";
    private const string Short = "\"kurz\"";
    private const string FixedKey = "\"anders\"";
    private static readonly string Long = $"\"{new string('x', 3_000)}\"";

    private static readonly string TooMany = $"[{string.Join(',', Enumerable.Repeat("\"x\"", 21))}]";
    private static readonly string[] Bulk = ["ActOnTickets", "PreviewActOnTickets"];
    private static readonly string[] Policies = ["AddPolicy", "ChangePolicy"];
    private static readonly string[] Calendars =
    [
        "AddCalendar ", "SaveCalendar ", "PreviewSla /calendar", "CreateTenantTemplate /content/calendars/0/calendar",
        "ReplaceTenantTemplate /content/calendars/0/calendar",
    ];
    private static readonly string[] Templates = ["CreateTenantTemplate /content", "ReplaceTenantTemplate /content"];
    private static readonly string[] Flags = ["PutFlag", "PreviewFlag"];

    /// <summary>JSON, by operation and place or by name alone; empty: there is none, as the list says.</summary>
    public static readonly IReadOnlyDictionary<string, string> Broken = new Dictionary<string, string>
    {
        ["category"] = Nothing,
        ["OpenUploadSession /checksum"] = NoKey,
        ["queue"] = Nothing,
        ["team"] = Nothing,
        ["hand_over_team"] = Nothing,
        ["template"] = Nothing,
        ["assignee"] = "\"00000000-0000-4000-8000-000000000000\"",
        ["members"] = "[\"00000000-0000-4000-8000-000000000000\"]",
        ["email"] = "\"niemand\"",
        ["requester_email"] = "\"niemand\"",
        ["ChooseMailServer /from"] = "\"niemand\"",
        ["ChooseMailServer /oauth/token_endpoint"] = "\"niemand\"",
        ["AddDkimKey /domain"] = "\"niemand\"",
        ["TestMailServer /to"] = "\"niemand\"",
        ["WriteMailTemplate /subject"] = "\"{{ nichts }}\"",
        ["WriteMailTemplate /text"] = "\"{{ nichts }}\"",
        ["WriteMailTemplate /html"] = "\"{{ nichts }}\"",
        ["PreviewMailTemplate /subject"] = "\"{{ nichts }}\"",
        ["PreviewMailTemplate /text"] = "\"{{ nichts }}\"",
        ["PreviewMailTemplate /html"] = "\"{{ nichts }}\"",
        ["events"] = "[\"alles\"]",
        ["muted_queues"] = "[\"!\"]",
        ["ReadTicketUpTo /version"] = "0",
        ["filters"] = "\"status=schlafend\"",
        ["AddView /sort"] = Nothing,
        ["ReplaceView /sort"] = Nothing,
        ["AddView /teams"] = "[\"!\"]",
        ["ReplaceView /teams"] = "[\"!\"]",
        ["AddView /columns"] = "[\"number\",\"number\"]",
        ["ReplaceView /columns"] = "[\"number\",\"number\"]",
        ["OrderViews /keys"] = "[\"a\",\"a\"]",
        ["add_tag"] = NoKey,
        ["remove_tag"] = NoKey,
        ["ReplaceNotificationPreferences /quiet_hours/from"] = "\"8\"",
        ["ReplaceNotificationPreferences /quiet_hours/to"] = "\"8\"",
        ["mails"] = "{\"weather\":true}",
        ["mail_hold"] = "7",
        ["language"] = "\"fr\"",
        ["languages"] = "[\"fr\"]",
        ["time_zone"] = "\"Mars\"",
        ["zone"] = "\"Mars\"",
        ["scopes"] = "[\"alles\"]",
        ["environment"] = "\"PROD!\"",
        ["expires_at"] = "\"1999-01-01T00:00:00Z\"",
        ["opened_at"] = "\"1900-01-01T00:00:00Z\"",
        ["redirect_uris"] = "[\"http://x.example\"]",
        ["post_logout_redirect_uris"] = "[\"http://x.example\"]",
        ["features"] = "[\"a\",\"a\"]",
        ["valid_from"] = NoDay,
        ["valid_to"] = NoDay,
        ["valid_until"] = NoDay,
        ["worked_on"] = "\"2999-01-01\"",
        ["currency"] = "\"XXX\"",
        ["registration_domains"] = "[\"@\"]",
        ["state"] = "\"XX\"",
        ["AddPasskey /state"] = "7",
        ["SignInWithPasskey /state"] = "7",
        ["inhabitants"] = "-1",
        ["cms_version"] = "\"x\"",
        ["OpenTicket /attachments"] = "[\"nope\"]",
        ["CommentOnTicket /attachments"] = "[\"nope\"]",
        ["AddTextModule /shortcut"] = NoKey,
        ["ReplaceTextModule /shortcut"] = NoKey,
        ["AddTextModule /bodies/de"] = "\"{{ nichts }}\"",
        ["ReplaceTextModule /bodies/de"] = "\"{{ nichts }}\"",
        ["AddTextModule /bodies/en"] = "\"{{ nichts }}\"",
        ["ReplaceTextModule /bodies/en"] = "\"{{ nichts }}\"",
        ["AddTextModule /queues"] = "[\"!\"]",
        ["ReplaceTextModule /queues"] = "[\"!\"]",
        ["AddTextModule /teams"] = "[\"!\"]",
        ["ReplaceTextModule /teams"] = "[\"!\"]",
        ["AddTextModule /categories"] = "[\"!\"]",
        ["ReplaceTextModule /categories"] = "[\"!\"]",
        ["send_at"] = "\"1999-01-01T00:00:00Z\"",
        ["seen"] = "\"00000000-0000-4000-8000-000000000000\"",
        ["SaveDraft /attachments"] = TooMany,
        ["SaveNewTicketDraft /attachments"] = TooMany,
        // Whatever is written there so far.
        ["SaveNewTicketDraft /category"] = Long,
        ["SaveNewTicketDraft /queue"] = Long,
        ["SaveNewTicketDraft /team"] = Long,
        ["SaveNewTicketDraft /requester"] = Long,
        ["SaveNewTicketDraft /requester_email"] = Long,
        ["SaveNewTicketDraft /assignee"] = Long,
        ["max_file_megabytes"] = "0",
        ["auto_close_days"] = "0",
        ["follow_up_after_days"] = "-1",
        ["colour"] = "\"rot\"",
        ["feedback_category"] = NoKey,
        ["reviewed_on"] = NoDay,
        ["keys"] = "{\"?\":\"a\"}",
        ["tips_seen"] = "[\"?\"]",
        ["primary"] = "\"rot\"",
        ["on_primary"] = "\"rot\"",
        ["accent"] = "\"rot\"",
        ["logo"] = "\"x\"",
        ["address"] = Long,
        ["phone"] = Long,
        ["website"] = "\"x\"",
        ["closed_ticket_months"] = "0",
        ["audit_months"] = "0",
        ["notifications"] = """{"no_such":true}""",
        ["pushes"] = """{"no_such":true}""",
        ["endpoint"] = NoKey,
        ["p256dh"] = NoKey,
        ["auth"] = NoKey,
        ["InviteUser /role"] = "\"operator\"",
        ["ReplaceUser /role"] = "\"operator\"",
        ["ChangeUser /role"] = "\"operator\"",
        ["ReplaceUser /status"] = "\"ended\"",
        ["ChangeUser /status"] = "\"ended\"",
        ["AddServiceStaff /role"] = "\"customer\"",
        ["ChangePassword /new_password"] = Short,
        ["ResetPassword /password"] = Short,
        ["AcceptInvitation /password"] = Short,
        ["ConfirmRegistration /password"] = Short,
        ["AddCategory /key"] = NoKey,
        ["AddQueue /key"] = NoKey,
        ["AddTeam /key"] = NoKey,
        ["ReplaceCategory /key"] = FixedKey,
        ["ReplaceQueue /key"] = FixedKey,
        ["ReplaceTeam /key"] = FixedKey,
        // Only its form is judged here.
        ["PreviewSla /category"] = NoKey,
        ["PreviewSla /queue"] = NoKey,
        ["PreviewSla /target"] = "\"PT0S\"",
        ["CreateTenantTemplate /key"] = NoKey,
        ["CreateTenant /slug"] = NoKey,
        ["RegisterDomain /host"] = NoKey,
        ["CreateTenantTemplate /content/queues/0/team"] = NoKey,
        ["CreateTenantTemplate /content/categories/0/queue"] = NoKey,
        ["ReplaceTenantTemplate /content/queues/0/team"] = NoKey,
        ["ReplaceTenantTemplate /content/categories/0/queue"] = NoKey,
        ["ActOnTickets /items/0/ticket"] = "",
        ["PreviewActOnTickets /items/0/ticket"] = "",
        // Has no rule.
        ["CreateTenantTemplate /content/calendars/0/id"] = "",
        ["ReplaceTenantTemplate /content/calendars/0/id"] = "",
    }.Concat(Bulk.SelectMany(act => Below(act + " ", [
        ("/items/0/version", "0"), ("/items/0/tenant", Nothing), ("/change/category", Long), ("/change/queue", Long),
        ("/change/team", Long),
        ("/change/assignee", NoKey),
    ]))).Concat(Calendars.SelectMany(calendar => Below(calendar, [
        ("/name", Blank), ("/windows", "[]"), ("/windows/0/from", "\"8\""), ("/windows/0/to", "\"8\""), ("/holidays/country", "\"XX\""),
        ("/holidays/municipality", "\"1\""), ("/days_off", "[\"x\"]"), ("/special_days", """[{"from":"x"}]"""),
    ]))).Concat(Policies.SelectMany(policy => Below(policy + " ", [
        ("/name", Blank), ("/conditions/category", "[\"!\"]"), ("/conditions/queue", "[\"!\"]"), ("/conditions/requester_group", "[\" \"]"),
        ("/targets/0/within", "\"PT0S\""), ("/escalation/0/key", Blank), ("/escalation/0/at_basis_points", "-1"),
        ("/escalation/0/from_due", "\"x\""), ("/escalation/0/actions/0/value", Blank),
    ]))).Concat(Flags.SelectMany(flag => Below(flag + " ", [
        ("/description", Long), ("/variants", "{}"), ("/default_variant", Nothing), ("/safe_variant", Nothing),
        ("/requires", "[\"nichts\"]"),
        ("/entitlement", Long), ("/cms_versions", "\"x\""), ("/salt", Long), ("/reason", Long), ("/strategies/0/variant", Nothing),
        ("/enabled", """{"?":true}"""), ("/strategies/0/type", Nothing),
    ]))).Concat(Templates.SelectMany(template => Below(template, [
        ("/teams/0/key", NoKey), ("/queues/0/key", NoKey), ("/categories/0/key", NoKey), ("/flags", """{"a":{"kind":"nichts"}}"""),
    ]))).ToDictionary();

    /// <summary>Members that have no rule of their own, by operation and place, with the reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> Without = new Dictionary<string, string>
    {
        ["PreviewSla /requester_group"] = "any text could be one",
        ["ReorderPolicies /ids"] = "the only member of its body",
        ["ActOnTickets /items/0/ticket"] = "each ticket is answered by itself",
        ["PreviewActOnTickets /items/0/ticket"] = "each ticket is answered by itself",
        ["RestoreFlag /version"] = "a version that there was not is a refusal of its own",
        ["CreateTenantTemplate /content/calendars/0/id"] = "names itself",
        ["ReplaceTenantTemplate /content/calendars/0/id"] = "names itself",
        ["CreateTenantTemplate /from_tenant"] = "takes the place of the content; a tenant that is not there is a refusal of its own",
    }.Concat(new[]
    {
        "SignIn /password", "SignIn /code", "RefreshTokens /refresh_token", "ChangePassword /current_password", "ResetPassword /token",
        "AcceptInvitation /token", "ConfirmEmail /token", "ConfirmRegistration /token", "BeginSecondFactor /password",
        "ConfirmSecondFactor /code", "DisableSecondFactor /password", "DisableSecondFactor /code", "RenewRecoveryCodes /code",
        "ChangeMyEmail /password", "BeginPasskey /password", "RemovePasskey /password", "AddPasskey /credential", "AddPasskey /state",
        "SignInWithPasskey /credential", "SignInWithPasskey /state",
    }.Select(secret => KeyValuePair.Create(secret, "a secret: a wrong one is a refusal of its own, and counted"))).Concat(
        from flag in Flags
        from member in new[] { "tenants", "basis_points", "weights", "rollout", "group_id" }
        select KeyValuePair.Create($"{flag} /strategies/0/{member}", "belongs to strategies of another type")).ToDictionary();

    /// <summary>The second one is judged by the first: where that cannot be read, nobody knows.</summary>
    private static readonly IReadOnlyList<(string By, string Judged)> Dependent =
    [
        ("/holidays/country", "/holidays/state"), ("/holidays/country", "/holidays/municipality"),
        ("/variants", "/default_variant"), ("/variants", "/safe_variant"), ("/variants", "/strategies/0/variant"),
    ];

    public static bool AreDependent(string one, string other) => DependsOn(one, other) || DependsOn(other, one);

    private static bool DependsOn(string judged, string by) => Dependent.Any(pair =>
        judged.EndsWith(pair.Judged, StringComparison.Ordinal) && by.EndsWith(pair.By, StringComparison.Ordinal))
        // The type says which other members there are.
        || by == "/strategies/0/type" && judged.StartsWith("/strategies/0/", StringComparison.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Below(string at, (string Place, string Value)[] broken) =>
        broken.Select(one => KeyValuePair.Create(at + one.Place, one.Value));
}
