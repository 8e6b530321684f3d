import { followOwnPreferences, keepOwn } from './ownPreferences'
import { createStore } from './store'

// What this device remembers and the server must know before the first paint: one cookie, which the server writes as well when somebody's
// preferences are read. What is chosen goes to the server, for every other device.
const cookie = '__Host-helpdesk-look'
const year = 365 * 24 * 3600

export type Theme = 'system' | 'light' | 'dark'
export type Density = 'comfortable' | 'compact'
export type After = 'stay' | 'next'

function remember(language = document.documentElement.lang): void {
  document.cookie = `${cookie}=${theme.get()}.${density.get()}.${language}; Path=/; Max-Age=${year}; SameSite=Lax; Secure`
}

export const theme = createStore<Theme>(readTheme())
/** For lists that reckon with the height of their rows. */
export const density = createStore<Density>(document.documentElement.dataset['density'] === 'compact' ? 'compact' : 'comfortable')
/** Where to go after sending. */
export const after = createStore<After>('stay')

function showTheme(next: Theme): void {
  document.documentElement.dataset['theme'] = next
  theme.set(next)
}

function showDensity(next: Density): void {
  document.documentElement.dataset['density'] = next
  density.set(next)
}

export function chooseTheme(next: Theme): void {
  showTheme(next)
  remember()
  keepOwn({ theme: next })
}

export function chooseDensity(next: Density): void {
  showDensity(next)
  remember()
  keepOwn({ density: next })
}

export function chooseAfter(next: After): void {
  after.set(next)
  keepOwn({ after_sending: next })
}

export function rememberLanguage(language: string): void {
  remember(language)
}

function readTheme(): Theme {
  const set = document.documentElement.dataset['theme']
  return set === 'light' || set === 'dark' ? set : 'system'
}

// The page goes on in the language that it is read in: a browser that speaks English does not turn German by signing in.
followOwnPreferences((own) => {
  showTheme(own.theme ?? 'system')
  showDensity(own.density ?? 'comfortable')
  after.set(own.after_sending ?? 'stay')
  remember()
})
