import { Unreachable } from '../api/problem'
import { createStore } from './store'

/** A part of the pages is not on the server any more: there is a newer build. */
export class NewBuild extends Error {
  constructor() {
    super('There is a newer build of these pages.')
    this.name = 'NewBuild'
  }
}

/** Whether somebody has to be asked to load the pages anew. */
export const newBuild = createStore(false)

/**
 * Loads a part of the pages. When it is missing, it is found out why: a newer build is said once, and the page that is open goes on; without
 * a connection it can be tried again.
 */
export async function chunk<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    // In words of our own: the router would load the page anew at the browser's.
    if (!(await isReplaced())) throw new Error('A part of the pages could not be loaded.', { cause: error })
    newBuild.set(true)
    throw new NewBuild()
  }
}

/** The page that the server has now names another script than the one that runs here. */
export async function isReplaced(): Promise<boolean> {
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.getAttribute('src')
  let page: Response
  try {
    page = await fetch('/', { cache: 'no-store', credentials: 'same-origin', headers: { Accept: 'text/html' } })
  } catch (error) {
    throw new Unreachable(error)
  }
  if (page.status >= 500) throw new Unreachable(page.status)
  return script != null && page.ok && !(await page.text()).includes(script)
}
