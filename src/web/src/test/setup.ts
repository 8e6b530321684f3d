import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'
import { needTexts, speak } from '../lib/i18n'

// jsdom lacks what a browser has and React Aria and the router call.
globalThis.CSS ??= {} as typeof CSS
CSS.escape ??= (text: string) => text.replaceAll(/[^\w-]/g, (sign) => `\\${sign}`)
window.scrollTo = () => {}

await needTexts('work')
await speak('de')
afterEach(cleanup)
