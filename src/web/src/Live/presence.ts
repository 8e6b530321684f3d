import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schemas } from '../api/client'

/** Who is at which ticket. */
export type Present = Schemas['ListedPresence']

/** Read once; then the stream tells of each change. */
export const everybodyQuery = queryOptions({
  queryKey: ['everybody'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/presence', { signal }))).items,
})

/** What is known with what was told now: nobody left at a ticket is one line less. */
export function withPresence(known: readonly Present[], told: Present): Present[] {
  const others = known.filter((each) => each.ticket !== told.ticket)
  return told.people.length === 0 ? others : [...others, told]
}
