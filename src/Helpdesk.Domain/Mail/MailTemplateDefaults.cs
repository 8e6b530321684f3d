namespace Helpdesk.Domain.Mail;

/// <summary>The words that hold unless a municipality has its own; written as templates, so that one can begin with them.</summary>
public static class MailTemplateDefaults
{
    private const string German = """
        Guten Tag,
        {% for line in lines %}
        {{ line.sentence }}
        {% if line.words %}
        {{ line.words }}
        {% endif %}{% endfor %}
        {% for link in links %}{{ link }}
        {% endfor %}{% unless can_sign_in %}Ihr Ansprechpartner ist {{ tenant.name }}.
        {% endunless %}
        -- 
        Diese Mail kommt vom Helpdesk von {{ tenant.name }}.{% if can_sign_in %} Welche Mails Sie bekommen, bestimmen Sie in Ihrem Profil.{% endif %}

        """;

    private const string English = """
        Hello,
        {% for line in lines %}
        {{ line.sentence }}
        {% if line.words %}
        {{ line.words }}
        {% endif %}{% endfor %}
        {% for link in links %}{{ link }}
        {% endfor %}{% unless can_sign_in %}Your contact is {{ tenant.name }}.
        {% endunless %}
        -- 
        This mail comes from the helpdesk of {{ tenant.name }}.{% if can_sign_in %} Your profile says which mails you get.{% endif %}

        """;

    public static MailSource Of(string template, string language)
    {
        if (template == MailPlaceholders.Notices)
            return new("{{ subject }}", (language == "de" ? German : English).ReplaceLineEndings("\n"), Html: null);
        // The words themselves, with the placeholders where names and links come.
        var text = template == SatisfactionMail.Template
            ? SatisfactionMail.Write(language, "{{ ticket.number }}", "{{ link }}", "{{ tenant.name }}")
            : AccessMail.Write(template, language, "{{ link }}", "{{ tenant.name }}");
        return new(text.Subject, text.Body, Html: null);
    }
}
