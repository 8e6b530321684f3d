/** Something that is still on its way when a page is left for good. */
interface Leaver {
  /** Brings it to the server. */
  keep(): Promise<unknown>
  /** Lets go of it: somebody else is here now. */
  forget(): void
}

const leavers = new Set<Leaver>()
const patience = 3000

export function onLeaving(leaver: Leaver): void {
  leavers.add(leaver)
}

/** Before signing out and before loading anew. Nobody is kept waiting by a server that does not answer. */
export async function keepAll(): Promise<void> {
  const kept = Promise.allSettled([...leavers].map((each) => each.keep()))
  await Promise.race([kept, new Promise((resolve) => setTimeout(resolve, patience))])
}

export function forgetAll(): void {
  for (const each of leavers) each.forget()
}
