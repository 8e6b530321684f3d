// What both programs need: the running platform with its demo data, a browser, and a person signed in.
import { existsSync } from 'node:fs'

const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const password = 'Demo-Passwort-2026'

/** The address of a host of the platform: `at('desk')`. */
export function at(host, path = '') {
  const url = new URL(process.argv[2] ?? 'http://localhost:5080')
  return `${url.protocol}//${host}.${url.host}${path}`
}

/** How the browser is started, with further arguments of its own. */
export function options(...args) {
  const executablePath = browsers.find((place) => existsSync(place))
  if (executablePath === undefined) throw new Error('Neither Chromium nor Chrome is installed.')
  return { executablePath, args: ['--no-sandbox', ...args] }
}

export async function signIn(page, host, email) {
  await page.goto(at(host, '/sign-in'))
  await page.getByLabel('E-Mail').fill(email)
  await page.getByLabel('Passwort').fill(password)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await settled(page)
}

/** Nothing is loading any more. */
export async function settled(page) {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(() => document.querySelectorAll('[aria-busy=true], .skeleton').length === 0)
}
