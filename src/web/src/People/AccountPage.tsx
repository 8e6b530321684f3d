import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ErrorPage } from '../Problems/ErrorPage'
import { faultOf } from '../lib/faults'
import { languages, speak, t, type Language } from '../lib/i18n'
import { chooseDensity, chooseTheme, currentDensity, currentTheme, rememberLanguage, type Density, type Theme } from '../lib/preferences'
import { useForm } from '../lib/useForm'
import { Button } from '../ui/Button'
import { ErrorSummary } from '../ui/ErrorSummary'
import { Select, TextField } from '../ui/Field'
import { Page } from '../ui/Page'
import { Skeleton } from '../ui/Skeleton'
import { toast } from '../ui/toast'
import { changeMe, meQuery, type Me } from './me'
import { PasswordForm } from './PasswordForm'

export function AccountPage() {
  const me = useQuery(meQuery)
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
      <Appearance />
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

function Appearance() {
  const [theme, setTheme] = useState(currentTheme)
  const [density, setDensity] = useState(currentDensity)
  return (
    <section className="card stack" aria-labelledby="appearance">
      <h2 id="appearance">{t('appearance')}</h2>
      <Select
        label={t('appearance.theme')}
        value={theme}
        onChange={(event) => {
          setTheme(event.target.value as Theme)
          chooseTheme(event.target.value as Theme)
        }}
      >
        {(['system', 'light', 'dark'] as const).map((each) => (
          <option key={each} value={each}>
            {t(`appearance.theme.${each}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t('appearance.density')}
        value={density}
        onChange={(event) => {
          setDensity(event.target.value as Density)
          chooseDensity(event.target.value as Density)
        }}
      >
        {(['comfortable', 'compact'] as const).map((each) => (
          <option key={each} value={each}>
            {t(`appearance.density.${each}`)}
          </option>
        ))}
      </Select>
    </section>
  )
}
