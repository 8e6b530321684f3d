namespace Helpdesk.Api.People;

/// <summary>
/// How the token of a mail's link comes to the page that it leads to. It stands behind the <c>#</c>, which browsers keep to themselves, so
/// that it is in no log. A script puts it into the form; without one people paste the link.
/// </summary>
internal static class LinkToken
{
    public const string Field = "token";

    /// <summary>Goes on at the password, or where there is none at the button.</summary>
    public const string Script = """
        const found = /^#token=([\w-]+)$/.exec(location.hash)
        const token = document.getElementById('token')
        if (found && token) {
          history.replaceState(null, '', location.pathname)
          token.value = found[1]
          document.getElementById('pasted').hidden = true
          ;(document.getElementById('password') ?? token.form.querySelector('button')).focus()
        }
        """;

    /// <param name="isVoid">The link before was no good.</param>
    public static string Pasted(bool german, bool isVoid)
    {
        var (label, hint) = german
            ? ("Link aus der E-Mail", "Kopieren Sie den ganzen Link aus der E-Mail hierher.")
            : ("Link from the mail", "Copy the whole link from the mail to here.");
        return $"""
            <div id="pasted"><label for="{Field}">{label}</label>
            <input id="{Field}" name="{Field}" autocomplete="off" autocapitalize="none" spellcheck="false" required
            aria-describedby="{(isVoid ? "why " : "")}token-hint"{(isVoid ? " aria-invalid=\"true\"" : "")}>
            <p class="hint" id="token-hint">{hint}</p></div>
            """;
    }

    // Without a script people copy the link from the mail, as a whole or its end.
    public static string In(IFormCollection form)
    {
        var pasted = form[Field].ToString();
        return pasted[(pasted.LastIndexOf('=') + 1)..].Trim();
    }
}
