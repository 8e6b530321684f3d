/** A text that waits on this device for the server to come back. */
export interface Shelved {
  key: string
  text: string
  version: number
  at: number
}

const name = 'drafts'
// Counters share machines: what nobody came back for is not kept.
const most = 24 * 3_600_000

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('helpdesk', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(name, { keyPath: 'key' })
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
    asked.onblocked = () => reject(new Error('Another page holds the store.'))
  })
}

async function on<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(name, mode)
      const asked = act(transaction.objectStore(name))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

/** A device that keeps nothing, such as a private window, is no reason to stop writing. */
export const shelved = {
  async get(key: string, now = Date.now()): Promise<Shelved | null> {
    const found = await on<Shelved | undefined>('readonly', (store) => store.get(key) as IDBRequest<Shelved | undefined>).catch(() => undefined)
    return found === undefined || now - found.at > most ? null : found
  },
  put: (text: Shelved): Promise<boolean> =>
    on('readwrite', (store) => store.put(text)).then(
      () => true,
      () => false,
    ),
  async remove(key: string): Promise<void> {
    await on('readwrite', (store) => store.delete(key)).catch(() => undefined)
  },
  /** At signing out: nothing of this person stays here. */
  async clear(): Promise<void> {
    await on('readwrite', (store) => store.clear()).catch(() => undefined)
  },
  /** Whenever the pages are opened: what is too old goes. */
  async tidy(now = Date.now()): Promise<void> {
    const all = await on<Shelved[]>('readonly', (store) => store.getAll() as IDBRequest<Shelved[]>).catch((): Shelved[] => [])
    for (const each of all) if (now - each.at > most) await shelved.remove(each.key)
  },
}
