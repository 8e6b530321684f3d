import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { relative, time } from '../lib/format'
import { t } from '../lib/i18n'
import { useAway } from './useAway'

const again = 15_000

/** What is shown stays, with its age in words; drafts go on. Only that it has begun is read out: the minutes that pass are not. */
export function OfflineBanner() {
  const since = useAway()
  return (
    <>
      <div role="status">{since !== null && <div className="banner">{t('offline', { since: timeOf(since) })}</div>}</div>
      {since !== null && <Age since={since} />}
    </>
  )
}

function Age({ since }: { since: number }) {
  const client = useQueryClient()
  const [, look] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => look((count) => count + 1), again)
    return () => clearInterval(timer)
  }, [])
  const at = oldestShown(client) ?? since
  return <div className="banner">{t('offline.age', { at: timeOf(at), ago: relative(new Date(at).toISOString()) })}</div>
}

const timeOf = (at: number) => time(new Date(at).toISOString())
const aged = new Set<unknown>(['ticket', 'tickets', 'notifications'])

/** Of everything on the page that changes: the moment since when it is known. */
function oldestShown(client: QueryClient): number | null {
  const read = client
    .getQueryCache()
    .findAll({ type: 'active', predicate: (query) => aged.has(query.queryKey[0]) })
    .map((query) => query.state.dataUpdatedAt)
    .filter((at) => at > 0)
  return read.length === 0 ? null : Math.min(...read)
}
