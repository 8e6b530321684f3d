import type { ReactNode } from 'react'
import { TypedText } from './TypedText'

/** A long text with headings and lists, as its author typed them: `# `, `## `, `- `. Nothing in it is ever taken for HTML. */
export function Outline({ children, lang }: { children: string; lang?: string }) {
  const blocks = children.trim().split(/\n{2,}|\n(?=#)/)
  return (
    <div className="prose" {...(lang && { lang })}>
      {/* Texts do not change their order: their place is their key. */}
      {blocks.map((block, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <Block key={index}>{block}</Block>
      ))}
    </div>
  )
}

function Block({ children: block }: { children: string }): ReactNode {
  const heading = /^(#{1,6}) +(.*)$/.exec(block)
  // The page has its one h1 already.
  if (heading) return heading[1]?.length === 1 ? null : heading[1]?.length === 2 ? <h2>{heading[2]}</h2> : <h3>{heading[2]}</h3>
  if (!block.startsWith('- ')) return <TypedText>{block}</TypedText>
  return (
    <ul>
      {block.split(/\n(?=- )/).map((item) => (
        <li key={item}>{item.slice(2).replaceAll('\n', ' ')}</li>
      ))}
    </ul>
  )
}
