import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorPage } from '../Problems/ErrorPage'
import { has, t, type Key } from '../lib/i18n'
import { useForm } from '../lib/useForm'
import { Button } from '../ui/Button'
import { ErrorSummary } from '../ui/ErrorSummary'
import { Select } from '../ui/Field'
import { Page } from '../ui/Page'
import { Skeleton } from '../ui/Skeleton'
import { toast } from '../ui/toast'
import { Devices } from '../Notifications/Devices'
import { MutedQueues } from '../Notifications/MutedQueues'
import { isStaff, sessionQuery } from '../SignIn/session'
import { placeQuery } from '../Tenants/place'
import { changeMe, meQuery, type Me } from './me'
import { Crumb } from './SessionsPage'

export function NotificationSettingsPage() {
  const me = useQuery(meQuery)
  const staff = isStaff(useQuery(sessionQuery).data)
  const atHome = useQuery(placeQuery).data?.host === 'portal'
  if (me.error) return <ErrorPage error={me.error} reset={() => void me.refetch()} />
  return (
    <Page title={t('account.notifications')} above={<Crumb />}>
      {me.data && <Devices account={me.data.id} />}
      {staff && atHome && <MutedQueues />}
      {me.data ? <Settings key={me.data.version} me={me.data} /> : <Skeleton lines={6} label={t('loading')} />}
    </Page>
  )
}

const digests = ['none', 'hourly', 'daily'] as const

const nameOf = (kind: string): string => (has(`kind.${kind}`) ? t(`kind.${kind}` as Key) : kind)

function Settings({ me }: { me: Me }) {
  const client = useQueryClient()
  const [told, setTold] = useState(me.notifications)
  const [mailed, setMailed] = useState(me.mails)
  const [pushed, setPushed] = useState(me.pushes)
  const [digest, setDigest] = useState(me.mail_digest)
  const form = useForm({
    fields: {},
    send: () =>
      changeMe({
        notifications: changed(me.notifications, told),
        mails: changed(me.mails, mailed),
        pushes: changed(me.pushes, pushed),
        mail_digest: digest,
      }),
    onSent: (next) => {
      client.setQueryData(meQuery.queryKey, next)
      toast(t('account.saved'))
    },
  })
  return (
    <form className="card stack" noValidate onSubmit={form.submit}>
      <ErrorSummary title={t('form.faults')} faults={form.faults} />
      <table className="plain-table">
        <caption className="visually-hidden">{t('account.notifications')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('kinds')}</th>
            <th scope="col">{t('kinds.told')}</th>
            <th scope="col">{t('kinds.mailed')}</th>
            <th scope="col">{t('kinds.pushed')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.keys(me.notifications).map((kind) => (
            <tr key={kind}>
              <th scope="row">{nameOf(kind)}</th>
              <Mark label={`${nameOf(kind)}: ${t('kinds.told')}`} value={told[kind]} onChange={(on) => setTold({ ...told, [kind]: on })} />
              <Mark label={`${nameOf(kind)}: ${t('kinds.mailed')}`} value={mailed[kind]} onChange={(on) => setMailed({ ...mailed, [kind]: on })} />
              <Mark label={`${nameOf(kind)}: ${t('kinds.pushed')}`} value={pushed[kind]} onChange={(on) => setPushed({ ...pushed, [kind]: on })} />
            </tr>
          ))}
        </tbody>
      </table>
      <Select label={t('digest')} value={digest} onChange={(event) => setDigest(event.target.value as typeof digest)}>
        {digests.map((each) => (
          <option key={each} value={each}>
            {t(`digest.${each}`)}
          </option>
        ))}
      </Select>
      <div className="row">
        <Button kind="primary" type="submit" busy={form.busy}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

function Mark({ label, value, onChange }: { label: string; value: boolean | undefined; onChange: (on: boolean) => void }) {
  return (
    <td>
      {value !== undefined && (
        <label className="check">
          <input type="checkbox" checked={value} aria-label={label} onChange={(event) => onChange(event.target.checked)} />
        </label>
      )}
    </td>
  )
}

function changed(before: Record<string, boolean>, after: Record<string, boolean>): Record<string, boolean> {
  return Object.fromEntries(Object.entries(after).filter(([kind, on]) => before[kind] !== on))
}
