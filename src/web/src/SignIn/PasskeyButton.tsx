import { useMutation, useQueryClient } from '@tanstack/react-query'
import { wordsOf } from '../lib/faults'
import { t } from '../lib/i18n'
import { Button } from '../ui/Button'
import { signInWithPasskey, type Session } from './session'
import { knowsPasskeys } from './webauthn'

/** Not there where the browser knows none. */
export function PasskeyButton({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const client = useQueryClient()
  const signingIn = useMutation({
    mutationFn: () => signInWithPasskey(client),
    onSuccess: (session) => {
      if (session !== null) onSignedIn(session)
    },
    // Each try is a question of its own: the answer to one is good once.
    retry: false,
  })
  if (!knowsPasskeys()) return null
  const said = signingIn.error !== null ? wordsOf(signingIn.error) : signingIn.data === null ? t('passkey.cancelled') : null
  return (
    <>
      <Button busy={signingIn.isPending} onPress={() => signingIn.mutate()}>
        {t('passkey.signIn')}
      </Button>
      {said !== null && (
        <p className="field-error" role="alert">
          {said}
        </p>
      )}
    </>
  )
}
