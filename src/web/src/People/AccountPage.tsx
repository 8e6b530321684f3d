import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ErrorPage } from '../Problems/ErrorPage'
import { faultOf } from '../lib/faults'
import { languages, speak, t, type Language } from '../lib/i18n'
import { notKept } from '../lib/ownPreferences'
import { after, chooseAfter, chooseDensity, chooseTheme, density, rememberLanguage, theme, type After, type Density, type Theme } from '../lib/preferences'
import { useForm } from '../lib/useForm'
import { isStaff, sessionQuery } from '../SignIn/session'
import { Button } from '../ui/Button'
import { ErrorSummary } from '../ui/ErrorSummary'
import { Select, TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { Skeleton } from '../ui/Skeleton'
import { toast } from '../ui/toast'
import { changeMe, meQuery, type Me } from './me'
import { PasswordForm } from './PasswordForm'

export function AccountPage() {
  const me = useQuery(meQuery)
  const session = useQuery(sessionQuery)
  if (me.error) return <ErrorPage error={me.error} reset={() => void me.refetch()} />
  return (
    <Page title={t('account')}>
      <nav className="row" aria-label={t('account.pages')}>
        <Link className="button" to="/account/sessions">
          {t('account.sessions')}
        </Link>
        <Link className="button" to="/account/notifications">
          {t('account.notifications')}
        </Link>
        <Link className="button" to="/account/second-factor">
          {t('account.secondFactor')}
        </Link>
        <Link className="button" to="/account/passkeys">
          {t('account.passkeys')}
        </Link>
      </nav>
      {me.data ? <Profile me={me.data} /> : <Skeleton lines={4} label={t('loading')} />}
      <Appearance staff={isStaff(session.data)} />
      <PasswordForm />
    </Page>
  )
}

function Profile({ me }: { me: Me }) {
  const client = useQueryClient()
  const [name, setName] = useState(me.name)
  const [language, setLanguage] = useState(me.language as Language)
  const [hold, setHold] = useState(me.mail_hold)
  const form = useForm({
    fields: { name: 'name', language: 'language', mail_hold: 'hold' },
    check: () => (name.trim() === '' ? [{ field: 'name', text: t('register.name.missing') }] : []),
    send: () => changeMe({ name: name.trim(), language, mail_hold: hold }),
    onSent: (next) => {
      client.setQueryData(meQuery.queryKey, next)
      void client.invalidateQueries({ queryKey: ['session'] })
      toast(t('account.saved'))
      rememberLanguage(language)
      void speak(language)
    },
  })
  return (
    <form className="card stack" noValidate onSubmit={form.submit} aria-labelledby="profile">
      <h2 id="profile">{t('account.profile')}</h2>
      <ErrorSummary title={t('form.faults')} faults={form.faults} />
      <TextField id="name" label={t('register.name')} autoComplete="name" value={name} error={faultOf(form.faults, 'name')} onChange={(event) => setName(event.target.value)} />
      <dl className="facts">
        <dt>{t('signIn.email')}</dt>
        <dd>{me.email}</dd>
      </dl>
      <Select id="language" label={t('account.language')} value={language} onChange={(event) => setLanguage(event.target.value as Language)}>
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {each === 'de' ? 'Deutsch' : 'English'}
          </option>
        ))}
      </Select>
      <Select id="hold" label={t('account.hold')} hint={t('account.hold.hint')} value={String(hold)} onChange={(event) => setHold(Number(event.target.value))}>
        {[0, 5, 10, 30].map((seconds) => (
          <option key={seconds} value={seconds}>
            {t('account.hold.seconds', { seconds })}
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

/** Chosen is stored: there is nothing to send, and another browser looks alike. */
function Appearance({ staff }: { staff: boolean }) {
  const refused = notKept.use()
  return (
    <section className="card stack" aria-labelledby="appearance">
      <h2 id="appearance">{t('appearance')}</h2>
      <p className="muted">{t('appearance.text')}</p>
      {refused !== null && (
        <Notice tone="danger" live>
          {t('appearance.notKept', { words: refused })}
        </Notice>
      )}
      <Select label={t('appearance.theme')} value={theme.use()} onChange={(event) => chooseTheme(event.target.value as Theme)}>
        {(['system', 'light', 'dark'] as const).map((each) => (
          <option key={each} value={each}>
            {t(`appearance.theme.${each}`)}
          </option>
        ))}
      </Select>
      {staff && (
        <>
          <Select label={t('appearance.density')} value={density.use()} onChange={(event) => chooseDensity(event.target.value as Density)}>
            {(['comfortable', 'compact'] as const).map((each) => (
              <option key={each} value={each}>
                {t(`appearance.density.${each}`)}
              </option>
            ))}
          </Select>
          <Select label={t('appearance.after')} value={after.use()} onChange={(event) => chooseAfter(event.target.value as After)}>
            {(['stay', 'next'] as const).map((each) => (
              <option key={each} value={each}>
                {t(`appearance.after.${each}`)}
              </option>
            ))}
          </Select>
        </>
      )}
    </section>
  )
}
