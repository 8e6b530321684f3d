import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { t } from '../lib/i18n'
import { placeQuery } from '../Tenants/place'
import { setUnread } from '../ui/Page'
import { toast } from '../ui/toast'
import { unreadQuery } from './notifications'

// What comes within a moment is told together.
const gather = 2000

/** The title of the page counts what is unread; what comes new is said once, in one toast. */
export function useNews(): void {
  const router = useRouter()
  const place = useQuery(placeQuery)
  const unread = useQuery({ ...unreadQuery, enabled: place.data !== undefined && place.data.host !== 'console' }).data
  const told = useRef<number | null>(null)
  const close = useRef<() => void>(null)
  useEffect(() => setUnread(unread ?? 0), [unread])
  useEffect(() => {
    if (unread === undefined) return
    if (told.current === null || unread < told.current) {
      told.current = unread
      return
    }
    if (unread === told.current) return
    const timer = setTimeout(() => {
      const count = unread - (told.current ?? unread)
      told.current = unread
      close.current?.()
      const look = () => void router.navigate({ to: '/work/notifications', search: {} })
      close.current = toast(t('bell.fresh', { count }), { label: t('bell.look'), run: look }, 10_000)
    }, gather)
    return () => clearTimeout(timer)
  }, [unread, router])
}
