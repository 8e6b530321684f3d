import { describe, expect, it } from 'vitest'
import { drawn, milliseconds } from './sla'

describe('Durations as the server writes them', () => {
  it.each([
    ['PT24H', 86_400_000],
    ['PT71H56M39S', 258_999_000],
    ['-PT5M', -300_000],
    ['PT1.5S', 1500],
    ['P1DT2H', 93_600_000],
  ])('%s', (written, size) => expect(milliseconds(written)).toBe(size))
})

it('The line draws what counts and what rests where they lie', () => {
  const segment = (from: string, to: string, counts: boolean) => ({ from, to, counts, reason: 'running' as const, note: null })
  expect(
    drawn([segment('2026-12-01T08:00:00Z', '2026-12-01T10:00:00Z', true), segment('2026-12-01T10:00:00Z', '2026-12-01T16:00:00Z', false)], 80),
  ).toEqual([
    { x: 0, width: 20, counts: true },
    { x: 20, width: 60, counts: false },
  ])
})
