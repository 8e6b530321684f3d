import { useEffect, useState } from 'react'
import { time } from '../lib/format'
import { t } from '../lib/i18n'
import { away } from './stream'

// A server that restarts is back before anybody has to be told.
const patience = 4000

/** What is shown stays, with its age in words; drafts go on. */
export function OfflineBanner() {
  const since = away.use()
  const [shown, setShown] = useState<number | null>(null)
  useEffect(() => {
    if (since === null) {
      setShown(null)
      return
    }
    const timer = setTimeout(() => setShown(since), patience)
    return () => clearTimeout(timer)
  }, [since])
  return (
    <div role="status">
      {shown !== null && <div className="banner">{t('offline', { since: time(new Date(shown).toISOString()) })}</div>}
    </div>
  )
}
