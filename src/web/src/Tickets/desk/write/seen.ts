import { useQueryClient, type InfiniteData } from '@tanstack/react-query'
import type { Schemas } from '../../../api/client'
import type { Problem } from '../../../api/problem'
import { commentsQuery, type Comment } from '../../ticket'
import type { TicketPlace } from '../place'

type Pages = InfiniteData<Schemas['CommentListResponse']>

/** The newest comment on this page at the moment of sending; `null`: there is none yet. */
export function useLastSeen(place: TicketPlace): () => string | null {
  const client = useQueryClient()
  const { queryKey } = commentsQuery(place.number, place.tenant)
  return () => client.getQueryData<Pages>(queryKey)?.pages[0]?.items[0]?.id ?? null
}

/** What came meanwhile, as the refusal brings it, oldest first. */
export function newerOf(refusal: Problem): Comment[] {
  const { comments } = refusal.body as { comments?: Schemas['CommentListResponse'] }
  return comments?.items ?? []
}
