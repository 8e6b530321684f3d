import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { catalogues } from './plugins/catalogues.ts'
import { precompressed } from './plugins/precompressed.ts'
import { onlyOurLanguages } from './plugins/languages.ts'
import { worker } from './plugins/worker.ts'

// The api that `npm run dev` talks to: `./dev run` listens there. Names lead to it by their Host, so the browser's own is passed on.
const api = process.env['HELPDESK_API'] ?? 'http://127.0.0.1:5080'
const toApi = { target: api, changeOrigin: false }

export default defineConfig({
  plugins: [onlyOurLanguages(), catalogues(), react(), worker(), precompressed()],
  server: {
    host: '127.0.0.1',
    allowedHosts: ['.localhost'],
    proxy: { '/api': toApi, '/openapi': toApi, '/problems': toApi, '/health': toApi, '/theme.css': toApi, '/manifest.webmanifest': toApi },
  },
  build: {
    target: 'es2022',
    assetsDir: 'assets',
    // A file that is small enough would be put into the style sheet as data:, which the policy of the page does not allow for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
    reportCompressedSize: false,
    rolldownOptions: {
      // The service worker has one name for ever: under it browsers look for a newer one.
      input: { index: 'index.html', sw: 'src/worker/sw.ts' },
      output: { entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  test: { environment: 'jsdom', setupFiles: ['src/test/setup.ts'], include: ['src/**/*.test.{ts,tsx}'] },
})
