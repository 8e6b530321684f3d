import { useEffect, useRef } from 'react'
import { createStore } from './store'

/** Something that can be done on the page that is shown. Its button, its key and its line in the palette are made from this one entry. */
export interface Command {
  id: string
  label: string
  run: () => void
  /** One character as `event.key` says it, lower case; which one a person uses may be their own choice. */
  shortcut?: string
  /** Why it cannot be done now. It stays visible and says so. */
  refused?: string | null
  /** Heading in the palette and in the list of keys. */
  group?: string
  /** A page's way to somewhere else, not an act: it has no button of its own on the page. */
  leads?: boolean
}

interface Registration {
  owner: symbol
  commands: () => readonly Command[]
}

const registrations = createStore<readonly Registration[]>([])

/** What can be done now: the page's own acts before those of the workspace. */
export function currentCommands(): Command[] {
  const seen = new Set<string>()
  const all: Command[] = []
  for (const { commands } of registrations.get().toReversed())
    for (const command of commands())
      if (!seen.has(command.id)) {
        seen.add(command.id)
        all.push(command)
      }
  return all
}

/** Whether a workspace is shown, which has commands at all. */
export function useHasCommands(): boolean {
  return registrations.use().length > 0
}

/** While the component is shown these can be done. What they do is always that of its last rendering. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands)
  latest.current = commands
  useEffect(() => {
    const owner = Symbol('commands')
    registrations.set([...registrations.get(), { owner, commands: () => latest.current }])
    return () => registrations.set(registrations.get().filter((each) => each.owner !== owner))
  }, [])
}

/** Does it, or says why it cannot be done. */
export function runCommand(command: Command, tell: (reason: string) => void): void {
  if (command.refused) tell(command.refused)
  else command.run()
}

export const paletteOpen = createStore(false)
export const keysOpen = createStore(false)
