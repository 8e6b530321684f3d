import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

interface Chunk {
  file: string
  css?: string[]
  imports?: string[]
}

const stable = ['/icon.svg', '/icon-192.png', '/react-aria.css', '/theme.css']
const texts = /^src\/locales\/(?:de|en)\/(?:common|portal)\.json/

/** Tells the service worker what a page needs to say that there is no connection. Other names with every build: so it is replaced. */
export function worker(): Plugin {
  let out = ''
  return {
    name: 'helpdesk-worker',
    apply: 'build',
    configResolved(config) {
      out = join(config.root, config.build.outDir)
    },
    async writeBundle() {
      const chunks = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as Record<string, Chunk>
      const files = new Set(stable)
      const add = (key: string) => {
        const chunk = chunks[key]
        if (chunk === undefined) throw new Error(`The build has no ${key}.`)
        if (files.has(`/${chunk.file}`)) return
        for (const each of [chunk.file, ...(chunk.css ?? [])]) files.add(`/${each}`)
        for (const each of chunk.imports ?? []) add(each)
      }
      add('index.html')
      for (const key of Object.keys(chunks)) if (texts.test(key)) add(key)
      const page = await readFile(join(out, 'index.html'), 'utf8')
      const build = createHash('sha256').update(JSON.stringify(chunks)).update(page).digest('hex').slice(0, 16)
      const path = join(out, 'sw.js')
      const code = await readFile(path, 'utf8')
      const shell = JSON.stringify({ build, files: [...files].sort() })
      if (!code.includes('HELPDESK_SHELL')) throw new Error('The service worker does not ask what it is to keep.')
      await writeFile(path, `const HELPDESK_SHELL=${shell};${code}`)
    },
  }
}
