import { isProblem, Unreachable } from '../api/problem'

export interface SavedDraft {
  body: string | null
  version: number
  savedAt: string | null
}

/** Where a draft is kept: for one account, ticket and kind. */
export interface DraftDoor {
  read(): Promise<SavedDraft>
  /** @throws DraftConflict somebody has saved since that version, most likely the same person on another page. */
  write(body: string, version: number, urgent: boolean): Promise<SavedDraft>
}

export class DraftConflict extends Error {
  readonly newer: SavedDraft

  constructor(newer: SavedDraft) {
    super('A newer draft was saved.')
    this.name = 'DraftConflict'
    this.newer = newer
  }
}

export interface DraftState {
  text: string
  phase: 'loading' | 'saved' | 'unsaved' | 'failed'
  savedAt: string | null
  /** Written elsewhere since: offered, never put in by itself. */
  newer: SavedDraft | null
}

/**
 * Keeps what somebody writes: a pause after a keystroke and it is on the server, one request at a time, and the last text wins. A text that
 * was sent is never brought back by a save that was under way.
 */
export class DraftKeeper {
  private state: DraftState = { text: '', phase: 'loading', savedAt: null, newer: null }
  private readonly listeners = new Set<() => void>()
  private version = 0
  private kept = ''
  private timer: ReturnType<typeof setTimeout> | undefined
  private saving: Promise<void> | null = null
  private touched = false
  private readonly door: DraftDoor
  private readonly pause: number

  constructor(door: DraftDoor, pause = 800) {
    this.door = door
    this.pause = pause
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly get = () => this.state

  async load(): Promise<void> {
    try {
      const found = await this.door.read()
      this.version = found.version
      this.kept = found.body ?? ''
      // Whoever typed before it came goes on with what they typed.
      if (this.touched) this.later()
      else this.set({ text: this.kept, phase: 'saved', savedAt: found.body === null ? null : found.savedAt })
    } catch {
      this.set({ phase: this.touched ? 'failed' : 'saved' })
    }
  }

  type(text: string): void {
    this.touched = true
    this.set({ text, phase: 'unsaved' })
    this.later()
  }

  /** At once: the field is left, or the page is. */
  async flush(urgent = false): Promise<void> {
    clearTimeout(this.timer)
    if (this.saving !== null && !urgent) await this.saving
    if (this.state.phase === 'loading' || this.state.text === this.kept || this.state.newer !== null) return
    this.saving = this.save(urgent).finally(() => {
      this.saving = null
    })
    await this.saving
  }

  /** What was written has been sent: the server has removed the draft in the same act. */
  async sent(): Promise<void> {
    clearTimeout(this.timer)
    this.touched = false
    this.kept = ''
    this.set({ text: '', phase: 'saved', savedAt: null, newer: null })
    await this.saving
    const left = await this.door.read().catch(() => null)
    if (left !== null) this.version = left.version
  }

  takeNewer(): void {
    const { newer } = this.state
    if (newer === null) return
    this.kept = newer.body ?? ''
    this.set({ text: this.kept, phase: 'saved', savedAt: newer.savedAt, newer: null })
  }

  keepOwn(): void {
    this.set({ newer: null, phase: 'unsaved' })
    void this.flush()
  }

  end(): void {
    void this.flush(true)
    this.listeners.clear()
  }

  private later(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), this.pause)
  }

  private async save(urgent: boolean): Promise<void> {
    const text = this.state.text
    try {
      const saved = await this.door.write(text, this.version, urgent)
      this.version = saved.version
      this.kept = text
      if (this.state.text === text) this.set({ phase: 'saved', savedAt: saved.savedAt })
      else if (this.touched) this.later()
    } catch (error) {
      if (error instanceof DraftConflict) {
        this.version = error.newer.version
        // Sent or discarded elsewhere: there is no other text to choose.
        if (error.newer.body === null || error.newer.body === text) await this.again(urgent)
        else this.set({ newer: error.newer, phase: 'unsaved' })
        return
      }
      this.set({ phase: 'failed' })
      // Away, or busy: what was typed waits here and goes when it can.
      if (error instanceof Unreachable || isProblem(error, 'unavailable', 'too-many-requests')) {
        clearTimeout(this.timer)
        this.timer = setTimeout(() => void this.flush(), 5 * this.pause)
      }
    }
  }

  private async again(urgent: boolean): Promise<void> {
    if (this.touched && this.state.text !== '') await this.save(urgent)
    else this.set({ phase: 'saved' })
  }

  private set(change: Partial<DraftState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }
}
