import { useEffect, useState, type ComponentType } from 'react'
import { chunk } from './chunk'

/**
 * A part of a page that is loaded when it is first shown. Where it cannot be loaded the page stands without it, and the next showing tries
 * again: nobody loses what they write because a dialog is missing.
 */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>) {
  let loaded: ComponentType<P> | null = null
  function Part(props: P) {
    const [shown, show] = useState(() => loaded)
    useEffect(() => {
      if (shown !== null) return
      let gone = false
      chunk(load).then(
        (part) => {
          loaded = part
          if (!gone) show(() => part)
        },
        () => undefined,
      )
      return () => {
        gone = true
      }
    }, [shown])
    const Shown = shown
    return Shown === null ? null : <Shown {...props} />
  }
  return Object.assign(Part, {
    /** So that it is there when it is needed and cannot be loaded any more. */
    preload: () => void chunk(load).then((part) => (loaded = part), () => undefined),
  })
}
