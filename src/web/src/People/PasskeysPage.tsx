import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dateTime, relative } from '../lib/format'
import { t } from '../lib/i18n'
import { ErrorPage } from '../Problems/ErrorPage'
import { knowsPasskeys } from '../SignIn/webauthn'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { Skeleton } from '../ui/Skeleton'
import { AddPasskeyDialog, RemovePasskeyDialog, RenamePasskeyDialog } from './PasskeyDialogs'
import { passkeysQuery, type Passkey } from './passkeys'
import { Crumb } from './SessionsPage'

type Open = { act: 'add' } | { act: 'rename' | 'remove'; passkey: Passkey } | null

/** The passkeys of one's own account at this place. */
export function PasskeysPage() {
  const passkeys = useQuery(passkeysQuery)
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  if (passkeys.error) return <ErrorPage error={passkeys.error} reset={() => void passkeys.refetch()} />
  return (
    <Page title={t('account.passkeys')} above={<Crumb />}>
      <p>{t('passkeys.text')}</p>
      {!passkeys.data && <Skeleton lines={3} label={t('loading')} />}
      {passkeys.data?.items.length === 0 && <p className="muted">{t('passkeys.none')}</p>}
      {passkeys.data !== undefined && passkeys.data.items.length > 0 && (
        <ul role="list" className="stack">
          {passkeys.data.items.map((each) => (
            <li key={each.id} className="card row row-apart">
              <PasskeyText passkey={each} />
              <div className="row">
                <Button aria-label={t('passkeys.rename.of', { name: each.name })} onPress={() => setOpen({ act: 'rename', passkey: each })}>
                  {t('passkeys.rename')}
                </Button>
                <Button kind="danger" aria-label={t('passkeys.remove.of', { name: each.name })} onPress={() => setOpen({ act: 'remove', passkey: each })}>
                  {t('passkeys.remove')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {knowsPasskeys() ? (
        <div className="row">
          <Button kind="primary" onPress={() => setOpen({ act: 'add' })}>
            {t('passkeys.add')}
          </Button>
        </div>
      ) : (
        <Notice>{t('passkeys.unsupported')}</Notice>
      )}
      {open?.act === 'add' && <AddPasskeyDialog onClose={close} />}
      {open?.act === 'rename' && <RenamePasskeyDialog passkey={open.passkey} onClose={close} />}
      {open?.act === 'remove' && <RemovePasskeyDialog passkey={open.passkey} onClose={close} />}
    </Page>
  )
}

function PasskeyText({ passkey }: { passkey: Passkey }) {
  const facts = [
    passkey.last_used_at === null ? t('passkeys.unused') : t('passkeys.used', { when: relative(passkey.last_used_at) }),
    t('passkeys.since', { when: dateTime(passkey.created_at) }),
    ...(passkey.backed_up ? [t('passkeys.backedUp')] : []),
  ]
  return (
    <div>
      <strong>{passkey.name}</strong>
      <p className="muted small">{facts.join(' · ')}</p>
    </div>
  )
}
