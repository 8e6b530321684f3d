import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { onSessionEnd } from '../api/client'
import { sessionQuery, type Session } from './session'

const SignInAgainDialog = lazy(() => import('./SignInAgainDialog').then((module) => ({ default: module.SignInAgainDialog })))

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
    return () => onSessionEnd(null)
  }, [client])

  if (!open) return null
  return (
    <Suspense>
      <SignInAgainDialog
        onEnd={(again) => {
          setOpen(false)
          for (const resolve of waiting.current.splice(0)) resolve(again)
        }}
      />
    </Suspense>
  )
}
