/** What a clock on the wall and a calendar beside it show. */
export interface WallClock {
  year: number
  month: number
  day: number
  hour: number
  minute: number
}

/** What they show in this zone at a moment. */
export function wallClockAt(moment: number, zone: string): WallClock {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(moment)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value)
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') }
}

const asUtc = (clock: WallClock) => Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute)

/** The moment at which they show this; null: never, the clocks were put forward over it. Where they show it twice it is the first time. */
export function momentOf(clock: WallClock, zone: string): number | null {
  const wanted = asUtc(clock)
  // The offset of a day before and of a day after: one of them holds, at a change of the clocks perhaps both.
  const day = 86_400_000
  const offsets = [wanted - day, wanted + day].map((near) => asUtc(wallClockAt(near, zone)) - near)
  const found = offsets.map((offset) => wanted - offset).filter((moment) => asUtc(wallClockAt(moment, zone)) === wanted)
  return found.length === 0 ? null : Math.min(...found)
}
