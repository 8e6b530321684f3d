/** What stands behind `?`: plain words, a name several times for several values. Nothing is quoted, so that an address can be read and typed. */
export function readAddress(search: string): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(search)) {
    const before = found[name]
    found[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return found
}

export function writeAddress(search: Record<string, unknown>): string {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === '') continue
    for (const each of Array.isArray(value) ? value : [value]) words.append(name, String(each))
  }
  const text = words.toString()
  return text === '' ? '' : `?${text}`
}
