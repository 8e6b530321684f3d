import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schemas } from '../api/client'
import { setZone } from '../lib/format'
import { callTickets } from '../lib/i18n'
import { whileConnected } from '../lib/query'
import { setPlace } from '../ui/Page'

export type Place = Schemas['AppearanceResponse']

/** Whose pages these are, as everybody may know it. */
export const placeQuery = queryOptions({
  queryKey: ['place'],
  queryFn: async () => {
    const place = await answerOf(api.GET('/api/v1/appearance'))
    adopt(place)
    return place
  },
  staleTime: 10 * 60_000,
  retry: whileConnected,
})

function adopt(place: Place): void {
  setPlace(place.name)
  setZone(place.zone)
  const { de, en } = place.ticket_word
  if (de == null || en == null) return
  callTickets({
    de: {
      ticketNominative: de.nominative ?? '',
      ticketAccusative: de.accusative ?? '',
      ticketPlural: de.plural ?? '',
      ticketGender: de.gender ?? 'neuter',
    },
    en: { ticketNominative: en.singular ?? '', ticketAccusative: en.singular ?? '', ticketPlural: en.plural ?? '', ticketGender: 'neuter' },
  })
}
