import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { onSessionEnd } from '../api/client'
import { t } from '../lib/i18n'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { sessionQuery, signOut, type Session } from './session'
import { SignInForm } from './SignInForm'

/**
 * The session has ended under a page that somebody works on: they sign in over it, nothing that was written is lost, and what was sent goes
 * out again. Somebody else's sign-in begins anew.
 */
export function SignInAgain() {
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const waiting = useRef<((again: boolean) => void)[]>([])
  const was = client.getQueryData<Session>(sessionQuery.queryKey)?.account

  useEffect(() => {
    onSessionEnd(() => {
      // Whoever was never signed in is led to the sign-in page instead.
      if (client.getQueryData<Session>(sessionQuery.queryKey)?.account == null) return Promise.resolve(false)
      setOpen(true)
      return new Promise<boolean>((resolve) => waiting.current.push(resolve))
    })
    return () => onSessionEnd(null)
  }, [client])

  const end = (again: boolean) => {
    setOpen(false)
    for (const resolve of waiting.current.splice(0)) resolve(again)
  }
  return (
    <Dialog title={t('again.title')} open={open} onClose={() => end(false)} firm>
      <p>{t('again.text')}</p>
      <SignInForm
        {...(was?.email && { email: was.email })}
        onSignedIn={(session) => {
          if (session.account?.id === was?.id) end(true)
          else window.location.reload()
        }}
      />
      <Button
        kind="quiet"
        onPress={() => {
          end(false)
          void signOut(client).catch(() => undefined).finally(() => window.location.assign('/sign-in'))
        }}
      >
        {t('again.other')}
      </Button>
    </Dialog>
  )
}
