import { Fragment, type ReactNode } from 'react'

const address = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)])/g

/** A text as somebody typed it: paragraphs, line breaks, and addresses that can be followed. Nothing in it is ever taken for HTML. */
export function TypedText({ children }: { children: string }) {
  const paragraphs = children.trim().split(/\n{2,}/)
  return (
    <div className="typed">
      {paragraphs.map((paragraph, index) => (
        // Texts do not change their order: their place is their key.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={index}>{lines(paragraph)}</p>
      ))}
    </div>
  )
}

function lines(paragraph: string): ReactNode[] {
  return paragraph.split('\n').map((line, index) => (
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>
      {index > 0 && <br />}
      {line.split(address).map((part, at) =>
        at % 2 === 1 ? (
          // oxlint-disable-next-line react/no-array-index-key
          <a key={at} href={part} rel="noopener noreferrer nofollow" target="_blank">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </Fragment>
  ))
}
