import { createStore } from './store'

// What this device remembers, and the server needs to know before the first paint: plain cookies without anything about the person.
const year = 365 * 24 * 3600

export type Theme = 'system' | 'light' | 'dark'
export type Density = 'comfortable' | 'compact'

function keep(name: string, value: string): void {
  document.cookie = `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax`
}

export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
  keep('theme', theme)
}

export function chooseDensity(next: Density): void {
  document.documentElement.dataset['density'] = next
  keep('density', next)
  density.set(next)
}

export function rememberLanguage(language: string): void {
  keep('language', language)
}

export function currentTheme(): Theme {
  const set = document.documentElement.dataset['theme']
  return set === 'light' || set === 'dark' ? set : 'system'
}

export function currentDensity(): Density {
  return document.documentElement.dataset['density'] === 'compact' ? 'compact' : 'comfortable'
}

/** For lists that reckon with the height of their rows. */
export const density = createStore<Density>(currentDensity())
