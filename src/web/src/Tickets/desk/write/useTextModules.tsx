import { useQuery } from '@tanstack/react-query'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { lazyPart } from '../../../lib/lazyPart'
import type { Ticket } from '../../ticket'
import { useTicketPlace } from '../place'
import { atLineStart } from './insert'
import { modulesQuery } from './textModules'

const ModulePicker = lazyPart(async () => (await import('./ModulePicker')).ModulePicker)

// After the picker has given the focus back to the text.
const moment = 60

interface TextModules {
  offered: boolean
  open: () => void
  /** A key in the text: whether it has opened the picker. */
  typed: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean
  picker: ReactNode
}

/** Words that are kept: chosen by a button, or by a slash at the beginning of a line. */
export function useTextModules(ticket: Ticket | null, insert: (words: string) => void): TextModules {
  const place = useTicketPlace()
  const modules = useQuery(modulesQuery(place, ticket)).data ?? []
  const [begun, setBegun] = useState<string | null>(null)
  const close = (words: string) => {
    setBegun(null)
    setTimeout(() => insert(words), moment)
  }
  return {
    offered: modules.length > 0,
    open: () => setBegun(''),
    typed(event) {
      const free = !(event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing)
      if (event.key !== '/' || !free || modules.length === 0 || !atLineStart(event.currentTarget)) return false
      event.preventDefault()
      setBegun('/')
      return true
    },
    picker: begun !== null && <ModulePicker modules={modules} begun={begun} onBack={close} onChoose={close} />,
  }
}
