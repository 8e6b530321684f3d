import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answerOf, api, type Schemas } from '../api/client'
import { dateTime, relative } from '../lib/format'
import { wordsOf } from '../lib/faults'
import { t } from '../lib/i18n'
import { ErrorPage } from '../Problems/ErrorPage'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Page } from '../ui/Page'
import { toast } from '../ui/toast'

const sessionsQuery = { queryKey: ['sessions'], queryFn: () => answerOf(api.GET('/api/v1/auth/sessions')) }

/** Where one is signed in, and an end to what one does not know. */
export function SessionsPage() {
  const client = useQueryClient()
  const sessions = useQuery(sessionsQuery)
  const end = useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/v1/auth/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      toast(t('sessions.ended'))
      document.querySelector<HTMLElement>('main h1')?.focus()
      return client.invalidateQueries({ queryKey: ['sessions'] })
    },
  })
  if (sessions.error) return <ErrorPage error={sessions.error} reset={() => void sessions.refetch()} />
  return (
    <Page title={t('account.sessions')} above={<Crumb />}>
      <p>{t('sessions.text')}</p>
      {end.error && (
        <p role="alert" className="field-error">
          {wordsOf(end.error)}
        </p>
      )}
      <ul role="list" className="stack">
        {sessions.data?.items.map((each) => (
          <li key={each.id} className="card row row-apart">
            <SessionText session={each} />
            {each.current ? (
              <Badge icon="check" tone="success">
                {t('sessions.current')}
              </Badge>
            ) : (
              <Button kind="danger" busy={end.isPending && end.variables === each.id} onPress={() => end.mutate(each.id)} aria-label={t('sessions.end.label', { agent: each.agent ?? '' })}>
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Page>
  )
}

function SessionText({ session }: { session: Schemas['SessionResponse'] }) {
  return (
    <div>
      <strong>{session.agent ?? t('sessions.unknown')}</strong>
      <p className="muted small">
        {session.address} · {t('sessions.used', { when: relative(session.last_used_at) })} · {t('sessions.since', { when: dateTime(session.created_at) })}
      </p>
    </div>
  )
}

export function Crumb() {
  return (
    <nav aria-label={t('crumbs')} className="small">
      <Link to="/account">{t('account')}</Link>
    </nav>
  )
}
