import { currentCommands, keysOpen, paletteOpen, runCommand, type Command } from './commands'
import { followOwnPreferences, keepOwn, ownPreferencesOf, type OwnPreferences } from './ownPreferences'
import { createStore } from './store'

/** A person's choice: all keys off, or another one for a command; an empty one means none. */
export interface KeySettings {
  off: boolean
  changed: Record<string, string>
}

const standard: KeySettings = { off: false, changed: {} }
export const keySettings = createStore<KeySettings>(standard)

let place: string | null = null

/** What this device remembers of the account holds until the server has said what is stored. */
export function keysOf(account: string): void {
  place = `helpdesk.keys.${account}`
  const own = ownPreferencesOf(account)
  if (own === null) keySettings.set(read(localStorage.getItem(place)))
  else remember(settingsOf(own))
}

function read(kept: string | null): KeySettings {
  try {
    const found = JSON.parse(kept ?? '{}') as Partial<KeySettings>
    return { off: found.off === true, changed: { ...found.changed } }
  } catch {
    return standard
  }
}

function remember(next: KeySettings): void {
  keySettings.set(next)
  if (place !== null) localStorage.setItem(place, JSON.stringify(next))
}

function keep(next: KeySettings): void {
  remember(next)
  keepOwn({ letter_shortcuts: !next.off, keys: toStore(next.changed) })
}

// A stored key is never empty and stands for one act alone: an act without a key has a word of its own, longer than any key.
const noKey = 'none-'

export function toStore(changed: Record<string, string>): Record<string, string> {
  let without = 0
  return Object.fromEntries(Object.entries(changed).map(([command, key]) => [command, key === '' ? `${noKey}${++without}` : key]))
}

export function fromStore(stored: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(stored).map(([command, key]) => [command, key.length > 1 ? '' : key]))
}

const settingsOf = (own: OwnPreferences): KeySettings => ({ off: own.letter_shortcuts === false, changed: fromStore(own.keys ?? {}) })

followOwnPreferences((own) => remember(settingsOf(own)))

export function switchKeys(on: boolean): void {
  keep({ ...keySettings.get(), off: !on })
}

export function changeKey(command: string, key: string): void {
  keep({ ...keySettings.get(), changed: { ...keySettings.get().changed, [command]: key.trim().toLowerCase().slice(0, 1) } })
}

export function standardKeys(): void {
  keep({ ...keySettings.get(), changed: {} })
}

export function keyOf(command: Command, settings: KeySettings = keySettings.get()): string | null {
  if (settings.off) return null
  return settings.changed[command.id] ?? command.shortcut ?? null
}

/** The key that leads to this command among these: of two that would have the same one, the first has it. */
export function keyAmong(commands: readonly Command[], command: Command): string | null {
  const key = keyOf(command)
  return key !== null && commands.find((each) => keyOf(each) === key)?.id === command.id ? key : null
}

/**
 * Those that are listed with their keys. A page's act takes the place of a way with the same standard key; once somebody has chosen a key for
 * either, both are there and say that they have the same one.
 */
export function listedWithKeys(commands: readonly Command[], { changed }: KeySettings): Command[] {
  const untouched = (each: Command) => changed[each.id] === undefined
  return commands
    .filter((each) => each.shortcut !== undefined || !untouched(each))
    .filter((each, at, all) => !untouched(each) || !all.slice(0, at).some((other) => untouched(other) && other.shortcut === each.shortcut))
}

/** The first of the commands that has this key: the page's own come first. */
function commandFor(key: string): Command | undefined {
  return currentCommands().find((each) => keyOf(each) === key)
}

const typedIn = 'input:not([type="checkbox"],[type="radio"],[type="button"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"]'
const layers = '[role="dialog"], [role="alertdialog"]:not(.toast), [role="menu"], [role="listbox"]'

/** A letter that somebody writes is no command: not in a field, not while a character is composed, not with a modifier, not in a layer. */
export function isCommandKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.key === 'Process' || event.key === 'Dead') return false
  if (event.ctrlKey || event.altKey || event.metaKey || event.getModifierState?.('AltGraph')) return false
  if (event.key.length !== 1 || event.key === ' ') return false
  const target = event.target instanceof Element ? event.target : null
  return target?.closest(typedIn) == null && target?.closest(layers) == null
}

// In a list that jumps to what is typed, the letters after the first one belong to that word.
const oneWord = 1000
let typedAt = 0

/**
 * Keys of the whole page. In the capture phase, because a list takes every letter for the beginning of a name; a capital letter is left to it,
 * so that one can jump to names that begin with a command's key.
 */
export function followKeys(tell: (reason: string) => void, openPalette: () => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault()
      event.stopPropagation()
      openPalette()
      return
    }
    // A layer that was asked for and is not there yet: what is typed is meant for it.
    if (paletteOpen.get() || keysOpen.get()) return
    if (event.repeat || keySettings.get().off || !isCommandKey(event)) return
    const jumping = event.target instanceof Element && event.target.closest('[data-typeahead]') !== null
    const command = jumping && Date.now() - typedAt < oneWord ? undefined : commandFor(event.key)
    if (command === undefined) {
      if (jumping) typedAt = Date.now()
      return
    }
    event.preventDefault()
    event.stopPropagation()
    runCommand(command, tell)
  }
  window.addEventListener('keydown', onKey, true)
  return () => window.removeEventListener('keydown', onKey, true)
}
