import { currentLanguage } from './i18n'

// Times are the municipality's: staff and customers speak of the same hour, wherever their device is.
let zone = 'Europe/Berlin'

export function setZone(next: string): void {
  zone = next
  formats.clear()
}

export function currentZone(): string {
  return zone
}

const formats = new Map<string, Intl.DateTimeFormat>()
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${currentLanguage()} ${name}`
  let found = formats.get(key)
  if (found === undefined) {
    found = new Intl.DateTimeFormat(currentLanguage() === 'de' ? 'de-DE' : 'en-GB', { timeZone: zone, ...options })
    formats.set(key, found)
  }
  return found
}

/** 20.11.2026 */
export function date(at: string): string {
  return format('date', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(at))
}

/** 20.11.2026, 16:30 */
export function dateTime(at: string): string {
  return format('moment', { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(new Date(at))
}

/** Freitag, 20. November 2026 um 16:30 */
export function longDateTime(at: string): string {
  return format('long', { dateStyle: 'full', timeStyle: 'short' }).format(new Date(at))
}

/** 16:30 */
export function time(at: string): string {
  return format('time', { hour: '2-digit', minute: '2-digit' }).format(new Date(at))
}

/** "vor 3 Stunden" up to seven days, then the date. */
export function relative(at: string, now: number = Date.now()): string {
  const away = new Date(at).getTime() - now
  const size = Math.abs(away)
  if (size >= 7 * day) return date(at)
  const words = new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'auto' })
  if (size < 45_000) return words.format(0, 'second')
  if (size < hour) return words.format(Math.round(away / minute), 'minute')
  if (size < day) return words.format(Math.round(away / hour), 'hour')
  return words.format(Math.round(away / day), 'day')
}

/** The largest parts of a span: "2 Tage, 3 Stunden". */
export function span(milliseconds: number, most = 2): string {
  const size = Math.max(0, Math.round(Math.abs(milliseconds) / minute))
  const parts: [number, string][] = [
    [Math.floor(size / 1440), 'day'],
    [Math.floor((size % 1440) / 60), 'hour'],
    [size % 60, 'minute'],
  ]
  const first = parts.findIndex(([count]) => count > 0)
  const shown = first < 0 ? parts.slice(2) : parts.slice(first, first + most).filter(([count]) => count > 0)
  const words = shown.map(([count, unit]) =>
    new Intl.NumberFormat(currentLanguage(), { style: 'unit', unit, unitDisplay: 'long' }).format(count),
  )
  return new Intl.ListFormat(currentLanguage(), { style: 'long', type: 'unit' }).format(words)
}

/** 12,5 MB */
export function bytes(count: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  let step = 0
  let size = count
  while (size >= 1000 && step < units.length - 1) {
    size /= 1000
    step++
  }
  const unit = units[step] ?? 'byte'
  return new Intl.NumberFormat(currentLanguage(), { style: 'unit', unit, maximumFractionDigits: step === 0 ? 0 : 1 }).format(size)
}

export function number(count: number): string {
  return new Intl.NumberFormat(currentLanguage()).format(count)
}
