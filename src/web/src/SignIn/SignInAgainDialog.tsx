import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../lib/i18n'
import { forgetAll } from '../lib/leaving'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { sessionQuery, signOut, type Session } from './session'
import { SignInForm } from './SignInForm'

export function SignInAgainDialog({ onEnd }: { onEnd: (again: boolean) => void }) {
  const client = useQueryClient()
  const [was] = useState(() => client.getQueryData<Session>(sessionQuery.queryKey)?.account)
  return (
    <Dialog title={t('again.title')} open onClose={() => onEnd(false)} firm>
      <p>{t('again.text')}</p>
      <SignInForm
        {...(was?.email && { email: was.email })}
        onSignedIn={(session) => {
          if (session.account?.id === was?.id) onEnd(true)
          else {
            // What the other one was writing stays theirs.
            forgetAll()
            window.location.reload()
          }
        }}
      />
      <Button
        kind="quiet"
        onPress={() => {
          forgetAll()
          onEnd(false)
          void signOut(client)
            .catch(() => undefined)
            .finally(() => window.location.assign('/sign-in'))
        }}
      >
        {t('again.other')}
      </Button>
    </Dialog>
  )
}
