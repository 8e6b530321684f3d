import { createStore } from './store'

// What this device remembers and the server must know before the first paint: one cookie, which the server writes as well when somebody's
// preferences are read.
const cookie = '__Host-helpdesk-look'
const year = 365 * 24 * 3600

export type Theme = 'system' | 'light' | 'dark'
export type Density = 'comfortable' | 'compact'

function keep(look: { theme?: Theme; density?: Density; language?: string }): void {
  const { theme = currentTheme(), density = currentDensity(), language = document.documentElement.lang } = look
  document.cookie = `${cookie}=${theme}.${density}.${language}; Path=/; Max-Age=${year}; SameSite=Lax; Secure`
}

export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
  keep({ theme })
}

export function chooseDensity(next: Density): void {
  document.documentElement.dataset['density'] = next
  keep({ density: next })
  density.set(next)
}

export function rememberLanguage(language: string): void {
  keep({ language })
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
