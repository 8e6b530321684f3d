import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answerOf, api, type Schemas } from '../api/client'
import { isProblem } from '../api/problem'
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
    queryFn: async () => {
      try {
        return await answerOf(api.GET('/api/v1/texts/{text}', { params: { path: { text }, query: { language } } }))
      } catch (error) {
        // Nobody has written it yet; that is no fault of whoever looks for it.
        if (isProblem(error, 'not-found')) return null
        throw error
      }
    },
  })
  if (read.error) return <ErrorPage error={read.error} reset={() => void read.refetch()} />
  const title = t(titles[text])
  return (
    <Page title={title}>
      {read.data === undefined && <Skeleton lines={6} label={t('loading')} />}
      {read.data === null && <p>{t('text.missing')}</p>}
      {read.data && <Written text={read.data} />}
      {text === 'accessibility' && (
        <p>
          <Link className="button button-primary" to="/accessibility/feedback">
            {t('feedback.title')}
          </Link>
        </p>
      )}
    </Page>
  )
}

function Written({ text }: { text: Schemas['TenantTextResponse'] }) {
  return (
    <>
      {text.text != null && <Outline lang={text.language}>{text.text}</Outline>}
      {text.link != null && (
        <p>
          <a href={text.link} rel="noopener noreferrer">
            {t('text.link')}
          </a>
        </p>
      )}
      <Reviews text={text} />
    </>
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
