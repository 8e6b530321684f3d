// Script that a first visit loads, in KiB as Brotli sends it. Grows only on purpose: then the figure here is changed with it.
import { readFile, stat } from 'node:fs/promises'

const most = { portal: 165, workspace: 240, ticket: 240 }
const entry = 'index.html'
const pages = {
  portal: [entry, 'src/Tickets/portal/HomePage.tsx', 'src/locales/de/common.json?messages', 'src/locales/de/portal.json?messages'],
  workspace: [entry, 'src/app/WorkLayout.tsx', 'src/Tickets/queue/QueuePage.tsx', 'src/locales/de/common.json?messages', 'src/locales/de/work.json?messages'],
  ticket: [entry, 'src/app/WorkLayout.tsx', 'src/Tickets/desk/TicketPage.tsx', 'src/locales/de/common.json?messages', 'src/locales/de/work.json?messages'],
}

const manifest = JSON.parse(await readFile('dist/manifest.json', 'utf8'))
const kib = async (files) => (await Promise.all(files.map(async (file) => (await stat(`dist/${file}.br`)).size))).reduce((a, b) => a + b, 0) / 1024

function chunks(key, found = new Set()) {
  const chunk = manifest[key]
  if (chunk === undefined) throw new Error(`The build has no ${key}.`)
  if (found.has(chunk.file)) return found
  if (chunk.file.endsWith('.js')) found.add(chunk.file)
  for (const each of chunk.imports ?? []) chunks(each, found)
  return found
}

let failed = false
for (const [page, keys] of Object.entries(pages)) {
  const files = new Set(keys.flatMap((key) => [...chunks(key)]))
  const size = await kib([...files])
  console.log(`${page}: ${size.toFixed(1)} KiB of script, at most ${most[page]}`)
  if (size > most[page]) failed = true
}

// React Aria brings 34 languages unless the plugin that leaves them out still works.
const all = await Promise.all(Object.values(manifest).filter((each) => each.file.endsWith('.js')).map((each) => readFile(`dist/${each.file}`, 'utf8')))
for (const word of ['Sulje', 'Fermer'])
  if (all.some((text) => text.includes(word))) {
    console.error(`The bundle holds languages that pages do not have: ${word}.`)
    failed = true
  }
const styles = await kib([...new Set(Object.values(manifest).flatMap((each) => each.css ?? []))])
console.log(`styles: ${styles.toFixed(1)} KiB, at most 25`)
process.exit(failed || styles > 25 ? 1 : 0)
