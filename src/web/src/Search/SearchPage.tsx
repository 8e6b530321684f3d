import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { wordsOf } from '../lib/faults'
import { t } from '../lib/i18n'
import { useLater } from '../lib/useLater'
import { placeQuery } from '../Tenants/place'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { Skeleton } from '../ui/Skeleton'
import { FacetPanel } from './FacetPanel'
import { foundQuery, wordsToFind, type WordSearch } from './search'
import { WorkHits } from './WorkHits'
import './search.css'

const route = getRouteApi('/work/work/search')

export function SearchPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const atDesk = useQuery(placeQuery).data?.host === 'desk'
  const found = useInfiniteQuery(foundQuery(search))
  const words = search.q ?? ''
  const first = found.data?.pages[0]
  const hits = found.data?.pages.flatMap((page) => page.items) ?? []
  const asked = wordsToFind(words) !== ''
  const [wide] = useState(() => window.matchMedia?.('(width >= 48rem)').matches ?? true)
  const look = (next: WordSearch) => void navigate({ search: next, replace: true, resetScroll: false })
  return (
    <Page title={words === '' ? t('find.title') : t('find.titleOf', { words })} width="wide">
      <SearchForm words={words} look={(q) => look(q === '' ? {} : { ...search, q })} />
      <div role="status" className="muted">
        {asked && first && !found.isPlaceholderData && t('search.count', { count: first.total })}
      </div>
      {!asked && <p className="muted">{t('find.start')}</p>}
      {asked && first?.degraded && <Notice tone="warning">{t('find.degraded')}</Notice>}
      {asked && found.isLoading && <Skeleton lines={6} label={t('loading')} />}
      {found.error && (
        <Notice tone="danger">
          <p>{wordsOf(found.error)}</p>
          <Button onPress={() => void found.refetch()}>{t('error.again')}</Button>
        </Notice>
      )}
      {asked && first && (
        <div className="find">
          <details className="find-narrow" open={wide}>
            <summary className="summary-line">{t('find.narrow')}</summary>
            <FacetPanel facets={first.facets} search={search} atDesk={atDesk} />
          </details>
          <section className="stack" aria-labelledby="find-results" aria-busy={found.isPlaceholderData}>
            <h2 id="find-results">{t('find.results')}</h2>
            {hits.length === 0 && (
              <div className="card stack-small">
                <p>{t('find.none', { words })}</p>
                {first.suggestion === null ? (
                  <p className="muted">{t('find.none.hint')}</p>
                ) : (
                  <p>
                    {t('find.meant')}{' '}
                    <Link to="/work/search" search={{ q: first.suggestion }}>
                      {first.suggestion}
                    </Link>
                  </p>
                )}
              </div>
            )}
            <WorkHits hits={hits} words={wordsToFind(words)} />
            {found.hasNextPage && (
              <div>
                <Button busy={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
                  {t('more')}
                </Button>
              </div>
            )}
          </section>
        </div>
      )}
    </Page>
  )
}

/** While one types the address follows; the button and Enter do not wait. */
function SearchForm({ words, look }: { words: string; look: (words: string) => void }) {
  const [typed, setTyped] = useState(words)
  const later = useLater(typed, 350)
  useEffect(() => setTyped((was) => (was.trim() === words ? was : words)), [words])
  useEffect(() => {
    if (later === typed && later.trim() !== words) look(later.trim())
    // Only what was typed leads into the address.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [later])
  return (
    <search>
      <form
        className="find-form"
        onSubmit={(event) => {
          event.preventDefault()
          look(typed.trim())
        }}
      >
        <label htmlFor="find" className="field-label">
          {t('find.label')}
        </label>
        <div id="find-hint" className="field-hint">
          {t('find.hint')}
        </div>
        <div className="find-field">
          <input id="find" className="input" type="search" autoComplete="off" maxLength={400} aria-describedby="find-hint" value={typed} onChange={(event) => setTyped(event.target.value)} />
          <Button kind="primary" type="submit">
            <Icon name="search" />
            {t('find.submit')}
          </Button>
        </div>
      </form>
    </search>
  )
}
