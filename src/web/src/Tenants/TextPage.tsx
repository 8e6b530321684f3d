import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answerOf, api, type Schemas } from '../api/client'
import { date } from '../lib/format'
import { currentLanguage, t } from '../lib/i18n'
import { ErrorPage } from '../Problems/ErrorPage'
import { Page } from '../ui/Page'
import { Outline } from '../ui/Outline'
import { Skeleton } from '../ui/Skeleton'

type TextKey = Schemas['TenantTextKey']

const titles = {
  accessibility: 'footer.accessibility',
  privacy: 'footer.privacy',
  imprint: 'footer.imprint',
  easy_language: 'footer.easy',
  sign_language: 'footer.sign',
  help: 'footer.help',
} as const

/** What the municipality says of itself and of these pages; also for whoever is not signed in. */
export function TextPage({ text }: { text: TextKey }) {
  const language = currentLanguage()
  const read = useQuery({
    queryKey: ['text', text, language],
    queryFn: () => answerOf(api.GET('/api/v1/texts/{text}', { params: { path: { text }, query: { language } } })),
  })
  if (read.error) return <ErrorPage error={read.error} reset={() => void read.refetch()} />
  const title = t(titles[text])
  return (
    <Page title={title}>
      {read.data === undefined ? (
        <Skeleton lines={6} label={t('loading')} />
      ) : (
        <>
          {read.data.text == null ? <p>{t('text.missing')}</p> : <Outline lang={read.data.language}>{read.data.text}</Outline>}
          {read.data.link != null && (
            <p>
              <a href={read.data.link} rel="noopener noreferrer">
                {t('text.link')}
              </a>
            </p>
          )}
          <Reviews text={read.data} />
          {text === 'accessibility' && (
            <p>
              <Link className="button button-primary" to="/accessibility/feedback">
                {t('feedback.title')}
              </Link>
            </p>
          )}
        </>
      )}
    </Page>
  )
}

function Reviews({ text }: { text: Schemas['TenantTextResponse'] }) {
  if (text.reviewed_on == null) return null
  return (
    <p className="muted">
      {t('text.reviewed', { when: date(text.reviewed_on) })} {text.review_due_on != null && t('text.due', { when: date(text.review_due_on) })}
    </p>
  )
}
