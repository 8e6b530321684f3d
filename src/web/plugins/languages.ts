import type { Plugin } from 'vite'

const ours = new Set(['de-DE', 'en-US'])

/** React Aria brings its own texts in 34 languages; pages are German and English, so the rest stays out of the bundle. */
export function onlyOurLanguages(): Plugin {
  return {
    name: 'helpdesk-only-our-languages',
    enforce: 'pre',
    load(id) {
      const language = /[\\/]intl[\\/](?:.*[\\/])?([a-z]{2}-[A-Z]{2})\.(?:mjs|js)$/.exec(id)?.[1]
      if (language === undefined || !id.includes('react-aria') || ours.has(language)) return null
      return 'export default {}'
    },
  }
}
