// Lighthouse on the four pages that people see most: performance and accessibility of 95 at least.
// Phones for customers, a desk for staff, as they sit there; Lighthouse slows the network and the processor down by itself.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import lighthouse, { desktopConfig } from 'lighthouse'
import { chromium } from 'playwright-core'
import { at, options, settled, signIn } from './platform.mjs'

const least = 95
const town = 'musterstadt'
const customer = { email: 'kunde@musterstadt.example', paths: ['/', '/tickets/new'], config: undefined }
const agent = { email: 'agentin@musterstadt.example', paths: ['/work', '/work/tickets/MUST-000001'], config: desktopConfig }

/** A port that nobody listens at. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

async function measure({ email, paths, config }) {
  const [folder, port] = [mkdtempSync(join(tmpdir(), 'lighthouse-')), await freePort()]
  const context = await chromium.launchPersistentContext(folder, { ...options(`--remote-debugging-port=${port}`), locale: 'de-DE' })
  try {
    const page = context.pages()[0]
    await signIn(page, town, email)
    let met = true
    for (const path of paths) {
      await page.goto(at(town, path))
      await settled(page)
      const { lhr } = await lighthouse(
        at(town, path),
        { port, disableStorageReset: true, onlyCategories: ['performance', 'accessibility'], logLevel: 'error', output: 'json' },
        config,
      )
      const points = Object.values(lhr.categories).map((each) => ({ title: each.title, points: Math.round((each.score ?? 0) * 100) }))
      met = points.every((each) => each.points >= least) && met
      console.log(`${path.padEnd(28)} ${points.map((each) => `${each.title} ${each.points}`).join(', ')}`)
      for (const audit of Object.values(lhr.audits).filter((each) => each.score !== null && each.score < 0.9 && each.scoreDisplayMode !== 'informative'))
        console.log(`  ${audit.id}: ${audit.displayValue ?? audit.title}`)
    }
    return met
  } finally {
    await context.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

let met = true
for (const person of [customer, agent]) met = (await measure(person)) && met
if (!met) {
  console.log(`Not every page has ${least} points.`)
  process.exit(1)
}
