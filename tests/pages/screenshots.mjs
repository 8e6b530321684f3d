// Six pictures of the pages for the README, from the demo data of a running platform.
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { at, options, settled, signIn } from './platform.mjs'

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
const wide = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }
const town = 'musterstadt'

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch(options())

/** A page in a window of its own, with somebody signed in. */
async function open(host, email, viewport, colorScheme = 'light') {
  const context = await browser.newContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin', viewport, colorScheme, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await signIn(page, host, email)
  return page
}

async function picture(page, name, host, path) {
  if (path) {
    await page.goto(at(host, path))
    await settled(page)
  }
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: `${folder}${name}.png` })
  console.log(`docs/pictures/${name}.png`)
}

/** The number of the first ticket of a list that says these words: one that waits for its customer has been answered. */
async function first(page, words) {
  const link = page.locator(':is(li, [role=row])').filter({ hasText: words }).locator('a[href*="/tickets/MUST-"]').first()
  await link.waitFor({ state: 'attached' })
  return (await link.getAttribute('href')).match(/MUST-\d+/)[0]
}

const customer = await open(town, 'kunde@musterstadt.example', wide)
await picture(customer, 'portal', town, '/')
await customer.context().close()

const onPhone = await open(town, 'kunde@musterstadt.example', phone)
await onPhone.goto(at(town, '/tickets'))
await settled(onPhone)
await picture(onPhone, 'phone', town, `/tickets/${await first(onPhone, 'Ihre Antwort fehlt')}`)
await onPhone.context().close()

const agent = await open(town, 'agentin@musterstadt.example', wide)
await picture(agent, 'queue', town, '/work')
await agent.goto(at(town, '/work?status=waiting_on_customer'))
const number = await first(agent, 'Wartet auf Antwort')
await picture(agent, 'ticket', town, `/work/tickets/${number}`)
await agent.context().close()

const inTheDark = await open(town, 'agentin@musterstadt.example', wide, 'dark')
await inTheDark.goto(at(town, `/work/tickets/${number}`))
await settled(inTheDark)
await inTheDark.keyboard.press('Control+k')
await inTheDark.getByRole('dialog').waitFor()
await picture(inTheDark, 'palette')
await inTheDark.context().close()

const desk = await open('desk', 'agent@helpdesk.example', wide)
await picture(desk, 'desk', 'desk', '/work')
await browser.close()
