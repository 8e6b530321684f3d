using System.Text.RegularExpressions;
using Helpdesk.Api.Markup;

namespace Helpdesk.Api.Tests.Markup;

public sealed partial class MarkupTextTests
{
    private const string Ways = "rel=\"noopener noreferrer nofollow\" target=\"_blank\"";

    [Theory]
    [InlineData("Guten Tag", "<p>Guten Tag</p>")]
    [InlineData("eins\nzwei\n\ndrei", "<p>eins<br />\nzwei</p>\n<p>drei</p>")]
    [InlineData("**fett** und _schräg_ und ~~weg~~", "<p><strong>fett</strong> und <em>schräg</em> und <del>weg</del></p>")]
    [InlineData("datei_mit_strichen.pdf 2*3*4", "<p>datei_mit_strichen.pdf 2<em>3</em>4</p>")]
    [InlineData("# Ü\n#### Ä", "<h4>Ü</h4>\n<h6>Ä</h6>")]
    [InlineData("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>")]
    [InlineData("3. c\n4. d", "<ol start=\"3\">\n<li>c</li>\n<li>d</li>\n</ol>")]
    [InlineData("> Zitat", "<blockquote>\n<p>Zitat</p>\n</blockquote>")]
    [InlineData("    eingerückt", "<p>eingerückt</p>")]
    [InlineData("`x < y`", "<p><code>x &lt; y</code></p>")]
    [InlineData("|a|b|\n|-|-|\n|1|2|",
        "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n"
            + "<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>")]
    public void Marks_become_what_they_stand_for(string text, string html) => MarkupText.Html(text).ShouldBe(html);

    [Theory]
    [InlineData("[Seite](https://stadt.example/a?b=1&c=2)",
        "<p><a href=\"https://stadt.example/a?b=1&amp;c=2\" " + Ways + ">Seite</a></p>")]
    [InlineData("https://stadt.example/weg.", "<p><a href=\"https://stadt.example/weg\" " + Ways + ">https://stadt.example/weg</a>.</p>")]
    [InlineData("<mailto:amt@stadt.example>", "<p><a href=\"mailto:amt@stadt.example\" " + Ways + ">mailto:amt@stadt.example</a></p>")]
    [InlineData("<amt@stadt.example>", "<p><a href=\"mailto:amt@stadt.example\" " + Ways + ">amt@stadt.example</a></p>")]
    [InlineData("[Amt](tel:+4930123)", "<p><a href=\"tel:+4930123\" " + Ways + ">Amt</a></p>")]
    public void Links_lead_to_pages_addresses_and_telephones(string text, string html) => MarkupText.Html(text).ShouldBe(html);

    [Theory]
    [InlineData("[x](javascript:alert(1))", "<p>x</p>")]
    [InlineData("[x](JaVaScRiPt:alert(1))", "<p>x</p>")]
    [InlineData("[x](java&#10;script:alert(1))", "<p>x</p>")]
    [InlineData("[**x** y](data:text/html;base64,PHNjcmlwdD4=)", "<p><strong>x</strong> y</p>")]
    [InlineData("[x](vbscript:1) [y](file:///etc/passwd) [z](//fremd.example/)", "<p>x y z</p>")]
    [InlineData("[](javascript:1)", "<p>javascript:1</p>")]
    [InlineData("[x]\n\n[x]: javascript:1", "<p>x</p>")]
    [InlineData("<javascript:alert(1)>", "<p>javascript:alert(1)</p>")]
    public void Nowhere_else(string text, string html) => MarkupText.Html(text).ShouldBe(html);

    [Theory]
    [InlineData("![Bild](https://fremd.example/pixel.gif)", "<p><a href=\"https://fremd.example/pixel.gif\" " + Ways + ">Bild</a></p>")]
    [InlineData("![](https://fremd.example/pixel.gif)", "<p>https://fremd.example/pixel.gif</p>")]
    public void Pictures_are_links_because_loading_one_tells_who_reads(string text, string html) => MarkupText.Html(text).ShouldBe(html);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("Text <b onclick=x>fett</b> <!-- weg --> <?php ?> <![CDATA[x]]>")]
    [InlineData("`<script>`\n\n```html\"onload=\n<script>\n```")]
    [InlineData("[a](https://x.example/\"onclick=\"alert(1))")]
    [InlineData("[a](https://x.example \"titel\\\" onclick=alert(1)\")")]
    [InlineData("| <b> |\n|-|\n| <script> |")]
    [InlineData("# <svg/onload=1>")]
    [InlineData("# Ü {onclick=1}\n\n[a](https://x.example){onclick=1}")]
    public void Nothing_of_a_text_becomes_HTML_but_the_marks(string text)
    {
        var html = MarkupText.Html(text);

        foreach (Match tag in Tag().Matches(html))
        {
            Allowed.ShouldContain(tag.Groups["name"].Value, html);
            foreach (Match attribute in Attribute().Matches(tag.Groups["rest"].Value))
                Attributes.ShouldContain(attribute.Groups["name"].Value, html);
        }

        Tag().Replace(html, "").ShouldNotContain('<', html);
    }

    [Theory]
    [InlineData("> ", 20_000)]
    [InlineData("- ", 20_000)]
    [InlineData("[", 50_000)]
    [InlineData("![", 30_000)]
    [InlineData("*a ", 20_000)]
    [InlineData("**a_", 20_000)]
    [InlineData("`", 50_000)]
    [InlineData("<", 50_000)]
    [InlineData("[a](", 16_000)]
    [InlineData("|a", 30_000)]
    [InlineData("a\n-\n", 16_000)]
    [InlineData("https://", 8_000)]
    public void Whatever_is_typed_a_thousand_times_it_is_shown(string part, int times)
    {
        var text = string.Concat(Enumerable.Repeat(part, times));

        MarkupText.Html(text).ShouldNotBeEmpty();
    }

    [Fact]
    public void So_many_marks_that_nobody_made_them_by_hand_are_shown_as_they_were_typed()
    {
        MarkupText.Html(string.Concat(Enumerable.Repeat("*a* ", 2_000))).ShouldStartWith("<p><em>a</em>");
        MarkupText.Html(string.Concat(Enumerable.Repeat("*a* ", 2_001)) + "\n\n<b>").ShouldStartWith("<p>*a* *a*");
        MarkupText.Html(string.Concat(Enumerable.Repeat("*a* ", 2_001)) + "\n\n<b>").ShouldEndWith("<p>&lt;b&gt;</p>");
    }

    private static readonly string[] Allowed =
    [
        "p", "br", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "strong", "em", "del", "a", "hr", "table", "thead",
        "tbody", "tr", "th", "td",
    ];

    private static readonly string[] Attributes = ["href", "rel", "target", "title", "class", "start", "style"];

    [GeneratedRegex("""</?(?<name>[a-z0-9]+)(?<rest>(\s+[a-z]+="[^"<>]*")*)\s*/?>""")]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<name>[a-z]+)="[^"]*"\s*""")]
    private static partial Regex Attribute();
}
