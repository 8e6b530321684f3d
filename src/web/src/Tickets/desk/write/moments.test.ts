import { describe, expect, it } from 'vitest'
import { momentOf } from '../../../lib/wallClock'
import { fieldsOf, offersAt, typedMoment } from './moments'

const berlin = 'Europe/Berlin'
const at = (utc: string) => new Date(utc).getTime()
const offered = (now: string, zone = berlin) => offersAt(at(now), zone).map(({ kind, at: moment }) => [kind, new Date(moment).toISOString()])

describe('Moments that are offered', () => {
  it('are by the clock of the municipality, wherever the device is', () => {
    // A Wednesday, 10:00 in Berlin.
    expect(offered('2026-12-02T09:00:00Z')).toEqual([
      ['today', '2026-12-02T15:00:00.000Z'],
      ['tomorrow', '2026-12-03T07:00:00.000Z'],
      ['monday', '2026-12-07T07:00:00.000Z'],
    ])
    // The same moment is the evening of that day in Auckland: today has passed there.
    expect(offered('2026-12-02T09:00:00Z', 'Pacific/Auckland')[0]).toEqual(['tomorrow', '2026-12-02T19:00:00.000Z'])
  })

  it('do not include what has passed or is about to pass', () => {
    expect(offered('2026-12-02T14:49:00Z')[0]?.[0]).toBe('today')
    expect(offered('2026-12-02T14:55:00Z')[0]?.[0]).toBe('tomorrow')
  })

  it('never name one moment twice: on a Sunday tomorrow is the next Monday', () => {
    expect(offered('2026-12-06T09:00:00Z').map(([kind]) => kind)).toEqual(['today', 'tomorrow'])
    expect(offered('2026-12-07T09:00:00Z')[2]).toEqual(['monday', '2026-12-14T07:00:00.000Z'])
  })

  it('stand at the same hour when the clocks change overnight', () => {
    // 28 March 2026 is the day before summer time begins.
    expect(offered('2026-03-28T09:00:00Z')[1]).toEqual(['tomorrow', '2026-03-29T06:00:00.000Z'])
    expect(offered('2026-10-24T09:00:00Z')[1]).toEqual(['tomorrow', '2026-10-25T07:00:00.000Z'])
  })
})

describe('A moment of one’s own', () => {
  const now = at('2026-03-28T09:00:00Z')

  it('is read by the clock of the municipality, and shown as it was typed', () => {
    const moment = typedMoment('2026-03-30', '09:15', now, berlin)
    expect(moment).toBe(at('2026-03-30T07:15:00Z'))
    expect(fieldsOf(moment as number, berlin)).toEqual({ date: '2026-03-30', time: '09:15' })
  })

  it('says why it is none: not whole, in the past, or skipped by the clocks', () => {
    expect(typedMoment('', '09:00', now, berlin)).toBe('missing')
    expect(typedMoment('2026-03-30', '', now, berlin)).toBe('missing')
    expect(typedMoment('2026-03-28', '09:59', now, berlin)).toBe('past')
    expect(typedMoment('2026-03-29', '02:30', now, berlin)).toBe('none')
  })

  it('is the first of two where the clocks show it twice, and midnight is one', () => {
    expect(momentOf({ year: 2026, month: 10, day: 25, hour: 2, minute: 30 }, berlin)).toBe(at('2026-10-25T00:30:00Z'))
    expect(typedMoment('2026-03-30', '00:00', now, berlin)).toBe(at('2026-03-29T22:00:00Z'))
  })
})
