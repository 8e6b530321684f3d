import { readFile } from 'node:fs/promises'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'

/** `import('….json?messages')`: a catalogue whose ICU texts were parsed at build time, so that pages carry no parser. */
export function catalogues(): Plugin {
  return {
    name: 'helpdesk-catalogues',
    enforce: 'pre',
    async load(id) {
      const [file, query] = id.split('?')
      if (query !== 'messages' || file === undefined) return null
      this.addWatchFile(file)
      const texts = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>
      const compiled = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, compileMessage(text)]))
      return { code: `export default ${JSON.stringify(compiled)}`, moduleType: 'js' }
    },
  }
}
