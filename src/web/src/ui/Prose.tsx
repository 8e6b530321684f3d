/** Text that the server has made from Markdown: it lets through a list of elements, none of which runs anything. */
export function Prose({ html, lang }: { html: string; lang?: string }) {
  return <div className="prose" {...(lang && { lang })} dangerouslySetInnerHTML={{ __html: html }} />
}
