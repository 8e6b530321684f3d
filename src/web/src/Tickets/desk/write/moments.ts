import { momentOf, wallClockAt, type WallClock } from '../../../lib/wallClock'

export interface Offer {
  kind: 'today' | 'tomorrow' | 'monday'
  at: number
}

// An offer that is over before somebody has pressed the button is none.
const soonest = 10 * 60_000

/** Moments that are often meant, by the clock of the municipality; what has passed already is not offered, nor one moment twice. */
export function offersAt(now: number, zone: string): Offer[] {
  const today = wallClockAt(now, zone)
  const weekday = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay()
  const inDays = (days: number, hour: number) => momentOf({ ...dayAfter(today, days), hour, minute: 0 }, zone)
  const toMonday = (8 - weekday) % 7 || 7
  const offers: [Offer['kind'], number | null][] = [
    ['today', inDays(0, 16)],
    ['tomorrow', inDays(1, 8)],
    ['monday', toMonday === 1 ? null : inDays(toMonday, 8)],
  ]
  return offers.flatMap(([kind, at]) => (at === null || at < now + soonest ? [] : [{ kind, at }]))
}

function dayAfter(clock: WallClock, days: number): WallClock {
  const next = new Date(Date.UTC(clock.year, clock.month - 1, clock.day + days))
  return { ...clock, year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() }
}

/** As the fields for a date and a time hold it. */
export function fieldsOf(moment: number, zone: string): { date: string; time: string } {
  const { year, month, day, hour, minute } = wallClockAt(moment, zone)
  const two = (part: number) => String(part).padStart(2, '0')
  return { date: `${year}-${two(month)}-${two(day)}`, time: `${two(hour)}:${two(minute)}` }
}

/** What two fields say: a moment, or why it is none. */
export function typedMoment(date: string, time: string, now: number, zone: string): number | 'missing' | 'none' | 'past' {
  const [year, month, day] = date.split('-').map(Number)
  const [hour, minute] = time.split(':').map(Number)
  if (!year || !month || !day || hour === undefined || minute === undefined || date === '' || time === '') return 'missing'
  const moment = momentOf({ year, month, day, hour, minute }, zone)
  if (moment === null) return 'none'
  return moment <= now ? 'past' : moment
}
