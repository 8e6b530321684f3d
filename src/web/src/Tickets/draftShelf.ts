import { shelved, type Shelved } from '../lib/shelf'

/** Keeps one draft on this device while the server is away, and only then. */
export interface DraftShelf {
  read(): Promise<Shelved | null>
  /** @returns Whether this device keeps it; a private window may not. */
  put(text: string, version: number): Promise<boolean>
  remove(): Promise<void>
}

/** @param key Of the municipality, the account, the ticket and the kind: nobody else finds it. */
export function draftShelf(key: string): DraftShelf {
  // What was never put is not removed: most drafts never touch the device.
  let filled = false
  return {
    async read() {
      const found = await shelved.get(key)
      filled = found !== null
      return found
    },
    async put(text, version) {
      filled = await shelved.put({ key, text, version, at: Date.now() })
      return filled
    },
    async remove() {
      if (!filled) return
      filled = false
      await shelved.remove(key)
    },
  }
}
