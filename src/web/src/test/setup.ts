import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'
import { needTexts, speak } from '../lib/i18n'

await needTexts('work')
await speak('de')
afterEach(cleanup)
