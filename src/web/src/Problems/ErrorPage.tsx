import { useEffect } from 'react'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { Problem, Unreachable } from '../api/problem'
import { NewBuild } from '../lib/chunk'
import { wordsOf } from '../lib/faults'
import { t } from '../lib/i18n'
import { Button } from '../ui/Button'
import { Page } from '../ui/Page'

/** A page that could not be shown: what happened, and what to do now. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const away = error instanceof Unreachable
  useEffect(() => {
    if (!away) return
    const back = () => {
      reset()
      void router.invalidate()
    }
    addEventListener('online', back)
    return () => removeEventListener('online', back)
  }, [away, reset, router])
  // Above the page it is said what to do.
  if (error instanceof NewBuild)
    return (
      <Page title={t('newBuild.title')}>
        <p>{t('newBuild.text')}</p>
      </Page>
    )
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <Page title={titleOf(error)}>
      <p>{wordsOf(error)}</p>
      {error instanceof Problem && error.body.trace_id && <p className="muted small">{t('error.trace', { trace: error.body.trace_id })}</p>}
      <div className="row">
        <Button kind="primary" onPress={again}>
          {t('error.again')}
        </Button>
        <a className="button" href="/">
          {t('error.home')}
        </a>
      </div>
    </Page>
  )
}

function titleOf(error: unknown): string {
  if (error instanceof Unreachable) return t('error.unreachable.title')
  if (!(error instanceof Problem)) return t('error.unknown.title')
  if (error.status === 404) return t('error.missing.title')
  return error.body.title
}

export function NotFoundPage() {
  return (
    <Page title={t('error.missing.title')}>
      <p>{t('error.missing')}</p>
      <p>
        <a className="button button-primary" href="/">
          {t('error.home')}
        </a>
      </p>
    </Page>
  )
}
