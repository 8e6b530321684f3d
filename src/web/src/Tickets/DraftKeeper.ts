import { isProblem, Unreachable } from '../api/problem'
import type { DraftShelf } from './draftShelf'

export interface SavedDraft {
  body: string | null
  version: number
  savedAt: string | null
}

/** Where a draft is kept: for one account, ticket and kind. */
export interface DraftDoor {
  read(): Promise<SavedDraft>
  /**
   * @param urgent The page goes away: it must leave within the call itself.
   * @throws DraftConflict somebody has saved since that version, most likely the same person on another page.
   */
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
  /** device: the server is away, this device keeps it meanwhile. */
  phase: 'loading' | 'saved' | 'unsaved' | 'failed' | 'device'
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
  private isSending = false
  private isOver = false
  private readonly door: DraftDoor
  private readonly shelf: DraftShelf | null
  private readonly pause: number

  constructor(door: DraftDoor, shelf: DraftShelf | null = null, pause = 800) {
    this.door = door
    this.shelf = shelf
    this.pause = pause
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly get = () => this.state

  /** Everything that was typed is on the server. */
  get isKept(): boolean {
    return this.saving === null && !this.isSending && (this.isOver || this.state.text === this.kept) && this.state.newer === null
  }

  async load(): Promise<void> {
    const here = await this.shelf?.read()
    try {
      const found = await this.door.read()
      this.version = found.version
      this.kept = found.body ?? ''
      // What this device kept was written on a version: when another was saved meanwhile, both are there to choose from.
      if (here && !this.touched) this.takeFrom(here, found)
      // Whoever typed before it came goes on with what they typed.
      else if (this.touched) this.later()
      else this.set({ text: this.kept, phase: 'saved', savedAt: found.body === null ? null : found.savedAt })
    } catch {
      if (here && !this.touched) {
        this.touched = true
        this.version = here.version
        this.set({ text: here.text, phase: 'device' })
      } else this.set({ phase: this.touched ? 'failed' : 'saved' })
      this.later(5 * this.pause)
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
    // As the page goes away, the save that is under way counts as done: it left before this one.
    const ahead = urgent && this.saving !== null ? 1 : 0
    if (this.saving !== null && !urgent) await this.saving
    if (this.isOver || this.state.phase === 'loading' || this.state.text === this.kept || this.state.newer !== null) return
    const saving = this.save(urgent, this.version + ahead).finally(() => {
      if (this.saving === saving) this.saving = null
    })
    this.saving = saving
    await saving
  }

  /** While what is written goes out, a draft that is gone was not discarded by somebody else. */
  async during<T>(send: () => Promise<T>): Promise<T> {
    this.isSending = true
    try {
      return await send()
    } catch (error) {
      this.isSending = false
      if (this.state.text !== this.kept) this.later()
      throw error
    }
  }

  /** What was written has been sent: the server has removed the draft in the same act. */
  async sent(): Promise<void> {
    clearTimeout(this.timer)
    this.touched = false
    this.kept = ''
    this.set({ text: '', phase: 'saved', savedAt: null, newer: null })
    await this.saving
    void this.shelf?.remove()
    const left = await this.door.read().catch(() => null)
    if (left !== null) this.version = left.version
    this.isSending = false
    if (this.touched) this.later()
  }

  takeNewer(): void {
    const { newer } = this.state
    if (newer === null) return
    this.kept = newer.body ?? ''
    void this.shelf?.remove()
    this.set({ text: this.kept, phase: 'saved', savedAt: newer.savedAt, newer: null })
  }

  keepOwn(): void {
    this.set({ newer: null, phase: 'unsaved' })
    void this.flush()
  }

  /** Nothing more is written: somebody else is here now. */
  forget(): void {
    this.isOver = true
    clearTimeout(this.timer)
    void this.shelf?.remove()
  }

  private takeFrom(here: { text: string; version: number }, found: SavedDraft): void {
    this.touched = true
    const other = here.version !== found.version && found.body !== null && found.body !== here.text
    this.set({ text: here.text, phase: 'unsaved', ...(other && { newer: found }) })
    if (!other) void this.flush()
  }

  private later(after = this.pause): void {
    clearTimeout(this.timer)
    if (this.isOver) return
    // Nobody has typed, and what there is could not be read yet.
    this.timer = setTimeout(() => void (this.touched ? this.flush() : this.listeners.size > 0 && this.load()), after)
  }

  private async save(urgent: boolean, version = this.version): Promise<void> {
    const text = this.state.text
    try {
      const saved = await this.door.write(text, version, urgent)
      this.version = saved.version
      // Sent meanwhile: the text that was kept is not there any more.
      if (!this.touched) return
      this.kept = text
      void this.shelf?.remove()
      if (this.state.text === text) {
        this.touched = false
        this.set({ phase: 'saved', savedAt: saved.savedAt })
      } else this.later()
    } catch (error) {
      if (error instanceof DraftConflict) await this.meet(error.newer, text, urgent)
      else await this.wait(error, text)
    }
  }

  private async meet(newer: SavedDraft, text: string, urgent: boolean): Promise<void> {
    this.version = newer.version
    // Sent or discarded elsewhere, or here: there is no other text to choose.
    if (newer.body !== null && newer.body !== text) this.set({ newer, phase: 'unsaved' })
    else if (this.touched && this.state.text !== '' && !this.isSending) await this.save(urgent)
    else if (!this.isSending) this.set({ phase: 'saved' })
  }

  private async wait(error: unknown, text: string): Promise<void> {
    const isAway = error instanceof Unreachable
    const isHere = isAway && this.touched && ((await this.shelf?.put(text, this.version)) ?? false)
    if (!this.touched) return
    this.set({ phase: isHere ? 'device' : 'failed' })
    // Away, or busy: what was typed waits here and goes when it can.
    if (isAway || isProblem(error, 'unavailable', 'too-many-requests')) this.later(5 * this.pause)
  }

  private set(change: Partial<DraftState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }
}
