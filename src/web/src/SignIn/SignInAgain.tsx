import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { onSessionEnd } from '../api/client'
import { lazyPart } from '../lib/lazyPart'
import { sessionQuery, type Session } from './session'

const SignInAgainDialog = lazyPart(async () => (await import('./SignInAgainDialog')).SignInAgainDialog)
// Loaded while the page is quiet: when the session ends, another build may have taken its place.
const quiet = 10_000

/**
 * The session has ended under a page that somebody works on: they sign in over it, nothing that was written is lost, and what was sent goes
 * out again. Somebody else's sign-in begins anew.
 */
export function SignInAgain() {
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const waiting = useRef<((again: boolean) => void)[]>([])

  useEffect(() => {
    onSessionEnd(() => {
      // Whoever was never signed in is led to the sign-in page instead.
      if (client.getQueryData<Session>(sessionQuery.queryKey)?.account == null) return Promise.resolve(false)
      setOpen(true)
      return new Promise<boolean>((resolve) => waiting.current.push(resolve))
    })
    const timer = setTimeout(SignInAgainDialog.preload, quiet)
    return () => {
      clearTimeout(timer)
      onSessionEnd(null)
    }
  }, [client])

  if (!open) return null
  return (
    <SignInAgainDialog
      onEnd={(again) => {
        setOpen(false)
        for (const resolve of waiting.current.splice(0)) resolve(again)
      }}
    />
  )
}
