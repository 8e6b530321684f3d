import { useEffect, useState } from 'react'
import { away } from './stream'

// A server that restarts is back before anybody has to be told.
const patience = 4000

/** Since when the server has not been heard of, once that is worth telling; `null`: it is there. */
export function useAway(): number | null {
  const since = away.use()
  const [told, setTold] = useState<number | null>(() => since)
  useEffect(() => {
    if (since === null) {
      setTold(null)
      return
    }
    const timer = setTimeout(() => setTold(since), Math.max(0, since + patience - Date.now()))
    return () => clearTimeout(timer)
  }, [since])
  return since === null ? null : told
}
