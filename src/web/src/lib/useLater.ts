import { useEffect, useState } from 'react'

/** The value once it has stood still for a while: a search is not asked for every letter. */
export function useLater<T>(value: T, milliseconds = 300): T {
  const [later, setLater] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return later
}
