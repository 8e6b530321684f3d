namespace Helpdesk.Api.Pages;

/// <summary>How the pages look: light and dark by the reader's choice, from 320 px on, with a visible focus.</summary>
internal static class PageStyle
{
    public const string Text = """
        :root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --edge: #6b6b6b;
          --accent: #0b4f8a; --on-accent: #fff; --note: #eef4fa; --bad: #a3160f }
        @media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #161616; --edge: #9a9a9a;
          --accent: #8cc2f2; --on-accent: #0a0a0a; --note: #1d2a36; --bad: #ff9d96 } }
        * { box-sizing: border-box }
        body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; color: var(--ink); background: var(--paper) }
        main { max-width: 28rem; margin: 0 auto; padding: 2rem 1rem; overflow-wrap: anywhere }
        h1 { font-size: 1.4rem; line-height: 1.25 }
        h2 { font-size: 1.1rem; line-height: 1.25; margin: .25rem 0 }
        label { display: block; margin: 1rem 0 .25rem; font-weight: 600 }
        input, textarea { width: 100%; font: inherit; color: inherit; background: var(--paper);
          border: 1px solid var(--edge); border-radius: .25rem; padding: .6rem .7rem; min-height: 2.75rem }
        input[aria-invalid] { border: 2px solid var(--bad) }
        fieldset { margin: 1rem 0 0; border: 1px solid var(--edge); border-radius: .25rem } legend { font-weight: 600 }
        fieldset label { margin: 0; min-height: 2.75rem; font-weight: normal; display: flex; align-items: center; gap: .6rem }
        input[type=radio] { width: 1.25rem; min-height: 1.25rem; margin: 0; accent-color: var(--accent) }
        code { background: var(--note); padding: .1rem .3rem } main:has(> nav) { max-width: 42rem } nav { margin-top: 2rem }
        li { margin: .3rem 0 }
        .hint { margin: .25rem 0 0; font-size: .9rem }
        .apart { margin-top: 1rem }
        button { width: 100%; min-height: 2.75rem; margin-top: 1rem; padding: .6rem; font: inherit; font-weight: 600; cursor: pointer;
          border: 1px solid var(--accent); border-radius: .25rem; color: var(--on-accent); background: var(--accent) }
        button.quiet { color: var(--ink); background: var(--paper); border-color: var(--edge) }
        a { color: var(--accent) }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
        [role=alert], [role=status] { margin: 1rem 0; padding: .6rem 1rem; border-left: .3rem solid var(--accent); background: var(--note) }
        [role=alert] { border-color: var(--bad) }
        [role=alert] p { margin: .25rem 0 }
        ul { padding-left: 1.25rem }
        """;
}
