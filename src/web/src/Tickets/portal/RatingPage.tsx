import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ErrorPage } from '../../Problems/ErrorPage'
import { answerOf, api } from '../../api/client'
import { t } from '../../lib/i18n'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { Skeleton } from '../../ui/Skeleton'
import { RatingForm } from './RatingForm'

const route = getRouteApi('/open/rating/$token')

export function RatingPage() {
  const { token } = route.useParams()
  const path = { token }
  const asked = useQuery({
    queryKey: ['rating', token],
    queryFn: () => answerOf(api.GET('/api/v1/satisfaction/{token}', { params: { path } })),
  })
  if (asked.error) return <ErrorPage error={asked.error} reset={() => void asked.refetch()} />
  return (
    <Page title={t('rating.title')}>
      {asked.data === undefined ? (
        <Skeleton lines={4} label={t('loading')} />
      ) : (
        <>
          <p className="muted">{asked.data.number}</p>
          {asked.data.can_rate ? (
            <div className="card">
              <RatingForm
                rating={asked.data.rating}
                comment={asked.data.comment}
                send={(rating, comment) => answerOf(api.POST('/api/v1/satisfaction/{token}', { params: { path }, body: { rating, comment } }))}
              />
            </div>
          ) : (
            <Notice tone="warning">{t('rating.over')}</Notice>
          )}
        </>
      )}
    </Page>
  )
}
