import { i18n } from '@lingui/core'
import { useSyncExternalStore } from 'react'
import { chunk } from './chunk'
import type common from '../locales/de/common.json'
import type portal from '../locales/de/portal.json'
import type work from '../locales/de/work.json'

export const languages = ['de', 'en'] as const
export type Language = (typeof languages)[number]
export type Area = 'common' | 'portal' | 'work'
export type Key = keyof typeof common | keyof typeof portal | keyof typeof work

const sources = import.meta.glob<{ default: Record<string, string> }>('../locales/*/*.json', { query: '?messages' })
const loaded = new Set<string>()
const areas = new Set<Area>(['common'])
let language: Language = 'de'
const listeners = new Set<() => void>()

/** The text of this key in the reader's language. Values stand in braces in the catalogue. */
export function t(key: Key, values?: Record<string, string | number>): string {
  return i18n._(key, { ...ticketWord[language], ...values })
}

type Forms = Record<`ticket${'Nominative' | 'Accusative' | 'Plural' | 'Gender'}`, string>

// What customers read where staff read Ticket: a municipality has one word of its own, which is put into every sentence in its right form.
let ticketWord: Record<Language, Forms> = {
  de: { ticketNominative: 'Ticket', ticketAccusative: 'Ticket', ticketPlural: 'Tickets', ticketGender: 'neuter' },
  en: { ticketNominative: 'ticket', ticketAccusative: 'ticket', ticketPlural: 'tickets', ticketGender: 'neuter' },
}

export function callTickets(word: Record<Language, Forms>): void {
  ticketWord = word
}

/** Whether the catalogue has this key: for texts whose key is made from a code of the API. */
export function has(key: string): key is Key {
  return key in i18n.messages
}

async function load(area: Area, into: Language): Promise<void> {
  const name = `${into}/${area}`
  if (loaded.has(name)) return
  const source = sources[`../locales/${name}.json`]
  if (source === undefined) throw new Error(`There is no catalogue ${name}.`)
  i18n.load(into, (await chunk(source)).default)
  loaded.add(name)
}

/** Before a page of this area is shown. */
export async function needTexts(area: Area): Promise<void> {
  areas.add(area)
  await load(area, language)
  if (i18n.locale === language) i18n.activate(language)
}

export async function speak(next: Language): Promise<void> {
  await Promise.all([...areas].map((area) => load(area, next)))
  language = next
  i18n.activate(next)
  document.documentElement.lang = next
  for (const listener of listeners) listener()
}

export function currentLanguage(): Language {
  return language
}

export function useLanguage(): Language {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => language,
  )
}

/** The language of the page before anybody is known: the server has chosen it, by what this device remembers and what the browser asks for. */
export function firstLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'de'
}
