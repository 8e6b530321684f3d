import { useState } from 'react'
import { onLeaving } from './leaving'

const texts = new Map<string, string>()
onLeaving({ keep: () => Promise.resolve(), forget: () => texts.clear() })

/** The text of a dialog: closing it by mistake loses nothing, the next opening shows it again. It goes when it was sent. */
export function useKeptText(key: string) {
  const [text, setText] = useState(() => texts.get(key) ?? '')
  return {
    text,
    type(next: string) {
      texts.set(key, next)
      setText(next)
    },
    done: () => void texts.delete(key),
  }
}
