// Made from the OpenAPI document by scripts/schema.mjs; not written by hand.

export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadSigningKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/openid-configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadOpenIdConfiguration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accessibility-feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReportBarrier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListApiClients"];
        put?: never;
        post: operations["CreateApiClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["RevokeApiClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-clients/{id}/redirect-uris": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadRedirectUris"];
        put: operations["ReplaceRedirectUris"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListApiKeys"];
        put?: never;
        post: operations["CreateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["RevokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appearance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadAppearance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appearance/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadLogo"];
        put: operations["ReplaceLogo"];
        post?: never;
        delete: operations["RemoveLogo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appearance/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PreviewTheme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appearance/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadAppearanceSettings"];
        put: operations["ReplaceAppearanceSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{attachment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadAttachment"];
        put?: never;
        post?: never;
        delete: operations["RemoveAttachment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{attachment}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DownloadAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{attachment}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PreviewAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExportAuditAsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExportAuditAsJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["VerifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ConfirmEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/introspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["IntrospectToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AcceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListPasskeys"];
        put?: never;
        post: operations["AddPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["RenamePasskey"];
        trace?: never;
    };
    "/api/v1/auth/passkeys/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RemovePasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["BeginPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SignInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/sign-in/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["BeginPasskeySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ChangePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RequestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ResetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RefreshTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ConfirmRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RevokeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["BeginSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ConfirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/second-factor/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DisableSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RenewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["EndSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["IssueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/userinfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadUserInfo"];
        put?: never;
        post: operations["ReadUserInfoByPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListCategories"];
        put?: never;
        post: operations["AddCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadCategory"];
        put: operations["ReplaceCategory"];
        post?: never;
        delete: operations["RemoveCategory"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListDomains"];
        put?: never;
        post: operations["RegisterDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadDomain"];
        put?: never;
        post?: never;
        delete: operations["RemoveDomain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["VerifyDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/new-ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadNewTicketDraft"];
        put: operations["SaveNewTicketDraft"];
        post?: never;
        delete: operations["DiscardNewTicketDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListenToEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListFlags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flags/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadFlag"];
        put: operations["PutFlag"];
        post?: never;
        delete: operations["ArchiveFlag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flags/{key}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ApproveFlagChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flags/{key}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadFlagHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flags/{key}/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KillFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flags/{key}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PreviewFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flags/{key}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RejectFlagChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flags/{key}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RestoreFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flags/{key}/revive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReviveFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flags/stale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListStaleFlags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/licence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadOwnLicence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/blocked-addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListBlockedAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/blocked-addresses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["ClearBlockedAddress"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/outgoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadMailServer"];
        put: operations["ChooseMailServer"];
        post?: never;
        delete: operations["LeaveMailServer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/outgoing/dkim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadDkim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/outgoing/dkim/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AddDkimKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/outgoing/dkim/keys/{selector}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["RemoveDkimKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/outgoing/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["TestMailServer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListMailTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/templates/{template}/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadMailTemplate"];
        put: operations["WriteMailTemplate"];
        post?: never;
        delete: operations["ResetMailTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/templates/{template}/{language}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PreviewMailTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/markup/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PreviewMarkup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["ChangeMe"];
        trace?: never;
    };
    "/api/v1/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ChangeMyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadMyPreferences"];
        put: operations["ReplaceMyPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReadNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListNotificationItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadNotificationPreferences"];
        put: operations["ReplaceNotificationPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReadAllNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/tickets/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReadNotificationsOfTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RetryMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListParkedItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked-items/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReplayParkedItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListPresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provider-access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListOwnProviderAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provider-access/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ApproveProviderAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provider-access/{id}/deny": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DenyProviderAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provider-access/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RevokeProviderAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/push/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadPushKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/push/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListPushSubscriptions"];
        put: operations["SavePushSubscription"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/push/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadPushSubscription"];
        put?: never;
        post?: never;
        delete: operations["RemovePushSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListQueues"];
        put?: never;
        post: operations["AddQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadQueue"];
        put: operations["ReplaceQueue"];
        post?: never;
        delete: operations["RemoveQueue"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/backlog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReportBacklog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/compliance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReportCompliance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/reopen-rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReportReopenRate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/response-times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReportResponseTimes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/satisfaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReportSatisfaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/satisfaction/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadSatisfactionByLink"];
        put?: never;
        post: operations["RateTicketByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadOwnSettings"];
        put: operations["ReplaceOwnSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListCalendars"];
        put?: never;
        post: operations["AddCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadCalendar"];
        put: operations["SaveCalendar"];
        post?: never;
        delete: operations["RemoveCalendar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListPolicies"];
        put: operations["ReorderPolicies"];
        post: operations["AddPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ChangePolicy"];
        post?: never;
        delete: operations["RemovePolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PreviewSla"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListTeams"];
        put?: never;
        post: operations["AddTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadTeam"];
        put: operations["ReplaceTeam"];
        post?: never;
        delete: operations["RemoveTeam"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListTenantTemplates"];
        put?: never;
        post: operations["CreateTenantTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant-templates/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadTenantTemplate"];
        put: operations["ReplaceTenantTemplate"];
        post?: never;
        delete: operations["RemoveTenantTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListTenants"];
        put?: never;
        post: operations["CreateTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadTenant"];
        put: operations["ChangeTenant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RequestTenantDeletion"];
        delete: operations["WithdrawTenantDeletion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/deletion/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ConfirmTenantDeletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/provider-access/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["LeaveProviderAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReactivateTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RestoreTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/service-staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AddServiceStaffInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SuspendTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/text-modules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListTextModules"];
        put?: never;
        post: operations["AddTextModule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/text-modules/{module}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadTextModule"];
        put: operations["ReplaceTextModule"];
        post?: never;
        delete: operations["RemoveTextModule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListTexts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/texts/{text}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/texts/{text}/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadOwnText"];
        put: operations["WriteText"];
        post?: never;
        delete: operations["RemoveText"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListTickets"];
        put?: never;
        post: operations["OpenTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadTicket"];
        put: operations["ReplaceTicket"];
        post?: never;
        delete: operations["DeleteTicket"];
        options?: never;
        head?: never;
        patch: operations["ChangeTicket"];
        trace?: never;
    };
    "/api/v1/tickets/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListAttachments"];
        put?: never;
        post: operations["AttachFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CloseTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListComments"];
        put?: never;
        post: operations["CommentOnTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/comments/{comment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadComment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/comments/{comment}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WithdrawComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ConfirmTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/cost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadTicketCost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/drafts/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadDraft"];
        put: operations["SaveDraft"];
        post?: never;
        delete: operations["DiscardDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["LinkTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/links/{kind}/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["UnlinkTicket"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListTicketMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MergeTicket"];
        delete: operations["UnmergeTicket"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/mute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["MuteTicket"];
        post?: never;
        delete: operations["UnmuteTicket"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadPresence"];
        put: operations["ShowPresence"];
        post?: never;
        delete: operations["LeavePresence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ReadTicketUpTo"];
        post?: never;
        delete: operations["MarkTicketUnread"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReopenTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/reopen/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DeclineReopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/satisfaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadSatisfaction"];
        put?: never;
        post: operations["RateTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/scheduled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListScheduledAnswers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/scheduled/{answer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["TakeBackScheduledAnswer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/scheduled/{answer}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MoveScheduledAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/scheduled/{answer}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SendScheduledAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/sla": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExplainSla"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/sla/reevaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReevaluateSla"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/suggested-assignees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SuggestAssignees"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/tags/{tag}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["TagTicket"];
        post?: never;
        delete: operations["UntagTicket"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/text-modules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListOfferedTextModules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/text-modules/{module}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PreviewTextModule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/time-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListTimeEntries"];
        put?: never;
        post: operations["RecordTime"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/time-entries/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadTimeEntry"];
        put?: never;
        post?: never;
        delete: operations["RemoveTimeEntry"];
        options?: never;
        head?: never;
        patch: operations["CorrectTimeEntry"];
        trace?: never;
    };
    "/api/v1/tickets/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ActOnTickets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/bulk/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PreviewActOnTickets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CountTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/upload-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OpenUploadSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/upload-sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadUploadSession"];
        put?: never;
        post?: never;
        delete: operations["CancelUploadSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/upload-sessions/{session}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SendUploadPart"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["UploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListUsers"];
        put?: never;
        post: operations["InviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadUser"];
        put: operations["ReplaceUser"];
        post?: never;
        delete: operations["EndUser"];
        options?: never;
        head?: never;
        patch: operations["ChangeUser"];
        trace?: never;
    };
    "/api/v1/users/{id}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/expertise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadExpertise"];
        put: operations["DeclareExpertise"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RemindUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadRates"];
        put: operations["AgreeRates"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ImportUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListViews"];
        put?: never;
        post: operations["AddView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadView"];
        put: operations["ReplaceView"];
        post?: never;
        delete: operations["DeleteView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CountViews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["OrderViews"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListWebhooks"];
        put?: never;
        post: operations["AddWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadWebhook"];
        put: operations["ChangeWebhook"];
        post?: never;
        delete: operations["RemoveWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{delivery}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{delivery}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReplayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["TestWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/manifest.webmanifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadWebManifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ofrep/v1/evaluate/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["EvaluateFlags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ofrep/v1/evaluate/flags/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["EvaluateFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListFieldProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/fields/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadFieldProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/theme.css": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReadTheme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AbilityResponse: {
            allowed: boolean;
            detail?: null | string;
            reason?: null | string;
        };
        AccountResponse: {
            email: null | string;
            /** Format: uuid */
            id: string;
            language: null | string;
            name: string;
        };
        ActionBody: {
            any_time?: null | boolean;
            priority?: null | components["schemas"]["Priority"];
            type?: null | components["schemas"]["EscalationActionKind"];
            value?: null | string;
        };
        ActivityListResponse: {
            items: components["schemas"]["ActivityResponse"][];
            next_cursor: null | string;
        };
        ActivityResponse: {
            /** Format: uuid */
            actor: null | string;
            actor_name: null | string;
            address: null | string;
            /** Format: date-time */
            at: string;
            door: null | string;
            kind: string;
            /** Format: uuid */
            subject: string;
            words: components["schemas"]["ActivityWordsResponse"];
        };
        ActivityWordsResponse: {
            de: string;
            en: string;
        };
        ActOnFlagRequest: {
            reason?: null | string;
        };
        AddCommentRequest: {
            attachments?: null | string[];
            body: string;
            /** Format: uuid */
            seen?: null | string;
            /** Format: date-time */
            send_at?: null | string;
            visibility?: null | components["schemas"]["Visibility"];
        };
        AddPasskeyRequest: {
            credential: string;
            name: string;
            state: string;
        };
        /** @enum {string} */
        AfterResolution: "reopen" | "ask";
        /** @enum {string} */
        AfterSending: "stay" | "next";
        AgreeRatesRequest: {
            items: components["schemas"]["RateBody"][];
        };
        ApiClientListResponse: {
            items: components["schemas"]["ApiClientResponse"][];
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
        };
        ApiClientResponse: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            created_by: string;
            environment: null | string;
            /** Format: date-time */
            expires_at: null | string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            last_used_at: null | string;
            name: string;
            post_logout_redirect_uris: string[];
            public: boolean;
            redirect_uris: string[];
            scopes: string[];
            /** Format: int32 */
            version: number;
        };
        ApiKeyListResponse: {
            items: components["schemas"]["ApiKeyResponse"][];
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
        };
        ApiKeyResponse: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            created_by: string;
            environment: null | string;
            /** Format: date-time */
            expires_at: null | string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            last_used_at: null | string;
            name: string;
            prefix: string;
            scopes: string[];
        };
        AppearanceDocument: {
            colour?: null | string;
            contact?: null | components["schemas"]["ContactDocument"];
            feedback_category?: null | string;
            logo_alt?: null | string;
            ticket_word?: null | components["schemas"]["TicketWordDocument"];
        };
        AppearanceResponse: {
            contact: components["schemas"]["ContactDocument"];
            default_language: string;
            host: components["schemas"]["HostFace"];
            languages: string[];
            logo: null | components["schemas"]["LogoResponse"];
            name: string;
            registration_open: boolean;
            sign_in: components["schemas"]["SignInWaysResponse"];
            slug: string;
            texts: components["schemas"]["ReadableTextResponse"][];
            theme: components["schemas"]["ThemeResponse"];
            ticket_word: components["schemas"]["TicketWordDocument"];
            zone: string;
        };
        AttachmentListResponse: {
            items: components["schemas"]["AttachmentResponse"][];
        };
        AttachmentResponse: {
            /** Format: uuid */
            author: null | string;
            checksum: string;
            /** Format: uuid */
            comment: null | string;
            content_type: string;
            /** Format: date-time */
            created_at: string;
            downloadable: boolean;
            file_name: string;
            finding: null | string;
            /** Format: uuid */
            id: string;
            preview_url: null | string;
            scan: components["schemas"]["ScanState"];
            /** Format: int64 */
            size: number;
            /** Format: uuid */
            ticket: string;
            url: string;
            visibility: components["schemas"]["Visibility"];
        };
        AttachmentsDocument: {
            /** Format: int32 */
            max_file_megabytes?: null | number;
            refused_kinds?: null | components["schemas"]["FileKind"][];
            unchecked_downloads?: null | boolean;
        };
        /** @enum {string} */
        AuditActorKind: "person" | "api_key" | "operator";
        AuditActorResponse: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["AuditActorKind"];
            name: null | string;
        };
        AuditEntryResponse: {
            actor: null | components["schemas"]["AuditActorResponse"];
            after: components["schemas"]["JsonElement"];
            /** Format: date-time */
            at: string;
            before: components["schemas"]["JsonElement"];
            details: Record<string, never>;
            kind: string;
            /** Format: int64 */
            number: null | number;
            origin: null | components["schemas"]["AuditOriginResponse"];
            subject: components["schemas"]["AuditSubjectResponse"];
        };
        /** @enum {string} */
        AuditFaultKind: "event_changed" | "event_missing" | "link_changed" | "link_missing" | "event_unlinked" | "head_differs";
        AuditFaultResponse: {
            event_kind: string;
            kind: components["schemas"]["AuditFaultKind"];
            /** Format: int64 */
            number: null | number;
            /** Format: uuid */
            subject: string;
            /** Format: int32 */
            version: number;
        };
        AuditListResponse: {
            items: components["schemas"]["AuditEntryResponse"][];
            next_cursor: null | string;
        };
        AuditOriginResponse: {
            address: null | string;
            door: string;
            /** Format: uuid */
            provider_access: null | string;
        };
        AuditSubjectResponse: {
            /** Format: uuid */
            id: string;
            kind: string;
            /** Format: int32 */
            version: number;
        };
        AuditVerificationResponse: {
            /** Format: int64 */
            checked: number;
            faults: components["schemas"]["AuditFaultResponse"][];
            /** Format: int64 */
            forgotten: number;
            head: null | string;
            intact: boolean;
            /** Format: int64 */
            next_after: null | number;
        };
        BacklogAges: {
            /** Format: int32 */
            older: number;
            /** Format: int32 */
            under_one_day: number;
            /** Format: int32 */
            under_seven_days: number;
            /** Format: int32 */
            under_thirty_days: number;
            /** Format: int32 */
            under_three_days: number;
        };
        BacklogFigures: {
            age: components["schemas"]["TimeFiguresResponse"];
            ages: components["schemas"]["BacklogAges"];
            /** Format: int64 */
            oldest_seconds: null | number;
            /** Format: int32 */
            open: number;
        };
        BacklogItem: {
            figures: components["schemas"]["BacklogFigures"];
            key: null | string;
            preliminary: boolean;
            rest: boolean;
        };
        BacklogReport: {
            /** Format: date-time */
            from: string;
            gaps: components["schemas"]["ReportGapsResponse"];
            group_by: null | components["schemas"]["ReportGrouping"];
            items: components["schemas"]["BacklogItem"][];
            overall: components["schemas"]["BacklogFigures"];
            preliminary: boolean;
            /** Format: date-time */
            to: string;
        };
        BlockedAddressListResponse: {
            items: components["schemas"]["BlockedAddressResponse"][];
            next_cursor: null | string;
        };
        BlockedAddressResponse: {
            address: string;
            /** Format: date-time */
            blocked_at: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            until: string;
            words: string;
        };
        BrandingDocument: {
            accent?: null | string;
            logo?: null | string;
            on_primary: string;
            primary: string;
        };
        /** @enum {string} */
        BucketBy: "tenant" | "account";
        BulkChangeRequest: {
            assignee?: null | string;
            category?: null | string;
            priority?: components["schemas"]["Priority"];
            queue?: null | string;
            resolution_text?: null | string;
            status?: components["schemas"]["TicketStatus"];
            team?: null | string;
        };
        BulkCloseRequest: {
            resolution_text?: null | string;
        };
        BulkCommentRequest: {
            body: string;
            visibility?: null | components["schemas"]["Visibility"];
        };
        BulkEffect: {
            field: string;
            from: null | string;
            to: null | string;
        };
        BulkFieldProblem: {
            code: string;
            detail: string;
            pointer: string;
        };
        BulkGroup: {
            code: null | string;
            effects: components["schemas"]["BulkEffect"][];
            tenant: null | string;
            tickets: string[];
        };
        BulkItemRequest: {
            tenant?: null | string;
            /** Format: uuid */
            ticket: string;
            /** Format: int32 */
            version?: null | number;
        };
        BulkItemResponse: {
            effects?: null | components["schemas"]["BulkEffect"][];
            number: null | string;
            problem: null | components["schemas"]["BulkProblem"];
            /** Format: int32 */
            status: number;
            tenant?: null | string;
            /** Format: uuid */
            ticket: string;
            /** Format: int32 */
            version: null | number;
        };
        BulkPreviewResponse: {
            groups: components["schemas"]["BulkGroup"][];
            items: components["schemas"]["BulkItemResponse"][];
        };
        BulkProblem: {
            code: string;
            detail: string;
            errors: components["schemas"]["BulkFieldProblem"][];
            title: string;
        };
        BulkRequest: {
            add_tag?: null | string;
            change?: null | components["schemas"]["BulkChangeRequest"];
            close?: null | components["schemas"]["BulkCloseRequest"];
            comment?: null | components["schemas"]["BulkCommentRequest"];
            items: components["schemas"]["BulkItemRequest"][];
            remove_tag?: null | string;
        };
        BulkResponse: {
            /** Format: int32 */
            done: number;
            items: components["schemas"]["BulkItemResponse"][];
            /** Format: int32 */
            refused: number;
        };
        BusinessDocument: {
            address?: null | string;
            email?: null | string;
            phone?: null | string;
            website?: null | string;
        };
        CalendarBody: {
            days_off?: null | string[];
            holidays?: null | components["schemas"]["HolidaysBody"];
            name?: null | string;
            special_days?: null | components["schemas"]["SpecialDayBody"][];
            windows?: null | components["schemas"]["WindowBody"][];
            zone: string;
        };
        CalendarListResponse: {
            items: components["schemas"]["CalendarResponse"][];
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
        };
        CalendarResponse: {
            holidays: null | components["schemas"]["HolidaysBody"];
            /** Format: uuid */
            id: string;
            name: string;
            open_questions: string[];
            special_days: components["schemas"]["SpecialDayBody"][];
            /** Format: int32 */
            version: number;
            windows: components["schemas"]["WindowBody"][];
            zone: string;
        };
        CategoryBody: {
            archived?: null | boolean;
            key?: null | string;
            name: null | components["schemas"]["NamesBody"];
            /** Format: int32 */
            position?: null | number;
            queue?: null | string;
        };
        CategoryListResponse: {
            items: components["schemas"]["CategoryResponse"][];
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
        };
        CategoryResponse: {
            archived: boolean;
            key: string;
            name: components["schemas"]["NamesResponse"];
            /** Format: int32 */
            position: number;
            queue?: null | string;
            /** Format: int32 */
            version: number;
        };
        ChangeEmailRequest: {
            email: string;
            password: string;
        };
        ChangeMeRequest: {
            language?: string;
            mail_digest?: components["schemas"]["MailDigest"];
            /** Format: int32 */
            mail_hold?: number;
            mails?: {
                [key: string]: boolean;
            };
            name?: string;
            notifications?: {
                [key: string]: boolean;
            };
            pushes?: {
                [key: string]: boolean;
            };
            time_zone?: null | string;
        };
        ChangePasswordRequest: {
            current_password: string;
            new_password: string;
        };
        ChangeTenantRequest: {
            name: string;
        };
        ChangeTicketRequest: {
            assignee?: null | string;
            category?: null | string;
            description?: string;
            priority?: components["schemas"]["Priority"];
            queue?: null | string;
            resolution_text?: null | string;
            status?: components["schemas"]["TicketStatus"];
            subject?: string;
            team?: null | string;
        };
        ChangeUserRequest: {
            external_id?: null | string;
            group?: null | string;
            hand_over_team?: null | string;
            /** Format: uuid */
            hand_over_to?: null | string;
            language?: string;
            name?: string;
            role?: components["schemas"]["Role"];
            status?: components["schemas"]["MembershipStatus"];
            time_zone?: null | string;
        };
        ClientTokenResponse: {
            access_token: string;
            /** Format: int32 */
            expires_in: number;
            id_token?: null | string;
            refresh_token?: null | string;
            scope: string;
            token_type: string;
        };
        CloseTicketRequest: {
            resolution_text?: null | string;
        };
        CodeRequest: {
            code: string;
        };
        CommentListResponse: {
            items: components["schemas"]["CommentResponse"][];
            next_cursor: null | string;
            people?: null | components["schemas"]["TicketPersonResponse"][];
            /** Format: int32 */
            total: number;
        };
        CommentResponse: {
            attachments: components["schemas"]["AttachmentResponse"][];
            /** Format: uuid */
            author: null | string;
            body: string;
            /** Format: date-time */
            created_at: string;
            from_staff: boolean;
            html: null | string;
            /** Format: uuid */
            id: string;
            is_system: boolean;
            /** Format: uuid */
            ticket: string;
            visibility: components["schemas"]["Visibility"];
            withdrawn: null | components["schemas"]["CommentWithdrawalResponse"];
        };
        CommentWithdrawalResponse: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            by: null | string;
        };
        ComplianceFigures: {
            all: components["schemas"]["KeptShareResponse"];
            first_response: components["schemas"]["KeptShareResponse"];
            next_response: components["schemas"]["KeptShareResponse"];
            resolution: components["schemas"]["KeptShareResponse"];
        };
        ComplianceItem: {
            figures: components["schemas"]["ComplianceFigures"];
            key: null | string;
            preliminary: boolean;
            rest: boolean;
        };
        ComplianceReport: {
            /** Format: date-time */
            from: string;
            gaps: components["schemas"]["ReportGapsResponse"];
            group_by: null | components["schemas"]["ReportGrouping"];
            items: components["schemas"]["ComplianceItem"][];
            overall: components["schemas"]["ComplianceFigures"];
            preliminary: boolean;
            /** Format: date-time */
            to: string;
        };
        ConditionsBody: {
            category?: null | string[];
            priority?: null | components["schemas"]["Priority"][];
            queue?: null | string[];
            requester_group?: null | string[];
        };
        ConfirmTicketRequest: {
            comment?: null | string;
        };
        ContactDocument: {
            email?: null | string;
            hours?: null | components["schemas"]["PresenceHoursDocument"];
            phone?: null | string;
        };
        CorrectTimeRequest: {
            billable?: boolean;
            /** Format: int32 */
            minutes?: number;
            note?: null | string;
            worked_on?: string;
        };
        CostLineResponse: {
            cost: null | components["schemas"]["MoneyBody"];
            entry: components["schemas"]["TimeEntryResponse"];
            per_hour: null | components["schemas"]["MoneyBody"];
        };
        CostTotalResponse: {
            billable: components["schemas"]["MoneyBody"];
            cost: components["schemas"]["MoneyBody"];
        };
        CreateApiClientRequest: {
            environment?: null | string;
            /** Format: date-time */
            expires_at?: null | string;
            name: string;
            post_logout_redirect_uris?: null | string[];
            proof?: null | components["schemas"]["ProofRequest"];
            public?: boolean;
            redirect_uris?: null | string[];
            scopes?: null | string[];
        };
        CreateApiKeyRequest: {
            environment?: null | string;
            /** Format: date-time */
            expires_at?: null | string;
            name: string;
            proof?: null | components["schemas"]["ProofRequest"];
            scopes: string[];
        };
        CreatedApiClientResponse: {
            api_client: components["schemas"]["ApiClientResponse"];
            /** Format: uuid */
            client_id: string;
            client_secret: null | string;
            /** Format: uuid */
            id: string;
        };
        CreatedApiKeyResponse: {
            api_key: components["schemas"]["ApiKeyResponse"];
            /** Format: uuid */
            id: string;
            key: string;
        };
        CreateTemplateRequest: {
            content?: null | components["schemas"]["TemplateContent"];
            from_tenant?: null | string;
            key: string;
            name: string;
        };
        CreateTenantRequest: {
            name: string;
            slug: string;
            template?: null | string;
        };
        DeclareExpertiseRequest: {
            items: components["schemas"]["ExpertiseItemBody"][];
        };
        DeclineReopenRequest: {
            reason: string;
        };
        DeleteTenantRequest: {
            reason: string;
        };
        /** @enum {string} */
        DeliveryFault: "status" | "redirected" | "gone" | "timeout" | "unreachable" | "unprotected" | "blocked" | "broken" | "stopped" | "withdrawn" | "unreadable";
        /** @enum {string} */
        DeliveryResult: "accepted" | "written" | "deferred" | "refused";
        /** @enum {string} */
        DeliveryState: "queued" | "delivered" | "delayed" | "failed" | "dropped";
        DkimKeyRequest: {
            domain: string;
        };
        DkimKeyResponse: {
            /** Format: date-time */
            created_at: string;
            dns: components["schemas"]["DkimRecord"];
            domain: string;
            record: components["schemas"]["MailRecordResponse"];
            selector: string;
        };
        /** @enum {string} */
        DkimRecord: "published" | "missing" | "different" | "unknown";
        DkimResponse: {
            keys: components["schemas"]["DkimKeyResponse"][];
            sender_domain: null | string;
            signs_with: null | string;
            /** Format: int32 */
            version: number;
        };
        DomainListResponse: {
            items: components["schemas"]["DomainResponse"][];
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
        };
        DomainRecordResponse: {
            name: string;
            text: string;
            type: string;
        };
        DomainResponse: {
            /** Format: int32 */
            failures: number;
            host: string;
            /** Format: uuid */
            id: string;
            record: components["schemas"]["DomainRecordResponse"];
            /** Format: date-time */
            registered_at: string;
            status: components["schemas"]["OwnDomainStatus"];
            /** Format: date-time */
            verified_at: null | string;
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        DraftKind: "answer" | "note" | "edit";
        DraftListResponse: {
            items: components["schemas"]["ListedDraftResponse"][];
        };
        DraftResponse: {
            attachments: string[];
            body: null | string;
            files: components["schemas"]["UploadResponse"][];
            /** Format: date-time */
            saved_at: null | string;
            shared: boolean;
            status: null | components["schemas"]["TicketStatus"];
            /** Format: int32 */
            version: number;
        };
        EmailRequest: {
            email: string;
        };
        EnglishWordDocument: {
            article: string;
            plural: string;
            singular: string;
        };
        /** @enum {string} */
        EscalationActionKind: "notify_assignee" | "notify_team" | "notify_manager" | "notify_email" | "raise_priority" | "reassign" | "add_tag";
        ExpertiseItemBody: {
            area: string;
            /** Format: int32 */
            level: number;
            qualification?: null | string;
            valid_until?: null | string;
        };
        ExpertiseResponse: {
            items: components["schemas"]["ExpertiseItemBody"][];
            /** Format: uuid */
            user: string;
            /** Format: int32 */
            version: number;
        };
        FeedbackRequest: {
            email?: null | string;
            message: string;
            page?: null | string;
        };
        FeedbackResponse: {
            number: string;
        };
        FieldProblemListResponse: {
            items: components["schemas"]["FieldProblemResponse"][];
        };
        FieldProblemResponse: {
            code: string;
            means: components["schemas"]["ProblemText"];
            title: components["schemas"]["ProblemText"];
        };
        FileForm: {
            file: components["schemas"]["IFormFile"];
        };
        /** @enum {string} */
        FileKind: "image" | "pdf" | "office" | "text" | "markup" | "archive" | "audio" | "video" | "mail" | "program" | "other";
        /** @enum {string} */
        FlagAct: "define" | "change" | "archive" | "restore" | "kill" | "revive" | "propose" | "approve" | "reject" | "warn_of_expiry" | "expire" | "unknown";
        FlagArmBody: {
            variant: string;
            /** Format: int32 */
            weight: number;
        };
        FlagConditionBody: {
            attribute: components["schemas"]["TenantAttribute"];
            operator: components["schemas"]["FlagOperator"];
            values: string[];
        };
        FlagHistoryResponse: {
            items: components["schemas"]["FlagRevisionResponse"][];
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
        };
        /** @enum {string} */
        FlagKind: "release" | "experiment" | "operational" | "permission";
        FlagListResponse: {
            items: components["schemas"]["FlagResponse"][];
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
        };
        /** @enum {string} */
        FlagOperator: "equals" | "not_equals" | "in" | "not_in" | "at_least" | "below" | "in_range";
        FlagPreviewResponse: {
            /** Format: int32 */
            changing: number;
            counts: {
                [key: string]: number;
            };
            /** Format: int32 */
            depending_on_account: number;
            environment: string;
            items: components["schemas"]["PreviewedTenantResponse"][];
        };
        FlagProposalResponse: {
            act: components["schemas"]["FlagAct"];
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            by: null | string;
            definition: null | components["schemas"]["PutFlagRequest"];
            /** Format: int32 */
            from: null | number;
            reason: null | string;
        };
        FlagResponse: {
            /** Format: date-time */
            archived_at: null | string;
            cms_versions: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            created_by: null | string;
            default_variant: string;
            description: string;
            enabled: components["schemas"]["JsonElement"];
            entitlement: null | string;
            /** Format: date-time */
            expires_at: null | string;
            four_eyes: boolean;
            key: string;
            /** Format: date-time */
            killed_at: null | string;
            kind: components["schemas"]["FlagKind"];
            overridable: boolean;
            /** Format: uuid */
            owner: null | string;
            proposal: null | components["schemas"]["FlagProposalResponse"];
            requires: string[];
            safe_variant: string;
            salt: string;
            server_only: boolean;
            silent: boolean;
            strategies: components["schemas"]["FlagStrategyBody"][];
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            updated_by: null | string;
            variants: Record<string, never>;
            /** Format: int32 */
            version: number;
        };
        FlagRevisionResponse: {
            act: components["schemas"]["FlagAct"];
            after: components["schemas"]["FlagResponse"];
            /** Format: date-time */
            at: string;
            before: null | components["schemas"]["FlagResponse"];
            /** Format: uuid */
            by: null | string;
            reason: null | string;
            /** Format: int32 */
            version: number;
        };
        FlagStrategyBody: {
            /** Format: int32 */
            basis_points?: null | number;
            by?: null | components["schemas"]["BucketBy"];
            group_id?: null | string;
            /** Format: int32 */
            rollout?: null | number;
            stickiness?: null | components["schemas"]["BucketBy"];
            tenants?: null | string[];
            type?: null | string;
            variant?: null | string;
            variants?: null | components["schemas"]["FlagArmBody"][];
            weights?: null | {
                [key: string]: number;
            };
            where?: null | components["schemas"]["FlagConditionBody"][];
        };
        /** @enum {string} */
        GermanGender: "masculine" | "feminine" | "neuter";
        GermanWordDocument: {
            accusative: string;
            dative: string;
            dative_plural: string;
            gender: null | components["schemas"]["GermanGender"];
            genitive: string;
            nominative: string;
            plural: string;
        };
        /** @enum {string} */
        GoneReason: "deleted" | "no_longer_visible" | "no_longer_matches";
        GoneTicketResponse: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            id: string;
            number: string;
            tenant?: null | string;
            what: components["schemas"]["GoneReason"];
        };
        GrantLicenceRequest: {
            features?: null | string[];
            /** Format: int32 */
            grace_days?: null | number;
            plan: string;
            /** Format: int32 */
            seats: number;
            valid_from?: null | string;
            valid_to?: null | string;
        };
        HealthResponse: {
            status: string;
        };
        /** @enum {string} */
        HeldBecause: "customer_wrote" | "ticket_closed" | "ticket_merged" | "ticket_deleted" | "author_left" | "colleague" | "refused";
        HolidaysBody: {
            assumption_day?: null | boolean;
            corpus_christi?: null | boolean;
            country?: null | string;
            municipality?: null | string;
            state?: null | string;
        };
        /** @enum {string} */
        HostFace: "portal" | "desk" | "console";
        HoursBody: {
            from?: null | string;
            to?: null | string;
        };
        /** Format: binary */
        IFormFile: string;
        ImportItemResponse: {
            /** Format: int32 */
            line: number;
            status: components["schemas"]["ImportWord"];
            /** Format: uuid */
            user: string;
        };
        ImportResponse: {
            dry_run: boolean;
            /** Format: int32 */
            invited: number;
            items: components["schemas"]["ImportItemResponse"][];
            /** Format: int32 */
            lines: number;
            /** Format: int32 */
            unchanged: number;
            /** Format: int32 */
            updated: number;
        };
        /** @enum {string} */
        ImportWord: "invited" | "updated" | "unchanged";
        IntrospectionResponse: {
            active: boolean;
            aud?: null | string;
            client_id?: null | string;
            /** Format: int64 */
            exp?: null | number;
            /** Format: int64 */
            iat?: null | number;
            iss?: null | string;
            jti?: null | string;
            /** Format: int64 */
            nbf?: null | number;
            scope?: null | string;
            sub?: null | string;
            token_type?: null | string;
            token_usage?: null | string;
        };
        InviteUserRequest: {
            email: string;
            external_id?: null | string;
            group?: null | string;
            language?: null | string;
            name: string;
            role: null | components["schemas"]["Role"];
            time_zone?: null | string;
        };
        JoinRequest: {
            name?: null | string;
            password: string;
            token: string;
        };
        JsonElement: unknown;
        JsonWebKey: {
            alg: string;
            crv: string;
            kid: string;
            kty: string;
            use: string;
            x: string;
            y: string;
        };
        JsonWebKeySet: {
            keys: components["schemas"]["JsonWebKey"][];
        };
        KeptShareResponse: {
            /** Format: int32 */
            met: number;
            /** Format: int32 */
            missed: number;
            /** Format: double */
            share: null | number;
        };
        LastCommentResponse: {
            /** Format: date-time */
            at: string;
            from_staff: boolean;
        };
        LicenceResponse: {
            features: string[];
            /** Format: int32 */
            grace_days: number;
            plan: string;
            /** Format: int32 */
            seats: number;
            /** Format: int32 */
            seats_used: number;
            state: components["schemas"]["LicenceState"];
            /** Format: date-time */
            valid_from: null | string;
            /** Format: date-time */
            valid_to: null | string;
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        LicenceState: "trial" | "upcoming" | "active" | "grace" | "expired";
        /** @enum {string} */
        LinkKind: "relates_to" | "duplicate_of" | "blocks" | "blocked_by" | "duplicated_by";
        LinkResponse: {
            kind: components["schemas"]["LinkKind"];
            number: string;
            /** Format: uuid */
            ticket: string;
        };
        LinkTicketRequest: {
            kind?: null | components["schemas"]["LinkKind"];
            ticket: string;
        };
        ListedDraftResponse: {
            attachment_names: string[];
            /** Format: uuid */
            author: string;
            author_name: null | string;
            body: null | string;
            is_own: boolean;
            kind: components["schemas"]["DraftKind"];
            /** Format: date-time */
            saved_at: string;
            shared: boolean;
            /** Format: int32 */
            version: number;
        };
        ListedPresence: {
            people: components["schemas"]["PresentPerson"][];
            tenant?: null | string;
            /** Format: uuid */
            ticket: string;
        };
        LiveEndEvent: {
            code: string;
        };
        LiveGoneEvent: {
            /** Format: date-time */
            at: string;
            tenant: null | string;
            /** Format: uuid */
            ticket: string;
        };
        LiveHeartbeatEvent: Record<string, never>;
        LiveNotificationEvent: {
            tenant: null | string;
            /** Format: int32 */
            unread: number;
        };
        LivePresenceEvent: {
            people: {
                /** Format: uuid */
                account: string;
                name: null | string;
                /** Format: date-time */
                since: string;
                /** @enum {string} */
                state: "reading" | "writing_answer" | "writing_note";
                /** Format: date-time */
                until: string;
            }[];
            tenant: null | string;
            /** Format: uuid */
            ticket: string;
        };
        LiveReadEvent: {
            tenant: null | string;
            /** Format: uuid */
            ticket: string;
            unread: boolean;
        };
        LiveReadyEvent: {
            /** Format: int32 */
            heartbeat_seconds: number;
            resumed: boolean;
        };
        LiveResetEvent: {
            /** @enum {string} */
            reason: "too_old" | "unreadable" | "rights_changed";
        };
        LiveTicketEvent: {
            /** Format: date-time */
            at: string;
            changes: string[];
            number: string;
            tenant: null | string;
            /** Format: uuid */
            ticket: string;
            /** Format: int32 */
            version: number;
        };
        LoginRequest: {
            code?: null | string;
            email: string;
            password: string;
            session?: boolean;
        };
        LogoResponse: {
            address: string;
            alt: string;
            /** Format: int32 */
            height: number;
            /** Format: int32 */
            width: number;
        };
        /** @enum {string} */
        MailAuthentication: "login" | "xoauth2";
        /** @enum {string} */
        MailDigest: "none" | "hourly" | "daily";
        MailOauthRequest: {
            client_id: string;
            client_secret?: null | string;
            refresh_token?: null | string;
            scope?: null | string;
            token_endpoint: string;
        };
        MailOauthResponse: {
            client_id: string;
            scope: null | string;
            token_endpoint: string;
        };
        MailPlaceholderResponse: {
            is_link: boolean;
            meaning: string;
            name: string;
        };
        MailPreviewResponse: {
            html: null | string;
            subject: string;
            text: string;
        };
        /** @enum {string} */
        MailReason: "held_by_author" | "mail_limit" | "digest" | "outside_hours" | "tenant_rests" | "ticket_deleted" | "words_withdrawn" | "person_gone" | "not_for_reader" | "address_blocked" | "link_ended" | "too_late" | "unreadable" | "address_beyond_ascii" | "server_unreachable" | "server_slow" | "tls_failed" | "address_not_public" | "server_talks" | "connection_lost" | "server_unknown" | "no_token" | "file_not_written" | "not_made";
        MailRecordResponse: {
            name: string;
            text: string;
            type: string;
        };
        /** @enum {string} */
        MailSecurity: "starttls" | "tls" | "none";
        MailServerRequest: {
            authentication?: null | components["schemas"]["MailAuthentication"];
            from: string;
            host: string;
            oauth?: null | components["schemas"]["MailOauthRequest"];
            password?: null | string;
            /** Format: int32 */
            port: number;
            security: null | components["schemas"]["MailSecurity"];
            username?: null | string;
        };
        MailServerResponse: {
            authentication: components["schemas"]["MailAuthentication"];
            from: string;
            host: string;
            oauth: null | components["schemas"]["MailOauthResponse"];
            /** Format: int32 */
            port: number;
            security: components["schemas"]["MailSecurity"];
            username: null | string;
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        MailState: "queued" | "sent" | "written" | "delayed" | "failed" | "dropped" | "waiting" | "held";
        MailTemplateItemResponse: {
            is_default: boolean;
            language: string;
            template: string;
            /** Format: int32 */
            version: number;
        };
        MailTemplateListResponse: {
            items: components["schemas"]["MailTemplateItemResponse"][];
        };
        MailTemplateRequest: {
            html?: null | string;
            subject: string;
            text: string;
        };
        MailTemplateResponse: {
            html: null | string;
            is_default: boolean;
            language: string;
            placeholders: components["schemas"]["MailPlaceholderResponse"][];
            subject: string;
            template: string;
            text: string;
            /** Format: int32 */
            version: number;
        };
        MailTestRequest: {
            to: string;
        };
        MailTestResponse: {
            reason: null | components["schemas"]["MailReason"];
            reason_text: null | string;
            result: components["schemas"]["DeliveryResult"];
            words: null | string;
        };
        ManifestIcon: {
            purpose: string;
            sizes: string;
            src: string;
            type: string;
        };
        ManifestShortcut: {
            name: string;
            url: string;
        };
        MarkupPreviewRequest: {
            text: string;
        };
        MarkupPreviewResponse: {
            html: string;
        };
        /** @enum {string} */
        MembershipStatus: "active" | "suspended" | "invited" | "contact" | "ended";
        MeResponse: {
            abilities: {
                [key: string]: components["schemas"]["AbilityResponse"];
            };
            /** Format: date-time */
            created_at: string;
            email: string;
            group: null | string;
            /** Format: uuid */
            id: string;
            is_service_staff: boolean;
            language: string;
            mail_digest: components["schemas"]["MailDigest"];
            /** Format: int32 */
            mail_hold: number;
            mails: {
                [key: string]: boolean;
            };
            name: string;
            notifications: {
                [key: string]: boolean;
            };
            pushes: {
                [key: string]: boolean;
            };
            role: components["schemas"]["Role"];
            second_factor: boolean;
            time_zone: null | string;
            /** Format: int32 */
            version: number;
        };
        MergeResponse: {
            number: string;
            /** Format: uuid */
            ticket: string;
        };
        MergeTicketRequest: {
            target: string;
        };
        /** @enum {string} */
        MishapReason: "failed" | "overdue" | "unreadable" | "unavailable" | "waiting";
        MoneyBody: {
            /** Format: int64 */
            amount_minor: number;
            currency: string;
        };
        MoveScheduledRequest: {
            /** Format: date-time */
            send_at: string;
        };
        NamesBody: {
            de?: null | string;
            en?: null | string;
        };
        NamesResponse: {
            de: string;
            en: string;
        };
        NewTicketDraftResponse: {
            assignee: null | string;
            attachments: string[];
            category: null | string;
            description: null | string;
            files: components["schemas"]["UploadResponse"][];
            priority: null | components["schemas"]["Priority"];
            queue: null | string;
            requester: null | string;
            requester_email: null | string;
            requester_name: null | string;
            /** Format: date-time */
            saved_at: null | string;
            subject: null | string;
            team: null | string;
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        NobodyTold: "internal" | "own_act" | "team";
        NoticeResponse: {
            /** Format: date-time */
            at: string;
            details: Record<string, never>;
            event: string;
            /** Format: uuid */
            subject: string;
        };
        /** @enum {string} */
        NotificationKind: "sla_warning" | "sla_breach" | "seats_short" | "licence_in_grace" | "licence_expired" | "flag_expires" | "flag_expired" | "provider_access" | "domain_at_risk" | "ticket_assigned" | "customer_commented" | "reopen_requested" | "ticket_answered" | "ticket_resolved" | "reopen_answered" | "webhook_stopped" | "words_withdrawn" | "mail_template_failed" | "answer_held_back" | "ticket_merged";
        NotificationListResponse: {
            items: components["schemas"]["NotificationResponse"][];
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
            /** Format: int32 */
            unread: number;
        };
        NotificationPreferences: {
            muted_queues: string[];
            quiet_hours: null | components["schemas"]["QuietHoursBody"];
        };
        NotificationPreferencesRequest: {
            muted_queues?: null | string[];
            quiet_hours?: null | components["schemas"]["QuietHoursBody"];
        };
        NotificationResponse: {
            /** Format: date-time */
            at: string;
            /** Format: int32 */
            count: number;
            /** Format: date-time */
            first_at: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["NotificationKind"];
            notices: components["schemas"]["NoticeResponse"][];
            /** Format: date-time */
            read_at: null | string;
            tickets: components["schemas"]["NotificationTicketResponse"][];
        };
        NotificationTicketResponse: {
            /** Format: date-time */
            moment_at: string;
            number: string;
            step: null | string;
            target: null | components["schemas"]["SlaTarget"];
            /** Format: uuid */
            ticket: string;
            /** Format: date-time */
            withdrawn_at: null | string;
        };
        NotifiedTicketListResponse: {
            items: components["schemas"]["NotifiedTicketResponse"][];
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
            /** Format: int32 */
            unread: number;
        };
        NotifiedTicketResponse: {
            /** Format: date-time */
            at: string;
            /** Format: int32 */
            count: number;
            /** Format: date-time */
            first_at: string;
            kinds: components["schemas"]["NotificationKind"][];
            muted: boolean;
            number: string;
            subject: string;
            tenant?: null | string;
            tenant_name?: null | string;
            /** Format: uuid */
            ticket: string;
            /** Format: int32 */
            unread: number;
        };
        /** @enum {string} */
        NotTold: "muted" | "mails_off" | "address_blocked" | "no_login" | "gone";
        OfrepBulkEvaluation: {
            flags: components["schemas"]["OfrepItem"][];
        };
        OfrepContext: {
            targetingKey?: null | string;
        };
        OfrepEvaluation: {
            key: string;
            reason: string;
            value: components["schemas"]["JsonElement"];
            variant: string;
        };
        OfrepEvaluationRequest: {
            context: components["schemas"]["OfrepContext"];
        };
        OfrepFailure: {
            errorCode: string;
            errorDetails: string;
            key?: null | string;
        };
        OfrepItem: {
            errorCode?: null | string;
            errorDetails?: null | string;
            key: string;
            reason?: null | string;
            value?: unknown;
            variant?: null | string;
        };
        OpenIdConfiguration: {
            authorization_endpoint: string;
            authorization_response_iss_parameter_supported: boolean;
            claims_parameter_supported: boolean;
            claims_supported: string[];
            code_challenge_methods_supported: string[];
            end_session_endpoint: string;
            grant_types_supported: string[];
            id_token_signing_alg_values_supported: string[];
            introspection_endpoint: string;
            introspection_endpoint_auth_methods_supported: string[];
            issuer: string;
            jwks_uri: string;
            prompt_values_supported: string[];
            request_parameter_supported: boolean;
            request_uri_parameter_supported: boolean;
            require_pushed_authorization_requests: boolean;
            response_modes_supported: string[];
            response_types_supported: string[];
            revocation_endpoint: string;
            revocation_endpoint_auth_methods_supported: string[];
            scopes_supported: string[];
            subject_types_supported: string[];
            tls_client_certificate_bound_access_tokens: boolean;
            token_endpoint: string;
            token_endpoint_auth_methods_supported: string[];
            userinfo_endpoint: string;
        };
        OpenTicketRequest: {
            assignee?: null | string;
            attachments?: null | string[];
            category?: null | string;
            description: string;
            priority?: null | components["schemas"]["Priority"];
            queue?: null | string;
            /** Format: uuid */
            requester?: null | string;
            requester_email?: null | string;
            requester_name?: null | string;
            subject: string;
            team?: null | string;
        };
        OutboxResponse: {
            items: components["schemas"]["OutgoingMailResponse"][];
            next_cursor: null | string;
        };
        OutgoingMailResponse: {
            /** Format: int32 */
            attempts: number;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            last_error: null | string;
            /** Format: date-time */
            next_try_at: null | string;
            reason: null | components["schemas"]["MailReason"];
            reason_text: null | string;
            /** Format: date-time */
            sent_at: null | string;
            state: components["schemas"]["MailState"];
            subject: string;
            template: string;
            tenant: string;
            ticket: null | string;
            to: string;
        };
        /** @enum {string} */
        OwnDomainStatus: "pending" | "verified" | "lost" | "removed";
        ParkedItemListResponse: {
            items: components["schemas"]["ParkedItemResponse"][];
            next_cursor: null | string;
        };
        ParkedItemResponse: {
            detail: null | string;
            /** Format: date-time */
            first_at: string;
            handler: string;
            /** Format: uuid */
            id: string;
            kind: string;
            /** Format: date-time */
            last_at: string;
            /** Format: date-time */
            next_try_at: null | string;
            reason: components["schemas"]["MishapReason"];
            source: components["schemas"]["ParkedSource"];
            /** Format: uuid */
            subject: string;
            tenant: string;
            /** Format: int32 */
            tries: number;
            words: components["schemas"]["ParkedWords"];
        };
        /** @enum {string} */
        ParkedSource: "feed" | "due" | "state";
        ParkedWords: {
            de: string;
            en: string;
        };
        PasskeyListResponse: {
            items: components["schemas"]["PasskeyResponse"][];
        };
        PasskeyQuestionResponse: {
            options: string;
            state: string;
        };
        PasskeyResponse: {
            backed_up: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            last_used_at: null | string;
            name: string;
        };
        PasskeySignInRequest: {
            credential: string;
            session?: boolean;
            state: string;
        };
        PasswordAndCodeRequest: {
            code: string;
            password: string;
        };
        PasswordRequest: {
            password: string;
        };
        PauseBody: {
            status?: null | components["schemas"]["TicketStatus"];
            target?: null | components["schemas"]["SlaTarget"];
        };
        PauseSpanBody: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
        };
        PolicyBody: {
            conditions?: null | components["schemas"]["ConditionsBody"];
            escalation?: null | components["schemas"]["StepBody"][];
            name?: null | string;
            pauses?: null | components["schemas"]["PauseBody"][];
            /** Format: int32 */
            position?: null | number;
            targets?: null | components["schemas"]["TargetBody"][];
        };
        PolicyListResponse: {
            items: components["schemas"]["PolicyResponse"][];
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
            /** Format: int32 */
            version: number;
        };
        PolicyResponse: {
            conditions: components["schemas"]["ConditionsBody"];
            escalation: components["schemas"]["StepBody"][];
            /** Format: uuid */
            id: string;
            name: string;
            pauses: components["schemas"]["PauseBody"][];
            /** Format: int32 */
            revision: number;
            targets: components["schemas"]["TargetBody"][];
        };
        PresenceHoursDocument: {
            de?: null | string;
            en?: null | string;
        };
        PresenceListResponse: {
            items: components["schemas"]["ListedPresence"][];
        };
        PresenceRequest: {
            state: null | components["schemas"]["PresenceState"];
        };
        PresenceResponse: {
            people: components["schemas"]["PresentPerson"][];
            /** Format: uuid */
            ticket: string;
        };
        /** @enum {string} */
        PresenceState: "reading" | "writing_answer" | "writing_note";
        PresentPerson: {
            /** Format: uuid */
            account: string;
            name: null | string;
            /** Format: date-time */
            since: string;
            state: components["schemas"]["PresenceState"];
            /** Format: date-time */
            until: string;
        };
        PreviewedTenantResponse: {
            before: null | string;
            changes: boolean;
            depends_on_account: boolean;
            reason: string;
            tenant: string;
            variant: null | string;
        };
        PreviewRequest: {
            calendar?: null | components["schemas"]["CalendarBody"];
            category?: null | string;
            /** Format: date-time */
            opened_at: string;
            pauses?: null | components["schemas"]["PauseSpanBody"][];
            priority?: null | components["schemas"]["Priority"];
            queue?: null | string;
            requester_group?: null | string;
            target?: null | string;
        };
        PreviewResponse: {
            /** Format: date-time */
            due_at: null | string;
            policy: null | string;
            segments: components["schemas"]["SegmentResponse"][];
            targets: components["schemas"]["PreviewTargetResponse"][];
            why: null | string;
            zone_data: string;
        };
        PreviewTargetResponse: {
            /** Format: date-time */
            due_at: null | string;
            segments: components["schemas"]["SegmentResponse"][];
            target: components["schemas"]["SlaTarget"];
            within: string;
        };
        PreviewTextModuleRequest: {
            language?: null | string;
        };
        /** @enum {string} */
        Priority: "low" | "medium" | "high" | "urgent";
        Problem: {
            code: string;
            comments?: components["schemas"]["CommentListResponse"];
            detail: string;
            draft?: components["schemas"]["DraftResponse"] | components["schemas"]["NewTicketDraftResponse"];
            error?: string;
            error_description?: string;
            errors?: {
                code: string;
                detail: string;
                pointer: string;
            }[];
            status: number;
            title: string;
            trace_id: string;
            /** Format: uri */
            type: string;
        };
        ProblemListResponse: {
            items: components["schemas"]["ProblemResponse"][];
        };
        ProblemResponse: {
            code: string;
            means: components["schemas"]["ProblemText"];
            /** Format: int32 */
            status: number;
            title: components["schemas"]["ProblemText"];
        };
        ProblemText: {
            de: string;
            en: string;
        };
        ProofRequest: {
            code?: null | string;
            password?: null | string;
        };
        /** @enum {string} */
        ProviderAccess: "allowed" | "on_request" | "never";
        ProviderGrantListResponse: {
            items: components["schemas"]["ProviderGrantResponse"][];
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
        };
        ProviderGrantResponse: {
            /** Format: uuid */
            decided_by: null | string;
            /** Format: date-time */
            ends_at: null | string;
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            minutes: number;
            /** Format: uuid */
            operator: string;
            operator_name: null | string;
            reason: string;
            /** Format: date-time */
            requested_at: string;
            status: components["schemas"]["ProviderGrantStatus"];
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        ProviderGrantStatus: "requested" | "active" | "denied" | "revoked" | "ended";
        PushKeyResponse: {
            public_key: string;
        };
        PushSubscriptionListResponse: {
            items: components["schemas"]["PushSubscriptionResponse"][];
        };
        PushSubscriptionRequest: {
            auth: string;
            endpoint: string;
            name: string;
            p256dh: string;
        };
        PushSubscriptionResponse: {
            /** Format: date-time */
            created_at: string;
            current: boolean;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            renewed_at: string;
        };
        PutFlagRequest: {
            cms_versions?: null | string;
            default_variant?: null | string;
            description?: null | string;
            enabled?: unknown;
            entitlement?: null | string;
            /** Format: date-time */
            expires_at?: null | string;
            four_eyes?: null | boolean;
            kind?: null | components["schemas"]["FlagKind"];
            overridable?: null | boolean;
            /** Format: uuid */
            owner?: null | string;
            reason?: null | string;
            requires?: null | string[];
            safe_variant?: null | string;
            salt?: null | string;
            server_only?: null | boolean;
            strategies?: null | components["schemas"]["FlagStrategyBody"][];
            variants?: null | Record<string, never>;
        };
        QueueBody: {
            archived?: null | boolean;
            key?: null | string;
            name: null | components["schemas"]["NamesBody"];
            /** Format: int32 */
            position?: null | number;
            team?: null | string;
        };
        QueueListResponse: {
            items: components["schemas"]["QueueResponse"][];
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
        };
        QueueResponse: {
            archived: boolean;
            key: string;
            name: components["schemas"]["NamesResponse"];
            /** Format: int32 */
            position: number;
            team: null | string;
            /** Format: int32 */
            version: number;
        };
        QuietHoursBody: {
            calendar?: null | boolean;
            from?: null | string;
            to?: null | string;
            urgent_breaches_pass?: null | boolean;
        };
        RateBody: {
            /** Format: int64 */
            amount_minor: number;
            currency: string;
            valid_from: string;
            valid_to?: null | string;
        };
        RatesResponse: {
            items: components["schemas"]["RateBody"][];
            /** Format: uuid */
            user: string;
            /** Format: int32 */
            version: number;
        };
        RatingRequest: {
            comment?: null | string;
            /** Format: int32 */
            rating: number;
        };
        ReadableTextResponse: {
            key: components["schemas"]["TenantTextKey"];
            languages: string[];
        };
        RecipientResponse: {
            /** Format: uuid */
            account: string;
            /** Format: date-time */
            at: null | string;
            channel: components["schemas"]["TellChannel"];
            email: string;
            language: string;
            name: string;
            reason: null | components["schemas"]["NotTold"];
            reason_text: null | string;
            told: boolean;
        };
        RecipientsResponse: {
            items: components["schemas"]["RecipientResponse"][];
            kind: null | components["schemas"]["NotificationKind"];
            nobody: null | components["schemas"]["NobodyTold"];
        };
        RecordTimeRequest: {
            billable?: null | boolean;
            /** Format: int32 */
            minutes: number;
            note?: null | string;
            /** Format: uuid */
            user?: null | string;
            worked_on?: null | string;
        };
        RecoveryCodesResponse: {
            recovery_codes: string[];
        };
        RedirectUrisDocument: {
            post_logout_redirect_uris?: null | string[];
            redirect_uris: string[];
        };
        RefreshRequest: {
            refresh_token: string;
        };
        RegisterDomainRequest: {
            host: string;
        };
        RegisterRequest: {
            email: string;
            language?: null | string;
            name: string;
        };
        /** @enum {string} */
        RegistrationMode: "open" | "by_domain" | "closed";
        RenamePasskeyRequest: {
            name: string;
        };
        ReopenRateFigures: {
            /** Format: int32 */
            late_reopenings: number;
            /** Format: double */
            rate: null | number;
            /** Format: int32 */
            reopened: number;
            /** Format: int32 */
            resolutions: number;
        };
        ReopenRateItem: {
            figures: components["schemas"]["ReopenRateFigures"];
            key: null | string;
            preliminary: boolean;
            rest: boolean;
        };
        ReopenRateReport: {
            /** Format: date-time */
            from: string;
            gaps: components["schemas"]["ReportGapsResponse"];
            group_by: null | components["schemas"]["ReportGrouping"];
            items: components["schemas"]["ReopenRateItem"][];
            overall: components["schemas"]["ReopenRateFigures"];
            preliminary: boolean;
            /** Format: date-time */
            to: string;
        };
        ReopenTicketRequest: {
            reason?: null | string;
        };
        ReorderBody: {
            ids?: null | string[];
        };
        ReplaceTemplateRequest: {
            content: null | components["schemas"]["TemplateContent"];
            name: string;
        };
        ReplaceTicketRequest: {
            assignee?: null | string;
            category?: null | string;
            description: string;
            priority?: null | components["schemas"]["Priority"];
            queue?: null | string;
            resolution_text?: null | string;
            status?: null | components["schemas"]["TicketStatus"];
            subject: string;
            team?: null | string;
        };
        ReplaceUserRequest: {
            external_id?: null | string;
            group?: null | string;
            hand_over_team?: null | string;
            /** Format: uuid */
            hand_over_to?: null | string;
            language: string;
            name: string;
            role: null | components["schemas"]["Role"];
            status: null | components["schemas"]["MembershipStatus"];
            time_zone?: null | string;
        };
        ReportGapsResponse: {
            /** Format: int32 */
            left_out: number;
            /** Format: int32 */
            unjudged: number;
        };
        /** @enum {string} */
        ReportGrouping: "priority" | "category" | "queue" | "team" | "month" | "assignee";
        RequestProviderAccessRequest: {
            /** Format: int32 */
            minutes?: null | number;
            reason: string;
        };
        ResponseTimesFigures: {
            first_response: components["schemas"]["TimeFiguresResponse"];
            first_response_clock: components["schemas"]["TimeFiguresResponse"];
            resolution: components["schemas"]["TimeFiguresResponse"];
            resolution_clock: components["schemas"]["TimeFiguresResponse"];
            /** Format: int32 */
            unanswered: number;
        };
        ResponseTimesItem: {
            figures: components["schemas"]["ResponseTimesFigures"];
            key: null | string;
            preliminary: boolean;
            rest: boolean;
        };
        ResponseTimesReport: {
            /** Format: date-time */
            from: string;
            gaps: components["schemas"]["ReportGapsResponse"];
            group_by: null | components["schemas"]["ReportGrouping"];
            items: components["schemas"]["ResponseTimesItem"][];
            overall: components["schemas"]["ResponseTimesFigures"];
            preliminary: boolean;
            /** Format: date-time */
            to: string;
        };
        RestoreFlagRequest: {
            reason?: null | string;
            /** Format: int32 */
            version: number;
        };
        RetentionDocument: {
            /** Format: int32 */
            audit_months?: number;
            /** Format: int32 */
            closed_ticket_months?: number;
        };
        /** @enum {string} */
        Role: "customer" | "agent" | "manager" | "admin" | "operator";
        RotateWebhookSecretRequest: {
            /** Format: int32 */
            overlap_hours?: null | number;
        };
        SatisfactionFigures: {
            /** Format: double */
            answered: null | number;
            /** Format: double */
            average: null | number;
            /** Format: int32 */
            closings: number;
            /** Format: int32 */
            ratings: number;
            scores: number[];
        };
        SatisfactionItem: {
            figures: components["schemas"]["SatisfactionFigures"];
            key: null | string;
            preliminary: boolean;
            rest: boolean;
        };
        SatisfactionReport: {
            /** Format: date-time */
            from: string;
            gaps: components["schemas"]["ReportGapsResponse"];
            group_by: null | components["schemas"]["ReportGrouping"];
            items: components["schemas"]["SatisfactionItem"][];
            overall: components["schemas"]["SatisfactionFigures"];
            preliminary: boolean;
            /** Format: date-time */
            to: string;
        };
        SatisfactionResponse: {
            can_rate: boolean;
            /** Format: date-time */
            changeable_until: null | string;
            /** Format: date-time */
            changed_at: null | string;
            /** Format: int32 */
            closing: number;
            comment: null | string;
            /** Format: date-time */
            given_at: null | string;
            number: string;
            /** Format: int32 */
            rating: null | number;
        };
        SaveDraftRequest: {
            attachments?: null | string[];
            body?: null | string;
            shared?: null | boolean;
            status?: null | components["schemas"]["TicketStatus"];
        };
        SaveNewTicketDraftRequest: {
            assignee?: null | string;
            attachments?: null | string[];
            category?: null | string;
            description?: null | string;
            priority?: null | components["schemas"]["Priority"];
            queue?: null | string;
            requester?: null | string;
            requester_email?: null | string;
            requester_name?: null | string;
            subject?: null | string;
            team?: null | string;
        };
        /** @enum {string} */
        ScanState: "pending" | "clean" | "infected" | "unchecked";
        ScheduledAnswerResponse: {
            /** Format: int32 */
            attachment_count: number;
            /** Format: uuid */
            author: string;
            body: string;
            customer_wrote: boolean;
            held_because: null | components["schemas"]["HeldBecause"];
            html: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            send_at: string;
            state: components["schemas"]["ScheduledState"];
            /** Format: uuid */
            ticket: string;
            /** Format: date-time */
            written_at: string;
        };
        ScheduledListResponse: {
            items: components["schemas"]["ScheduledAnswerResponse"][];
        };
        /** @enum {string} */
        ScheduledState: "scheduled" | "held_back";
        SearchFacetsResponse: {
            assignee: {
                [key: string]: number;
            };
            category: {
                [key: string]: number;
            };
            priority: {
                [key: string]: number;
            };
            queue: null | {
                [key: string]: number;
            };
            status: {
                [key: string]: number;
            };
            tag: null | {
                [key: string]: number;
            };
            team: null | {
                [key: string]: number;
            };
        };
        SearchItemResponse: {
            /** Format: uuid */
            id: string;
            number: null | string;
            reasons: components["schemas"]["SearchReason"][];
            snippet: string;
            tenant?: null | string;
            tenant_name?: null | string;
            title: string;
            type: components["schemas"]["SearchType"];
        };
        /** @enum {string} */
        SearchReason: "number" | "subject" | "description" | "comment" | "file_name" | "tag" | "requester" | "name" | "email";
        SearchResponse: {
            degraded: boolean;
            facets: components["schemas"]["SearchFacetsResponse"];
            items: components["schemas"]["SearchItemResponse"][];
            next_cursor: null | string;
            suggestion: null | string;
            /** Format: int32 */
            total: number;
        };
        /** @enum {string} */
        SearchType: "ticket" | "person";
        /** @enum {string} */
        SecondFactorPolicy: "optional" | "staff_required";
        SecondFactorResponse: {
            secret: string;
            uri: string;
        };
        /** @enum {string} */
        SegmentReason: "running" | "paused" | "outside_hours" | "holiday" | "closure" | "resolved" | "withdrawn" | "no_target";
        SegmentResponse: {
            counts: boolean;
            /** Format: date-time */
            from: string;
            note: null | string;
            reason: components["schemas"]["SegmentReason"];
            /** Format: date-time */
            to: string;
        };
        ServedTenantResponse: {
            name: string;
            role: components["schemas"]["Role"];
            slug: string;
        };
        ServeTenantRequest: {
            email: string;
            role: null | components["schemas"]["Role"];
        };
        /** @enum {string} */
        SessionKind: "token" | "cookie";
        SessionListResponse: {
            items: components["schemas"]["SessionResponse"][];
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
        };
        SessionResponse: {
            address: null | string;
            agent: null | string;
            /** Format: date-time */
            created_at: string;
            current: boolean;
            /** Format: date-time */
            expires_at: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["SessionKind"];
            /** Format: date-time */
            last_used_at: string;
        };
        SetPasswordRequest: {
            password: string;
            token: string;
        };
        SettingsDocument: {
            after_resolution?: null | components["schemas"]["AfterResolution"];
            attachments?: null | components["schemas"]["AttachmentsDocument"];
            /** Format: int32 */
            auto_close_days?: null | number;
            branding?: null | components["schemas"]["BrandingDocument"];
            business?: null | components["schemas"]["BusinessDocument"];
            cms_version?: null | string;
            /** Format: int32 */
            follow_up_after_days?: null | number;
            /** Format: int64 */
            inhabitants?: null | number;
            languages: string[];
            per_person_reports?: null | boolean;
            provider_access?: null | components["schemas"]["ProviderAccess"];
            registration: null | components["schemas"]["RegistrationMode"];
            registration_domains?: null | string[];
            retention?: null | components["schemas"]["RetentionDocument"];
            second_factor?: null | components["schemas"]["SecondFactorPolicy"];
            state?: null | string;
            strict_categories?: null | boolean;
            zone: string;
        };
        SignedInResponse: {
            access_token?: null | string;
            anti_forgery_token?: null | string;
            /** Format: int32 */
            expires_in?: null | number;
            refresh_token?: null | string;
            /** Format: uuid */
            session_id?: null | string;
            token_type?: null | string;
        };
        SignInProviderResponse: {
            address: string;
            name: string;
        };
        SignInWaysResponse: {
            passkey: boolean;
            password: boolean;
            providers: components["schemas"]["SignInProviderResponse"][];
        };
        /** @enum {string} */
        SlaState: "on_track" | "warned" | "breached" | "met" | "paused";
        /** @enum {string} */
        SlaTarget: "first_response" | "next_response" | "resolution";
        SlaTargetResponse: {
            /** Format: uuid */
            calendar: null | string;
            calendar_name: string;
            /** Format: int32 */
            calendar_version: null | number;
            /** Format: int32 */
            cycle: number;
            /** Format: date-time */
            due_at: null | string;
            elapsed: string;
            /** Format: date-time */
            ended_at: null | string;
            is_paused: boolean;
            /** Format: uuid */
            policy: string;
            /** Format: int32 */
            policy_book: number;
            policy_name: string;
            /** Format: int32 */
            policy_revision: number;
            remaining: string;
            segments: components["schemas"]["SegmentResponse"][];
            /** Format: date-time */
            started_at: string;
            target: components["schemas"]["SlaTarget"];
            verdict: components["schemas"]["SlaVerdictWord"];
            why: string;
            within: string;
            zone_data: string;
        };
        /** @enum {string} */
        SlaVerdictWord: "on_track" | "warned" | "breached" | "paused" | "met" | "missed";
        SpecialDayBody: {
            from?: null | string;
            name?: null | string;
            to?: null | string;
            windows?: null | components["schemas"]["HoursBody"][];
        };
        StaleFlagResponse: {
            flag: components["schemas"]["FlagResponse"];
            reasons: components["schemas"]["Staleness"][];
        };
        StaleFlagsResponse: {
            items: components["schemas"]["StaleFlagResponse"][];
            /** Format: int32 */
            total: number;
        };
        /** @enum {string} */
        Staleness: "fully_on" | "fully_off" | "expired" | "killed" | "owner_gone";
        StatusResponse: {
            abilities: string[];
            account: null | components["schemas"]["AccountResponse"];
            anti_forgery_token: null | string;
            authenticated: boolean;
            must_enrol_second_factor?: boolean;
            registration: components["schemas"]["RegistrationMode"];
            role: null | components["schemas"]["Role"];
            tenants: components["schemas"]["ServedTenantResponse"][];
        };
        StepBody: {
            actions?: null | components["schemas"]["ActionBody"][];
            /** Format: int32 */
            at_basis_points?: null | number;
            from_due?: null | string;
            key?: null | string;
            target?: null | components["schemas"]["SlaTarget"];
        };
        /** Format: binary */
        Stream: string;
        SuggestedAssigneeResponse: {
            name: string;
            /** Format: int32 */
            open_tickets: number;
            /** Format: int32 */
            points: number;
            role: components["schemas"]["Role"];
            /** Format: uuid */
            user: string;
            why: components["schemas"]["SuggestionReasonResponse"][];
        };
        SuggestedAssigneesResponse: {
            items: components["schemas"]["SuggestedAssigneeResponse"][];
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
        };
        /** @enum {string} */
        SuggestionReasonCode: "category" | "tag" | "qualification" | "expired" | "workload" | "nothing_known";
        SuggestionReasonResponse: {
            about: null | string;
            /** Format: int32 */
            amount: null | number;
            code: components["schemas"]["SuggestionReasonCode"];
            /** Format: int32 */
            points: number;
            words: components["schemas"]["SuggestionWords"];
        };
        SuggestionWords: {
            de: string;
            en: string;
        };
        SurfaceContrastResponse: {
            /** Format: double */
            contrast: number;
            surface: string;
        };
        SuspendTenantRequest: {
            reason: string;
        };
        TargetBody: {
            /** Format: uuid */
            calendar?: null | string;
            priority?: null | components["schemas"]["Priority"];
            target?: null | components["schemas"]["SlaTarget"];
            within?: null | string;
        };
        TeamBody: {
            archived?: null | boolean;
            email?: null | string;
            key?: null | string;
            members?: null | string[];
            name: null | components["schemas"]["NamesBody"];
            /** Format: int32 */
            position?: null | number;
        };
        TeamListResponse: {
            items: components["schemas"]["TeamResponse"][];
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
        };
        TeamResponse: {
            archived: boolean;
            email: null | string;
            key: string;
            members: string[];
            name: components["schemas"]["NamesResponse"];
            /** Format: int32 */
            position: number;
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        TellChannel: "notification" | "mail";
        TemplateCalendar: {
            calendar?: null | components["schemas"]["CalendarBody"];
            /** Format: uuid */
            id?: null | string;
        };
        TemplateContent: {
            calendars?: null | components["schemas"]["TemplateCalendar"][];
            categories?: null | components["schemas"]["CategoryBody"][];
            flags?: null | Record<string, never>;
            policies?: null | components["schemas"]["PolicyBody"][];
            queues?: null | components["schemas"]["QueueBody"][];
            settings?: null | components["schemas"]["SettingsDocument"];
            standard_policy?: null | components["schemas"]["PolicyBody"];
            teams?: null | components["schemas"]["TeamBody"][];
        };
        TemplateListResponse: {
            items: components["schemas"]["TemplateResponse"][];
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
        };
        TemplateResponse: {
            content: components["schemas"]["TemplateContent"];
            key: string;
            name: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        TenantAttribute: "state" | "size" | "cms_version" | "plan";
        /** @enum {string} */
        TenantConcern: "licence_expired" | "no_admin" | "licence_in_grace" | "tickets_overdue" | "seats_taken" | "seats_short";
        TenantDeletionResponse: {
            reason: string;
            /** Format: date-time */
            requested_at: string;
            /** Format: uuid */
            requested_by: null | string;
        };
        TenantListResponse: {
            items: components["schemas"]["TenantOverviewResponse"][];
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
        };
        TenantOverviewResponse: {
            concerns: components["schemas"]["TenantConcern"][];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            erase_at: null | string;
            /** Format: uuid */
            id: string;
            licence_state: components["schemas"]["LicenceState"];
            /** Format: int32 */
            members: number;
            name: string;
            /** Format: int32 */
            open_tickets: number;
            /** Format: int32 */
            overdue_tickets: number;
            plan: string;
            /** Format: int32 */
            seats: number;
            /** Format: int32 */
            seats_used: number;
            slug: string;
            status: components["schemas"]["TenantStatus"];
            /** Format: int32 */
            version: number;
        };
        TenantResponse: {
            /** Format: date-time */
            created_at: string;
            deletion: null | components["schemas"]["TenantDeletionResponse"];
            /** Format: date-time */
            erase_at: null | string;
            /** Format: uuid */
            id: string;
            name: string;
            number_prefix: string;
            slug: string;
            status: components["schemas"]["TenantStatus"];
            suspended_reason: null | string;
            /** Format: date-time */
            updated_at: string;
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        TenantStatus: "active" | "suspended" | "deleted";
        TenantTextItemResponse: {
            is_written: boolean;
            key: components["schemas"]["TenantTextKey"];
            language: string;
        };
        /** @enum {string} */
        TenantTextKey: "accessibility" | "privacy" | "imprint" | "easy_language" | "sign_language" | "help";
        TenantTextListResponse: {
            items: components["schemas"]["TenantTextItemResponse"][];
        };
        TenantTextRequest: {
            link?: null | string;
            reviewed_on?: null | string;
            text: string;
        };
        TenantTextResponse: {
            is_default: boolean;
            key: components["schemas"]["TenantTextKey"];
            language: string;
            link: null | string;
            review_due_on: null | string;
            reviewed_on: null | string;
            text: null | string;
            /** Format: date-time */
            updated_at: null | string;
            /** Format: int32 */
            version: number;
        };
        TextModuleListResponse: {
            items: components["schemas"]["TextModuleResponse"][];
        };
        TextModulePreviewResponse: {
            language: string;
            missing: string[];
            text: string;
        };
        TextModuleRequest: {
            bodies: null | components["schemas"]["TextModuleWords"];
            categories?: null | string[];
            name: string;
            queues?: null | string[];
            shortcut: string;
            teams?: null | string[];
        };
        TextModuleResponse: {
            bodies: components["schemas"]["TextModuleWords"];
            categories: string[];
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            name: string;
            queues: string[];
            shortcut: string;
            teams: string[];
            /** Format: date-time */
            updated_at: string;
            /** Format: int32 */
            version: number;
        };
        TextModuleWords: {
            de?: null | string;
            en?: null | string;
        };
        ThemeColoursResponse: {
            accent: string;
            accent_on_surfaces: components["schemas"]["SurfaceContrastResponse"][];
            on_accent: string;
            /** Format: double */
            on_accent_contrast: number;
        };
        ThemePreviewResponse: {
            brand: string;
            dark: components["schemas"]["ThemeColoursResponse"];
            light: components["schemas"]["ThemeColoursResponse"];
        };
        ThemeResponse: {
            address: string;
            colour: string;
        };
        TicketAbilitiesResponse: {
            assign?: null | components["schemas"]["AbilityResponse"];
            attach?: null | components["schemas"]["AbilityResponse"];
            change_category?: null | components["schemas"]["AbilityResponse"];
            change_priority?: null | components["schemas"]["AbilityResponse"];
            change_queue?: null | components["schemas"]["AbilityResponse"];
            change_status?: null | components["schemas"]["AbilityResponse"];
            change_text?: null | components["schemas"]["AbilityResponse"];
            close?: null | components["schemas"]["AbilityResponse"];
            confirm?: null | components["schemas"]["AbilityResponse"];
            decline_reopening?: null | components["schemas"]["AbilityResponse"];
            delete?: null | components["schemas"]["AbilityResponse"];
            link?: null | components["schemas"]["AbilityResponse"];
            log_time?: null | components["schemas"]["AbilityResponse"];
            merge?: null | components["schemas"]["AbilityResponse"];
            mute?: null | components["schemas"]["AbilityResponse"];
            note?: null | components["schemas"]["AbilityResponse"];
            rate?: null | components["schemas"]["AbilityResponse"];
            read_sla?: null | components["schemas"]["AbilityResponse"];
            reevaluate?: null | components["schemas"]["AbilityResponse"];
            reopen?: null | components["schemas"]["AbilityResponse"];
            reply?: null | components["schemas"]["AbilityResponse"];
            tag?: null | components["schemas"]["AbilityResponse"];
            take?: null | components["schemas"]["AbilityResponse"];
            unmerge?: null | components["schemas"]["AbilityResponse"];
        };
        TicketCostResponse: {
            /** Format: int32 */
            billable_minutes: number;
            items: components["schemas"]["CostLineResponse"][];
            /** Format: int32 */
            minutes: number;
            /** Format: int32 */
            minutes_without_rate: number;
            totals: components["schemas"]["CostTotalResponse"][];
        };
        TicketFacetResponse: {
            /** Format: int32 */
            count: number;
            name: null | string;
            value: string;
        };
        TicketFacetsResponse: {
            assignee: components["schemas"]["TicketFacetResponse"][];
            category: components["schemas"]["TicketFacetResponse"][];
            partial: boolean;
            priority: components["schemas"]["TicketFacetResponse"][];
            queue?: null | components["schemas"]["TicketFacetResponse"][];
            sla_state?: null | components["schemas"]["TicketFacetResponse"][];
            status: components["schemas"]["TicketFacetResponse"][];
            tag?: null | components["schemas"]["TicketFacetResponse"][];
            team?: null | components["schemas"]["TicketFacetResponse"][];
            tenant?: null | components["schemas"]["TicketFacetResponse"][];
        };
        TicketFileForm: {
            file: components["schemas"]["IFormFile"];
            visibility?: null | components["schemas"]["Visibility"];
        };
        TicketItemResponse: {
            /** Format: uuid */
            assignee: null | string;
            assignee_name: null | string;
            category: null | string;
            /** Format: date-time */
            closed_at: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            due_at: null | string;
            due_target: null | string;
            /** Format: uuid */
            id: string;
            last_comment: null | components["schemas"]["LastCommentResponse"];
            merged_into: null | components["schemas"]["MergeResponse"];
            number: string;
            priority: components["schemas"]["Priority"];
            queue?: null | string;
            /** Format: date-time */
            reopen_requested_at: null | string;
            /** Format: uuid */
            requester: string;
            requester_name: null | string;
            sla_state: null | string;
            status: components["schemas"]["TicketStatus"];
            subject: string;
            tags?: null | string[];
            team?: null | string;
            tenant?: null | string;
            tenant_name?: null | string;
            unread: boolean;
            /** Format: date-time */
            updated_at: string;
            /** Format: int32 */
            version: number;
        };
        TicketListResponse: {
            gone?: null | components["schemas"]["GoneTicketResponse"][];
            items: components["schemas"]["TicketItemResponse"][];
            next_cursor: null | string;
            tenants?: null | string[];
            /** Format: int32 */
            total: number;
            total_is_more: boolean;
        };
        TicketMuteResponse: {
            muted: boolean;
            /** Format: uuid */
            ticket: string;
        };
        TicketPersonResponse: {
            /** Format: uuid */
            id: string;
            left: boolean;
            name: null | string;
        };
        TicketRatingResponse: {
            /** Format: date-time */
            changed_at: string;
            /** Format: int32 */
            closing: number;
            comment: null | string;
            /** Format: date-time */
            given_at: string;
            /** Format: int32 */
            rating: number;
        };
        TicketReadRequest: {
            /** Format: int32 */
            version?: null | number;
        };
        TicketReadResponse: {
            /** Format: uuid */
            ticket: string;
            unread: boolean;
            /** Format: int32 */
            version: number;
        };
        TicketReferenceResponse: {
            number: string;
            /** Format: uuid */
            ticket: string;
        };
        TicketResponse: {
            abilities: components["schemas"]["TicketAbilitiesResponse"];
            /** Format: uuid */
            assignee: null | string;
            /** Format: int32 */
            attachment_count: number;
            attachments?: null | components["schemas"]["AttachmentResponse"][];
            category: null | string;
            channel: string;
            /** Format: date-time */
            closed_at: null | string;
            /** Format: int32 */
            comment_count: number;
            comments?: null | components["schemas"]["CommentListResponse"];
            /** Format: date-time */
            confirmed_at: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            created_by: null | string;
            description: string;
            /** Format: date-time */
            due_at: null | string;
            follow_up_of: null | components["schemas"]["TicketReferenceResponse"];
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            internal_comment_count?: null | number;
            links?: null | components["schemas"]["LinkResponse"][];
            merged_from?: null | components["schemas"]["MergeResponse"][];
            merged_into: null | components["schemas"]["MergeResponse"];
            muted?: null | boolean;
            number: string;
            people?: null | components["schemas"]["TicketPersonResponse"][];
            priority: components["schemas"]["Priority"];
            queue?: null | string;
            /** Format: date-time */
            reopen_requested_at: null | string;
            /** Format: uuid */
            requester: string;
            resolution_text: null | string;
            /** Format: date-time */
            resolved_at: null | string;
            satisfaction: null | components["schemas"]["TicketRatingResponse"];
            scheduled?: null | components["schemas"]["ScheduledAnswerResponse"][];
            sla_state: null | string;
            status: components["schemas"]["TicketStatus"];
            subject: string;
            tags?: null | string[];
            team?: null | string;
            unread?: null | boolean;
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            updated_by?: null | string;
            /** Format: int32 */
            version: number;
        };
        TicketSlaResponse: {
            /** Format: date-time */
            awaits_mail_since: null | string;
            /** Format: date-time */
            due_at: null | string;
            sla_state: null | components["schemas"]["SlaState"];
            targets: components["schemas"]["SlaTargetResponse"][];
        };
        /** @enum {string} */
        TicketStatus: "open" | "in_progress" | "waiting_on_customer" | "resolved" | "closed";
        TicketWordDocument: {
            de: null | components["schemas"]["GermanWordDocument"];
            en: null | components["schemas"]["EnglishWordDocument"];
        };
        TimeEntryListResponse: {
            items: components["schemas"]["TimeEntryResponse"][];
            /** Format: int32 */
            minutes: number;
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
        };
        TimeEntryResponse: {
            billable: boolean;
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            minutes: number;
            note: null | string;
            /** Format: uuid */
            user: string;
            /** Format: int32 */
            version: number;
            worked_on: string;
        };
        TimeFiguresResponse: {
            /** Format: int32 */
            count: number;
            /** Format: int64 */
            median_seconds: null | number;
            /** Format: int64 */
            p90_seconds: null | number;
        };
        TimelineItemResponse: {
            /** Format: uuid */
            actor: null | string;
            actor_name: null | string;
            /** Format: date-time */
            at: string;
            kind: string;
            words: components["schemas"]["TimelineWords"];
        };
        TimelineResponse: {
            items: components["schemas"]["TimelineItemResponse"][];
            next_cursor: null | string;
            /** Format: int32 */
            total: number;
        };
        TimelineWords: {
            de: string;
            en: string;
        };
        TokenForm: {
            client_id?: null | string;
            client_secret?: null | string;
            code?: null | string;
            code_verifier?: null | string;
            grant_type?: null | string;
            redirect_uri?: null | string;
            refresh_token?: null | string;
            scope?: null | string;
        };
        TokenRequest: {
            token: string;
        };
        TokensResponse: {
            access_token: string;
            /** Format: int32 */
            expires_in: number;
            refresh_token: string;
            token_type: string;
        };
        TokenToLookAtForm: {
            client_id?: null | string;
            client_secret?: null | string;
            token?: null | string;
            token_type_hint?: null | string;
        };
        UploadResponse: {
            checksum: string;
            content_type: string;
            /** Format: date-time */
            expires_at: string;
            file_name: string;
            scan: components["schemas"]["ScanState"];
            /** Format: int64 */
            size: number;
            token: string;
        };
        UploadSessionRequest: {
            checksum?: null | string;
            file_name: string;
            /** Format: int64 */
            size: number;
        };
        UploadSessionResponse: {
            /** Format: date-time */
            expires_at: string;
            file_name: string;
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            least_part: number;
            /** Format: int32 */
            most_part: number;
            /** Format: int64 */
            received: number;
            /** Format: int64 */
            size: number;
            upload: null | components["schemas"]["UploadResponse"];
        };
        UserInfoForm: Record<string, never>;
        UserInfoResponse: {
            email?: null | string;
            email_verified?: null | boolean;
            locale?: null | string;
            name?: null | string;
            /** Format: uuid */
            sub: string;
        };
        UserListResponse: {
            items: components["schemas"]["UserResponse"][];
            next_cursor: null | string;
            /** Format: int64 */
            total: number;
        };
        UserResponse: {
            abilities: string[];
            /** Format: date-time */
            created_at: string;
            email: string;
            external_id: null | string;
            group: null | string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            invitation_expires_at: null | string;
            is_service_staff: boolean;
            language: string;
            name: string;
            role: components["schemas"]["Role"];
            status: components["schemas"]["MembershipStatus"];
            time_zone: null | string;
            /** Format: date-time */
            updated_at: string;
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        ViewColumn: "tenant" | "number" | "subject" | "status" | "priority" | "category" | "queue" | "team" | "tags" | "requester" | "assignee" | "due_at" | "sla_state" | "created_at" | "updated_at" | "last_comment" | "presence";
        ViewCountResponse: {
            /** Format: int32 */
            count: number;
            count_is_more: boolean;
            key: string;
        };
        ViewCountsResponse: {
            items: components["schemas"]["ViewCountResponse"][];
        };
        /** @enum {string} */
        ViewDensity: "comfortable" | "compact";
        ViewListResponse: {
            items: components["schemas"]["ViewResponse"][];
        };
        ViewOrderRequest: {
            keys: string[];
        };
        ViewOrderResponse: {
            keys: string[];
        };
        ViewPreferencesDocument: {
            after_sending?: null | components["schemas"]["AfterSending"];
            density?: null | components["schemas"]["ViewDensity"];
            keys?: null | {
                [key: string]: string;
            };
            letter_shortcuts?: null | boolean;
            theme?: null | components["schemas"]["ViewTheme"];
            tips_seen?: null | string[];
        };
        ViewRequest: {
            columns?: null | components["schemas"]["ViewColumn"][];
            filters?: null | string;
            name: string;
            shared_with?: null | components["schemas"]["ViewSharing"];
            sort?: null | string;
            teams?: null | string[];
        };
        ViewResponse: {
            built_in: boolean;
            can_change: boolean;
            columns: components["schemas"]["ViewColumn"][];
            filters: string;
            key: string;
            name: string;
            /** Format: uuid */
            owner: null | string;
            shared_with: components["schemas"]["ViewSharing"];
            sort: null | string;
            teams: string[];
            unlisted: string[];
            /** Format: int32 */
            version: number;
            words: components["schemas"]["TimelineWords"];
        };
        /** @enum {string} */
        ViewSharing: "me" | "teams" | "staff";
        /** @enum {string} */
        ViewTheme: "system" | "light" | "dark";
        /** @enum {string} */
        Visibility: "public" | "internal";
        WebhookDeliveryListResponse: {
            items: components["schemas"]["WebhookDeliveryResponse"][];
            next_cursor: null | string;
        };
        WebhookDeliveryResponse: {
            /** Format: int32 */
            attempts: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            delivered_at: null | string;
            event: string;
            /** Format: uuid */
            id: string;
            last_error: null | components["schemas"]["DeliveryFault"];
            /** Format: int32 */
            last_status: null | number;
            /** Format: date-time */
            last_try_at: null | string;
            message_id: string;
            /** Format: date-time */
            next_try_at: null | string;
            state: components["schemas"]["DeliveryState"];
            /** Format: uuid */
            ticket: null | string;
            /** Format: int32 */
            ticket_version: null | number;
        };
        WebhookListResponse: {
            items: components["schemas"]["WebhookResponse"][];
        };
        WebhookRequest: {
            active?: null | boolean;
            events: string[];
            includes_internal?: null | boolean;
            name?: null | string;
            url: string;
        };
        WebhookResponse: {
            active: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            created_by: null | string;
            events: string[];
            /** Format: uuid */
            id: string;
            includes_internal: boolean;
            name: null | string;
            /** Format: date-time */
            previous_secret_until: null | string;
            stopped_because: null | components["schemas"]["WebhookStop"];
            /** Format: date-time */
            updated_at: string;
            url: string;
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        WebhookStop: "gone" | "failing";
        WebhookWithSecretResponse: {
            /** Format: uuid */
            id: string;
            secret: string;
            webhook: components["schemas"]["WebhookResponse"];
        };
        WebManifestResponse: {
            background_color: null | string;
            dir: null | string;
            display: null | string;
            icons: components["schemas"]["ManifestIcon"][];
            id: null | string;
            lang: string;
            name: string;
            scope: null | string;
            short_name: string;
            shortcuts: components["schemas"]["ManifestShortcut"][];
            start_url: null | string;
            theme_color: string;
        };
        /** @enum {string} */
        Weekday: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
        WholeDeliveryResponse: {
            body: components["schemas"]["JsonElement"];
            delivery: components["schemas"]["WebhookDeliveryResponse"];
        };
        WindowBody: {
            days?: null | components["schemas"]["Weekday"][];
            from?: null | string;
            to?: null | string;
        };
        WithdrawCommentRequest: {
            reason?: null | string;
        };
    };
    responses: {
        "400.bad-request.body-required.invalid-grant.invalid-request.invalid-scope.malformed-json.unauthorized-client.unsupported-grant-type": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "400.bad-request.body-required.invalid-idempotency-key.invalid-if-match.invalid-if-none-match.malformed-json": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "400.bad-request.body-required.invalid-idempotency-key.invalid-if-match.malformed-json": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "400.bad-request.body-required.invalid-idempotency-key.malformed-json": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "400.bad-request.body-required.invalid-idempotency-key.malformed-json.repeated-parameter": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "400.bad-request.body-required.invalid-if-match.malformed-json": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "400.bad-request.body-required.invalid-request.malformed-json": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "400.bad-request.body-required.invalid-request.malformed-json.unauthorized-client": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "400.bad-request.body-required.malformed-json": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "400.bad-request.body-required.malformed-json.repeated-parameter": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "400.bad-request.body-required.malformed-json.upload-part-size": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "400.invalid-cursor.repeated-parameter": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "400.invalid-idempotency-key": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "400.invalid-idempotency-key.invalid-if-match": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "400.invalid-idempotency-key.invalid-if-match.repeated-parameter": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "400.invalid-idempotency-key.repeated-parameter": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "400.invalid-if-match": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "400.invalid-request": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "400.repeated-parameter": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "401.invalid-client": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "401.invalid-credentials.second-factor-invalid.second-factor-required": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "401.invalid-refresh-token": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "401.invalid-token": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "401.invalid-token.not-signed-in": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "401.invalid-token.not-signed-in.passkey-invalid": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "401.invalid-token.not-signed-in.second-factor-invalid": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "401.passkey-invalid": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.admin-only.anti-forgery-token-invalid.cross-site-request.licence-expired.person-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.admin-only.anti-forgery-token-invalid.cross-site-request.licence-expired.provider-access-required.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.admin-only.anti-forgery-token-invalid.cross-site-request.licence-expired.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.admin-only.anti-forgery-token-invalid.cross-site-request.operator-only.person-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.admin-only.anti-forgery-token-invalid.cross-site-request.person-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.author-only.cross-site-request.licence-expired.provider-access-required.scope-missing.second-factor-enrolment-required.staff-only.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.author-only.cross-site-request.licence-expired.scope-missing.second-factor-enrolment-required.staff-only.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.flag-admin-only.four-eyes-same-person.licence-expired.operator-only.person-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.flag-admin-only.licence-expired.operator-only.person-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.flag-admin-only.operator-only.person-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.flags-of-others.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.operator-account.own-membership.provider-access-refused.provider-access-required.role-not-grantable.role-required.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.operator-account.person-required.provider-access-refused.provider-access-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.operator-account.role-not-grantable.role-required.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.own-membership.role-not-grantable.role-required.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.own-time-only.person-required.provider-access-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.own-time-only.person-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.person-required.proof-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.person-required.proof-required.role-required.second-factor-enrolment-required.tenant-suspended.wrong-password": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.person-required.provider-access-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.person-required.provider-access-required.second-factor-enrolment-required.staff-only.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.person-required.provider-access-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.person-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.person-required.second-factor-enrolment-required.staff-only.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.person-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.provider-access-required.requester-only.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.provider-access-required.role-required.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.provider-access-required.scope-missing.second-factor-enrolment-required.staff-only.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.provider-access-required.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.requester-only.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.role-not-grantable.role-required.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.role-required.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.scope-missing.second-factor-enrolment-required.staff-only.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.licence-expired.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.operator-only.person-required.provider-access-refused.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.operator-only.person-required.role-required.second-factor-enrolment-required.tenant-deletion-same-person.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.operator-only.person-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.person-required.provider-access-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.person-required.provider-access-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.person-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.person-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.person-required.second-factor-enrolment-required.tenant-suspended.wrong-password": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.person-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.person-required.tenant-suspended.wrong-password": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.provider-access-required.role-required.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.anti-forgery-token-invalid.cross-site-request.role-required.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.attachment-infected.attachment-not-scanned.attachment-unchecked.provider-access-required.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.attachment-infected.attachment-not-scanned.attachment-unchecked.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.cross-site-request.licence-expired.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.cross-site-request.membership-suspended.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.flag-admin-only.operator-only.role-required.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.licence-expired.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.operator-only.person-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.per-person-reports-off.person-required.provider-access-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.per-person-reports-off.person-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.person-required.provider-access-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.person-required.provider-access-required.second-factor-enrolment-required.staff-only.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.person-required.provider-access-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.person-required.role-not-grantable.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.person-required.role-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.person-required.second-factor-enrolment-required.staff-only.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.person-required.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.person-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.provider-access-required.role-required.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.provider-access-required.scope-missing.second-factor-enrolment-required.staff-only.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.provider-access-required.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.registration-closed.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.role-required.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.scope-missing.second-factor-enrolment-required.staff-only.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.scope-missing.second-factor-enrolment-required.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "403.tenant-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "404.no-own-mail-server.not-found.tenant-unknown": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "404.not-found": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "404.not-found.tenant-unknown": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "404.tenant-unknown": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "408.request-timeout": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.already-linked.contended.link-ring.links-contradict.too-many-links": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.already-member.contended.external-id-taken.seat-limit.tenant-has-admin": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.already-member.contended.seat-limit.tenant-has-admin": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.assignee-required.contended.ticket-already-closed.ticket-closed.ticket-merged.transition-not-allowed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.attachment-no-preview": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.attachment-quota.contended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.attachment-quota.contended.ticket-closed.ticket-merged.too-many-attachments": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.attachment-quota.contended.too-many-upload-sessions": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.attachment-quota.upload-part-out-of-order": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.attachment-remove-too-late.contended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.calendar-in-use.contended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.category-in-use.contended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.category-in-use.contended.default-policy-needed.flag-belongs-to-platform.key-taken.queue-in-use.slug-taken.team-in-use.too-many-entries.too-many-flags.too-many-policies": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.comment-withdraw-too-late.contended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.default-policy-needed.too-many-policies": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.domain-registered.too-many-domains": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.domain-taken.domain-unproven": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.email-taken": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.external-id-taken.invitation-open.last-admin.only-contact.profile-managed-elsewhere.seat-limit.tenant-has-admin": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.flag-already-killed.flag-archived": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.flag-archived.flag-belongs-to-platform.flag-change-pending.too-many-flags": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.flag-archived.flag-change-pending.flag-not-killed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.flag-archived.flag-change-pending.flag-required": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.flag-belongs-to-platform.flag-change-pending": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.flag-belongs-to-platform.flag-not-killed.flag-nothing-pending.flag-required": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.flag-nothing-pending": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.key-taken.too-many-entries": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.last-admin": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.link-ring.merge-cycle.ticket-closed.ticket-has-merged.ticket-merged.too-many-links.too-many-merged": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.newer-comment.ticket-closed.ticket-merged.too-many-scheduled": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.not-invited": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.not-linked": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.provider-access-over": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.queue-in-use": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.rating-final.ticket-not-closed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.reopen-not-requested.ticket-merged": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.shortcut-taken": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.shortcut-taken.too-many-text-modules": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.team-in-use": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.template-exists": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.tenant-deletion-not-requested": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.tenant-deletion-requested": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.tenant-not-active": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.tenant-not-deleted": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.tenant-not-suspended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.ticket-already-closed.ticket-already-confirmed.ticket-merged": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.ticket-already-closed.ticket-merged.transition-not-allowed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.ticket-closed.ticket-merged": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.ticket-closed.ticket-merged.too-many-attachments": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.ticket-has-merged": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.ticket-merged.ticket-not-resolved": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.ticket-not-merged": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.too-many-dkim-keys": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.too-many-tags": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.too-many-time-entries": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.too-many-views": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.contended.too-many-webhooks": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.delivery-underway.webhook-stopped": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.flag-archived.flag-belongs-to-platform.flag-change-pending.too-many-flags": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.link-ended.nothing-to-retry": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.no-enrolment.second-factor-on": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.no-second-factor": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.profile-managed-elsewhere": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.rating-final.ticket-not-closed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.second-factor-on": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.still-unreadable": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.too-many-devices": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.too-many-passkeys": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.too-many-programs": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "409.webhook-stopped": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "410.attachment-lost": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "410.delivery-emptied": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "410.invitation-accepted.link-replaced.link-void": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "410.link-replaced.link-void": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "410.rating-link-expired.rating-void": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "410.tenant-erased": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "412.flag-exists.stale-version": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "412.stale-version": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "413.attachment-too-large.too-large": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "413.too-large": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "415.unsupported-media-type": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "416.range-beyond-end": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "421.unknown-host": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "422.idempotency-key-reused.invalid-query": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "422.idempotency-key-reused.invalid.invalid-query": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "422.idempotency-key-reused.invalid.invalid-query.no-such-state": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "422.invalid-query": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "422.invalid.invalid-query": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "428.if-match-required": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "429.rate-limited": {
            headers: {
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "429.rate-limited.sign-in-busy.too-many-at-once": {
            headers: {
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "429.rate-limited.sign-in-busy.too-many-at-once.too-many-tries": {
            headers: {
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "429.rate-limited.too-many-at-once": {
            headers: {
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "429.rate-limited.too-many-at-once.too-many-streams": {
            headers: {
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "429.rate-limited.too-many-at-once.too-many-tries": {
            headers: {
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "500.internal-error": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "503.attachment-storage-full.attachment-storage-unavailable.engine-refuses.interrupted.overloaded.record-locked.state-unreadable.storage-unavailable.timeout": {
            headers: {
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "503.attachment-storage-unavailable.engine-refuses.interrupted.overloaded.record-locked.state-unreadable.storage-unavailable.timeout": {
            headers: {
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "503.clock.engine-refuses.starting.storage-unavailable": {
            headers: {
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "503.dns-unreachable.engine-refuses.interrupted.overloaded.record-locked.state-unreadable.storage-unavailable.timeout": {
            headers: {
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "503.engine-refuses.interrupted.overloaded.record-locked.state-unreadable.stopped-by-operator.storage-unavailable.timeout": {
            headers: {
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "503.engine-refuses.interrupted.overloaded.record-locked.state-unreadable.storage-unavailable.streams-full.timeout": {
            headers: {
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        "503.engine-refuses.interrupted.overloaded.record-locked.state-unreadable.storage-unavailable.timeout": {
            headers: {
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ReadSigningKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKeySet"];
                };
            };
        };
    };
    ReadOpenIdConfiguration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenIdConfiguration"];
                };
            };
        };
    };
    ReportBarrier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackResponse"];
                };
            };
        };
    };
    ListApiClients: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiClientListResponse"];
                };
            };
        };
    };
    CreateApiClient: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiClientRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiClientResponse"];
                };
            };
        };
    };
    RevokeApiClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReadRedirectUris: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedirectUrisDocument"];
                };
            };
        };
    };
    ReplaceRedirectUris: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedirectUrisDocument"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedirectUrisDocument"];
                };
            };
        };
    };
    ListApiKeys: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyListResponse"];
                };
            };
        };
    };
    CreateApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKeyResponse"];
                };
            };
        };
    };
    RevokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReadAppearance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppearanceResponse"];
                };
            };
        };
    };
    ReadLogo: {
        parameters: {
            query?: {
                v?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
        };
    };
    ReplaceLogo: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileForm"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogoResponse"];
                };
            };
        };
    };
    RemoveLogo: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PreviewTheme: {
        parameters: {
            query: {
                colour: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThemePreviewResponse"];
                };
            };
        };
    };
    ReadAppearanceSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppearanceDocument"];
                };
            };
        };
    };
    ReplaceAppearanceSettings: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppearanceDocument"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppearanceDocument"];
                };
            };
        };
    };
    ReadAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attachment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentResponse"];
                };
            };
        };
    };
    RemoveAttachment: {
        parameters: {
            query?: {
                reason?: string;
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                attachment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DownloadAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attachment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                    "application/pdf": string;
                    "application/rtf": string;
                    "application/zip": string;
                    "audio/mpeg": string;
                    "image/bmp": string;
                    "image/gif": string;
                    "image/jpeg": string;
                    "image/png": string;
                    "image/tiff": string;
                    "image/webp": string;
                    "text/plain": string;
                    "video/mp4": string;
                };
            };
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                    "application/pdf": string;
                    "application/rtf": string;
                    "application/zip": string;
                    "audio/mpeg": string;
                    "image/bmp": string;
                    "image/gif": string;
                    "image/jpeg": string;
                    "image/png": string;
                    "image/tiff": string;
                    "image/webp": string;
                    "text/plain": string;
                    "video/mp4": string;
                };
            };
        };
    };
    PreviewAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attachment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
        };
    };
    ListAudit: {
        parameters: {
            query?: {
                actor?: string;
                cursor?: string;
                from?: string;
                kind?: string;
                limit?: number;
                subject?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditListResponse"];
                };
            };
        };
    };
    ExportAuditAsCsv: {
        parameters: {
            query?: {
                actor?: string;
                from?: string;
                kind?: string;
                subject?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    ExportAuditAsJson: {
        parameters: {
            query?: {
                actor?: string;
                from?: string;
                kind?: string;
                subject?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryResponse"][];
                };
            };
        };
    };
    VerifyAudit: {
        parameters: {
            query?: {
                after?: string;
                head?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerificationResponse"];
                };
            };
        };
    };
    ConfirmEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    IntrospectToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenToLookAtForm"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntrospectionResponse"];
                };
            };
        };
    };
    AcceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInResponse"];
                };
            };
        };
    };
    SignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListPasskeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyListResponse"];
                };
            };
        };
    };
    AddPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPasskeyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyResponse"];
                };
            };
        };
    };
    RenamePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenamePasskeyRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyResponse"];
                };
            };
        };
    };
    RemovePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    BeginPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyQuestionResponse"];
                };
            };
        };
    };
    SignInWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInResponse"];
                };
            };
        };
    };
    BeginPasskeySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyQuestionResponse"];
                };
            };
        };
    };
    ChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    RequestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ResetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPasswordRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    RefreshTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensResponse"];
                };
            };
        };
    };
    Register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ConfirmRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    RevokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenToLookAtForm"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    BeginSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorResponse"];
                };
            };
        };
    };
    ConfirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesResponse"];
                };
            };
        };
    };
    DisableSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAndCodeRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    RenewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesResponse"];
                };
            };
        };
    };
    ListSessions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionListResponse"];
                };
            };
        };
    };
    EndSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReadStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusResponse"];
                };
            };
        };
    };
    IssueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenForm"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientTokenResponse"];
                };
            };
        };
    };
    ReadUserInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserInfoResponse"];
                };
            };
        };
    };
    ReadUserInfoByPost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["UserInfoForm"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserInfoResponse"];
                };
            };
        };
    };
    ListCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryListResponse"];
                };
            };
        };
    };
    AddCategory: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryResponse"];
                };
            };
        };
    };
    ReadCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryResponse"];
                };
            };
        };
    };
    ReplaceCategory: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryResponse"];
                };
            };
        };
    };
    RemoveCategory: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListDomains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainListResponse"];
                };
            };
        };
    };
    RegisterDomain: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterDomainRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainResponse"];
                };
            };
        };
    };
    ReadDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainResponse"];
                };
            };
        };
    };
    RemoveDomain: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    VerifyDomain: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainResponse"];
                };
            };
        };
    };
    ReadNewTicketDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewTicketDraftResponse"];
                };
            };
        };
    };
    SaveNewTicketDraft: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveNewTicketDraftRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewTicketDraftResponse"];
                };
            };
        };
    };
    DiscardNewTicketDraft: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListenToEvents: {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    ListFlags: {
        parameters: {
            query?: {
                archived?: "true" | "false";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagListResponse"];
                };
            };
        };
    };
    ReadFlag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagResponse"];
                };
            };
        };
    };
    PutFlag: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutFlagRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagResponse"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagResponse"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagResponse"];
                };
            };
        };
    };
    ArchiveFlag: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagResponse"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagResponse"];
                };
            };
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ApproveFlagChange: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnFlagRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagResponse"];
                };
            };
        };
    };
    ReadFlagHistory: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagHistoryResponse"];
                };
            };
        };
    };
    KillFlag: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnFlagRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagResponse"];
                };
            };
        };
    };
    PreviewFlag: {
        parameters: {
            query?: {
                environment?: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutFlagRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagPreviewResponse"];
                };
            };
        };
    };
    RejectFlagChange: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnFlagRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagResponse"];
                };
            };
        };
    };
    RestoreFlag: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreFlagRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagResponse"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagResponse"];
                };
            };
        };
    };
    ReviveFlag: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActOnFlagRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagResponse"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagResponse"];
                };
            };
        };
    };
    ListStaleFlags: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaleFlagsResponse"];
                };
            };
        };
    };
    ReadOwnLicence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceResponse"];
                };
            };
        };
    };
    ListBlockedAddresses: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedAddressListResponse"];
                };
            };
        };
    };
    ClearBlockedAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReadMailServer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailServerResponse"];
                };
            };
        };
    };
    ChooseMailServer: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailServerRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailServerResponse"];
                };
            };
        };
    };
    LeaveMailServer: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReadDkim: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DkimResponse"];
                };
            };
        };
    };
    AddDkimKey: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DkimKeyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DkimKeyResponse"];
                };
            };
        };
    };
    RemoveDkimKey: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                selector: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    TestMailServer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailTestRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTestResponse"];
                };
            };
        };
    };
    ListMailTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTemplateListResponse"];
                };
            };
        };
    };
    ReadMailTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                language: string;
                template: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTemplateResponse"];
                };
            };
        };
    };
    WriteMailTemplate: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                language: string;
                template: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailTemplateRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTemplateResponse"];
                };
            };
        };
    };
    ResetMailTemplate: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                language: string;
                template: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PreviewMailTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                language: string;
                template: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailTemplateRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailPreviewResponse"];
                };
            };
        };
    };
    PreviewMarkup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkupPreviewRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkupPreviewResponse"];
                };
            };
        };
    };
    ReadMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeResponse"];
                };
            };
        };
    };
    ChangeMe: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeResponse"];
                };
            };
        };
    };
    ChangeMyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeEmailRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReadMyPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewPreferencesDocument"];
                };
            };
        };
    };
    ReplaceMyPreferences: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewPreferencesDocument"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewPreferencesDocument"];
                };
            };
        };
    };
    ListNotifications: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                unread?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotifiedTicketListResponse"];
                };
            };
        };
    };
    ReadNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationResponse"];
                };
            };
        };
    };
    ListNotificationItems: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                unread?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationListResponse"];
                };
            };
        };
    };
    ReadNotificationPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
        };
    };
    ReplaceNotificationPreferences: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationPreferencesRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
        };
    };
    ReadAllNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReadNotificationsOfTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListOutbox: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: ("queued" | "sent" | "written" | "delayed" | "failed" | "dropped" | "waiting" | "held")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxResponse"];
                };
            };
        };
    };
    RetryMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListParkedItems: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedItemListResponse"];
                };
            };
        };
    };
    ReplayParkedItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListPresence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceListResponse"];
                };
            };
        };
    };
    ListOwnProviderAccess: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderGrantListResponse"];
                };
            };
        };
    };
    ApproveProviderAccess: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderGrantResponse"];
                };
            };
        };
    };
    DenyProviderAccess: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderGrantResponse"];
                };
            };
        };
    };
    RevokeProviderAccess: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderGrantResponse"];
                };
            };
        };
    };
    ReadPushKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushKeyResponse"];
                };
            };
        };
    };
    ListPushSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushSubscriptionListResponse"];
                };
            };
        };
    };
    SavePushSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushSubscriptionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushSubscriptionResponse"];
                };
            };
        };
    };
    ReadPushSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushSubscriptionResponse"];
                };
            };
        };
    };
    RemovePushSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueListResponse"];
                };
            };
        };
    };
    AddQueue: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueueBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueResponse"];
                };
            };
        };
    };
    ReadQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueResponse"];
                };
            };
        };
    };
    ReplaceQueue: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueueBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueResponse"];
                };
            };
        };
    };
    RemoveQueue: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReportBacklog: {
        parameters: {
            query?: {
                format?: "json" | "csv";
                from?: string;
                group_by?: "priority" | "category" | "queue" | "team" | "month" | "assignee";
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacklogReport"];
                    "text/csv": string;
                };
            };
        };
    };
    ReportCompliance: {
        parameters: {
            query?: {
                format?: "json" | "csv";
                from?: string;
                group_by?: "priority" | "category" | "queue" | "team" | "month" | "assignee";
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplianceReport"];
                    "text/csv": string;
                };
            };
        };
    };
    ReportReopenRate: {
        parameters: {
            query?: {
                format?: "json" | "csv";
                from?: string;
                group_by?: "priority" | "category" | "queue" | "team" | "month" | "assignee";
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReopenRateReport"];
                    "text/csv": string;
                };
            };
        };
    };
    ReportResponseTimes: {
        parameters: {
            query?: {
                format?: "json" | "csv";
                from?: string;
                group_by?: "priority" | "category" | "queue" | "team" | "month" | "assignee";
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseTimesReport"];
                    "text/csv": string;
                };
            };
        };
    };
    ReportSatisfaction: {
        parameters: {
            query?: {
                format?: "json" | "csv";
                from?: string;
                group_by?: "priority" | "category" | "queue" | "team" | "month" | "assignee";
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SatisfactionReport"];
                    "text/csv": string;
                };
            };
        };
    };
    ReadSatisfactionByLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SatisfactionResponse"];
                };
            };
        };
    };
    RateTicketByLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RatingRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SatisfactionResponse"];
                };
            };
        };
    };
    Search: {
        parameters: {
            query: {
                assignee?: string[];
                category?: string[];
                cursor?: string;
                limit?: number;
                priority?: ("low" | "medium" | "high" | "urgent")[];
                q: string;
                queue?: string[];
                status?: ("open" | "in_progress" | "waiting_on_customer" | "resolved" | "closed" | "!open" | "!in_progress" | "!waiting_on_customer" | "!resolved" | "!closed")[];
                tag?: string[];
                team?: string[];
                type?: ("ticket" | "person")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResponse"];
                };
            };
        };
    };
    ReadOwnSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsDocument"];
                };
            };
        };
    };
    ReplaceOwnSettings: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsDocument"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsDocument"];
                };
            };
        };
    };
    ListCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarListResponse"];
                };
            };
        };
    };
    AddCalendar: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarResponse"];
                };
            };
        };
    };
    ReadCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarResponse"];
                };
            };
        };
    };
    SaveCalendar: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarResponse"];
                };
            };
        };
    };
    RemoveCalendar: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyListResponse"];
                };
            };
        };
    };
    ReorderPolicies: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReorderBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyListResponse"];
                };
            };
        };
    };
    AddPolicy: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyListResponse"];
                };
            };
        };
    };
    ChangePolicy: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyListResponse"];
                };
            };
        };
    };
    RemovePolicy: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyListResponse"];
                };
            };
        };
    };
    PreviewSla: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewResponse"];
                };
            };
        };
    };
    ListTeams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamListResponse"];
                };
            };
        };
    };
    AddTeam: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamResponse"];
                };
            };
        };
    };
    ReadTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamResponse"];
                };
            };
        };
    };
    ReplaceTeam: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamResponse"];
                };
            };
        };
    };
    RemoveTeam: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListTenantTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateListResponse"];
                };
            };
        };
    };
    CreateTenantTemplate: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTemplateRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateResponse"];
                };
            };
        };
    };
    ReadTenantTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateResponse"];
                };
            };
        };
    };
    ReplaceTenantTemplate: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceTemplateRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateResponse"];
                };
            };
        };
    };
    RemoveTenantTemplate: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListTenants: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantListResponse"];
                };
            };
        };
    };
    CreateTenant: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTenantRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantResponse"];
                };
            };
        };
    };
    ReadTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantResponse"];
                };
            };
        };
    };
    ChangeTenant: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTenantRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantResponse"];
                };
            };
        };
    };
    RequestTenantDeletion: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteTenantRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantResponse"];
                };
            };
        };
    };
    WithdrawTenantDeletion: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantResponse"];
                };
            };
        };
    };
    ConfirmTenantDeletion: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantResponse"];
                };
            };
        };
    };
    LeaveProviderAccess: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderGrantResponse"];
                };
            };
        };
    };
    ReactivateTenant: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantResponse"];
                };
            };
        };
    };
    RestoreTenant: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantResponse"];
                };
            };
        };
    };
    AddServiceStaffInTenant: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServeTenantRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
        };
    };
    SuspendTenant: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendTenantRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantResponse"];
                };
            };
        };
    };
    ListTextModules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextModuleListResponse"];
                };
            };
        };
    };
    AddTextModule: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextModuleRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextModuleResponse"];
                };
            };
        };
    };
    ReadTextModule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                module: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextModuleResponse"];
                };
            };
        };
    };
    ReplaceTextModule: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                module: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextModuleRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextModuleResponse"];
                };
            };
        };
    };
    RemoveTextModule: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                module: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListTexts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantTextListResponse"];
                };
            };
        };
    };
    ReadText: {
        parameters: {
            query?: {
                language?: "de" | "en";
            };
            header?: never;
            path: {
                text: "accessibility" | "privacy" | "imprint" | "easy_language" | "sign_language" | "help";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantTextResponse"];
                };
            };
        };
    };
    ReadOwnText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                language: string;
                text: "accessibility" | "privacy" | "imprint" | "easy_language" | "sign_language" | "help";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantTextResponse"];
                };
            };
        };
    };
    WriteText: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                language: string;
                text: "accessibility" | "privacy" | "imprint" | "easy_language" | "sign_language" | "help";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantTextRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantTextResponse"];
                };
            };
        };
    };
    RemoveText: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                language: string;
                text: "accessibility" | "privacy" | "imprint" | "easy_language" | "sign_language" | "help";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListTickets: {
        parameters: {
            query?: {
                assignee?: string[];
                category?: string[];
                created_from?: string;
                created_to?: string;
                cursor?: string;
                due_before?: string;
                limit?: number;
                priority?: ("low" | "medium" | "high" | "urgent")[];
                queue?: string[];
                reopen_requested?: "true" | "false";
                requester?: string;
                sla_state?: ("on_track" | "warned" | "breached" | "met" | "paused")[];
                sort?: "created_at" | "updated_at" | "due_at" | "sla_state" | "priority" | "number" | "-created_at" | "-updated_at" | "-due_at" | "-sla_state" | "-priority" | "-number";
                status?: ("open" | "in_progress" | "waiting_on_customer" | "resolved" | "closed" | "!open" | "!in_progress" | "!waiting_on_customer" | "!resolved" | "!closed")[];
                tag?: string[];
                team?: string[];
                tenant?: string[];
                text?: string;
                total?: "exact";
                unread?: "true" | "false";
                updated_from?: string;
                updated_since?: string;
                updated_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketListResponse"];
                };
            };
        };
    };
    OpenTicket: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenTicketRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketResponse"];
                };
            };
        };
    };
    ReadTicket: {
        parameters: {
            query?: {
                comments?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketResponse"];
                };
            };
        };
    };
    ReplaceTicket: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceTicketRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketResponse"];
                };
            };
        };
    };
    DeleteTicket: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ChangeTicket: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTicketRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketResponse"];
                };
            };
        };
    };
    ListAttachments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentListResponse"];
                };
            };
        };
    };
    AttachFile: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["TicketFileForm"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentResponse"];
                };
            };
        };
    };
    CloseTicket: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseTicketRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketResponse"];
                };
            };
        };
    };
    ListComments: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                sort?: "created_at" | "-created_at";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentListResponse"];
                };
            };
        };
    };
    CommentOnTicket: {
        parameters: {
            query?: {
                preview?: "recipients";
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCommentRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecipientsResponse"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentResponse"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledAnswerResponse"];
                };
            };
        };
    };
    ReadComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                comment: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentResponse"];
                };
            };
        };
    };
    WithdrawComment: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                comment: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawCommentRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketResponse"];
                };
            };
        };
    };
    ConfirmTicket: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmTicketRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketResponse"];
                };
            };
        };
    };
    ReadTicketCost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketCostResponse"];
                };
            };
        };
    };
    ListDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftListResponse"];
                };
            };
        };
    };
    ReadDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                kind: "answer" | "note" | "edit";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftResponse"];
                };
            };
        };
    };
    SaveDraft: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
                kind: "answer" | "note" | "edit";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDraftRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftResponse"];
                };
            };
        };
    };
    DiscardDraft: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                id: string;
                kind: "answer" | "note" | "edit";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    LinkTicket: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkTicketRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketResponse"];
                };
            };
        };
    };
    UnlinkTicket: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                kind: "relates_to" | "duplicate_of" | "blocks" | "blocked_by" | "duplicated_by";
                other: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketResponse"];
                };
            };
        };
    };
    ListTicketMails: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxResponse"];
                };
            };
        };
    };
    MergeTicket: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeTicketRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketResponse"];
                };
            };
        };
    };
    UnmergeTicket: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketResponse"];
                };
            };
        };
    };
    MuteTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketMuteResponse"];
                };
            };
        };
    };
    UnmuteTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketMuteResponse"];
                };
            };
        };
    };
    ReadPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceResponse"];
                };
            };
        };
    };
    ShowPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresenceRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceResponse"];
                };
            };
        };
    };
    LeavePresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReadTicketUpTo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketReadRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketReadResponse"];
                };
            };
        };
    };
    MarkTicketUnread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketReadResponse"];
                };
            };
        };
    };
    ReopenTicket: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenTicketRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketResponse"];
                };
            };
        };
    };
    DeclineReopen: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineReopenRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketResponse"];
                };
            };
        };
    };
    ReadSatisfaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SatisfactionResponse"];
                };
            };
        };
    };
    RateTicket: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RatingRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SatisfactionResponse"];
                };
            };
        };
    };
    ListScheduledAnswers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledListResponse"];
                };
            };
        };
    };
    TakeBackScheduledAnswer: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                answer: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MoveScheduledAnswer: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                answer: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveScheduledRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledListResponse"];
                };
            };
        };
    };
    SendScheduledAnswer: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                answer: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentResponse"];
                };
            };
        };
    };
    ExplainSla: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketSlaResponse"];
                };
            };
        };
    };
    ReevaluateSla: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketResponse"];
                };
            };
        };
    };
    SuggestAssignees: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestedAssigneesResponse"];
                };
            };
        };
    };
    TagTicket: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
                tag: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketResponse"];
                };
            };
        };
    };
    UntagTicket: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
                tag: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketResponse"];
                };
            };
        };
    };
    ListOfferedTextModules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextModuleListResponse"];
                };
            };
        };
    };
    PreviewTextModule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                module: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewTextModuleRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextModulePreviewResponse"];
                };
            };
        };
    };
    ListTimeEntries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeEntryListResponse"];
                };
            };
        };
    };
    RecordTime: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordTimeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeEntryResponse"];
                };
            };
        };
    };
    ReadTimeEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeEntryResponse"];
                };
            };
        };
    };
    RemoveTimeEntry: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                entry: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CorrectTimeEntry: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                entry: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectTimeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeEntryResponse"];
                };
            };
        };
    };
    ReadTimeline: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineResponse"];
                };
            };
        };
    };
    ActOnTickets: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResponse"];
                };
            };
        };
    };
    PreviewActOnTickets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkPreviewResponse"];
                };
            };
        };
    };
    CountTickets: {
        parameters: {
            query?: {
                assignee?: string[];
                category?: string[];
                created_from?: string;
                created_to?: string;
                due_before?: string;
                priority?: ("low" | "medium" | "high" | "urgent")[];
                queue?: string[];
                reopen_requested?: "true" | "false";
                requester?: string;
                sla_state?: ("on_track" | "warned" | "breached" | "met" | "paused")[];
                status?: ("open" | "in_progress" | "waiting_on_customer" | "resolved" | "closed" | "!open" | "!in_progress" | "!waiting_on_customer" | "!resolved" | "!closed")[];
                tag?: string[];
                team?: string[];
                tenant?: string[];
                text?: string;
                unread?: "true" | "false";
                updated_from?: string;
                updated_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketFacetsResponse"];
                };
            };
        };
    };
    OpenUploadSession: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadSessionRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadSessionResponse"];
                };
            };
        };
    };
    ReadUploadSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadSessionResponse"];
                };
            };
        };
    };
    CancelUploadSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SendUploadPart: {
        parameters: {
            query?: never;
            header: {
                "Content-Range": string;
            };
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": components["schemas"]["Stream"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadSessionResponse"];
                };
            };
        };
    };
    UploadFile: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileForm"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadResponse"];
                };
            };
        };
    };
    ListUsers: {
        parameters: {
            query?: {
                cursor?: string;
                group?: string;
                limit?: number;
                q?: string;
                role?: "customer" | "agent" | "manager" | "admin" | "operator";
                status?: "active" | "suspended" | "invited" | "contact" | "ended";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserListResponse"];
                };
            };
        };
    };
    InviteUser: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteUserRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
        };
    };
    ReadUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
        };
    };
    ReplaceUser: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceUserRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
        };
    };
    EndUser: {
        parameters: {
            query?: {
                hand_over_team?: string;
                hand_over_to?: string;
            };
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ChangeUser: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeUserRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
        };
    };
    ListActivity: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityListResponse"];
                };
            };
        };
    };
    ReadExpertise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpertiseResponse"];
                };
            };
        };
    };
    DeclareExpertise: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareExpertiseRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpertiseResponse"];
                };
            };
        };
    };
    RemindUser: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
        };
    };
    ReadRates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatesResponse"];
                };
            };
        };
    };
    AgreeRates: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeRatesRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatesResponse"];
                };
            };
        };
    };
    ImportUsers: {
        parameters: {
            query?: {
                dry_run?: "true" | "false";
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/csv": string;
                "application/vnd.ms-excel": string;
                "text/csv": string;
                "text/tab-separated-values": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResponse"];
                };
            };
        };
    };
    ListViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewListResponse"];
                };
            };
        };
    };
    AddView: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewResponse"];
                };
            };
        };
    };
    ReadView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewResponse"];
                };
            };
        };
    };
    ReplaceView: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewResponse"];
                };
            };
        };
    };
    DeleteView: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CountViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewCountsResponse"];
                };
            };
        };
    };
    OrderViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewOrderRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewOrderResponse"];
                };
            };
        };
    };
    ListWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookListResponse"];
                };
            };
        };
    };
    AddWebhook: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecretResponse"];
                };
            };
        };
    };
    ReadWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"];
                };
            };
        };
    };
    ChangeWebhook: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"];
                };
            };
        };
    };
    RemoveWebhook: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ListWebhookDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: ("queued" | "delivered" | "delayed" | "failed" | "dropped")[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryListResponse"];
                };
            };
        };
    };
    ReadWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeDeliveryResponse"];
                };
            };
        };
    };
    ReplayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryResponse"];
                };
            };
        };
    };
    RotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateWebhookSecretRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecretResponse"];
                };
            };
        };
    };
    TestWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryResponse"];
                };
            };
        };
    };
    Live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthResponse"];
                };
            };
        };
    };
    Ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthResponse"];
                };
            };
        };
    };
    ReadWebManifest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/manifest+json": components["schemas"]["WebManifestResponse"];
                };
            };
        };
    };
    EvaluateFlags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfrepEvaluationRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepBulkEvaluation"];
                };
            };
        };
    };
    EvaluateFlag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfrepEvaluationRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepEvaluation"];
                };
            };
        };
    };
    ListProblems: {
        parameters: {
            query?: {
                lang?: "de" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemListResponse"];
                };
            };
        };
    };
    ReadProblem: {
        parameters: {
            query?: {
                lang?: "de" | "en";
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ListFieldProblems: {
        parameters: {
            query?: {
                lang?: "de" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldProblemListResponse"];
                };
            };
        };
    };
    ReadFieldProblem: {
        parameters: {
            query?: {
                lang?: "de" | "en";
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldProblemResponse"];
                };
            };
        };
    };
    ReadTheme: {
        parameters: {
            query?: {
                v?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/css": string;
                };
            };
        };
    };
}
