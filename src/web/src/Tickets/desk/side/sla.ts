import type { Schemas } from '../../../api/client'

export type Target = Schemas['SlaTargetResponse']
export type Segment = Schemas['SegmentResponse']

const parts = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** ISO 8601 as the server writes it: "PT71H56M39S", "-PT5M". */
export function milliseconds(duration: string): number {
  const found = parts.exec(duration)
  if (found === null) return 0
  const [days, hours, minutes, seconds] = found.slice(2).map((each) => Number(each ?? 0))
  const size = (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)
  return (found[1] === '-' ? -1 : 1) * size * 1000
}

export interface Drawn {
  x: number
  width: number
  counts: boolean
}

/** Where each segment lies on a line of the given width. Short ones are widened so that they can be seen. */
export function drawn(segments: Segment[], width: number): Drawn[] {
  const first = segments[0]
  const last = segments.at(-1)
  if (first === undefined || last === undefined) return []
  const from = new Date(first.from).getTime()
  const whole = Math.max(1, new Date(last.to).getTime() - from)
  return segments.map((each) => ({
    x: ((new Date(each.from).getTime() - from) / whole) * width,
    width: Math.max(2, ((new Date(each.to).getTime() - new Date(each.from).getTime()) / whole) * width),
    counts: each.counts,
  }))
}
