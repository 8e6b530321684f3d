import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const worthwhile = /\.(?:js|css|html|svg|json|webmanifest)$/

/** Beside each file of the build its Brotli and gzip form: the server sends what the browser takes and compresses nothing itself. */
export function precompressed(): Plugin {
  let out = ''
  return {
    name: 'helpdesk-precompressed',
    apply: 'build',
    configResolved(config) {
      out = join(config.root, config.build.outDir)
    },
    async closeBundle() {
      const files = await readdir(out, { recursive: true, withFileTypes: true })
      for (const file of files.filter((each) => each.isFile() && worthwhile.test(each.name))) {
        const path = join(file.parentPath, file.name)
        const bytes = await readFile(path)
        await writeFile(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
        await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }))
      }
    },
  }
}
