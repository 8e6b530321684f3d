import { onLeaving } from '../lib/leaving'
import { DraftKeeper, type DraftDoor } from './DraftKeeper'
import { draftShelf } from './draftShelf'

/**
 * A keeper outlives its page until what was typed has arrived: whoever comes back before that finds their own text, not the one that the
 * server still has. A key names the municipality, the account, the ticket and the kind, so no text appears anywhere else.
 */
const keepers = new Map<string, { keeper: DraftKeeper; users: number }>()

export function keeperOf(key: string, door: () => DraftDoor): DraftKeeper {
  const known = keepers.get(key)
  if (known !== undefined) return known.keeper
  const keeper = new DraftKeeper(door(), draftShelf(key))
  keepers.set(key, { keeper, users: 0 })
  return keeper
}

/** For as long as a page shows it. */
export function useOf(key: string, keeper: DraftKeeper): () => void {
  const entry = keepers.get(key) ?? { keeper, users: 0 }
  keepers.set(key, entry)
  // One that has nothing left to save may know less than the server by now.
  if (entry.users++ === 0 && keeper.isKept) void keeper.load()
  return () => {
    entry.users--
    void keeper.flush().then(() => {
      if (entry.users === 0 && keeper.isKept) keepers.delete(key)
    })
  }
}

const all = () => [...keepers.values()].map((each) => each.keeper)

onLeaving({
  keep: () => Promise.all(all().map((keeper) => keeper.flush())),
  forget() {
    for (const keeper of all()) keeper.forget()
    keepers.clear()
  },
})

window.addEventListener('pagehide', () => {
  for (const keeper of all()) void keeper.flush(true)
})
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') for (const keeper of all()) void keeper.flush()
})
