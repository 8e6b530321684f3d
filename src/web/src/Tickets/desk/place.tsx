import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { apiFor, type Api } from '../../api/client'
import { sessionQuery } from '../../SignIn/session'
import { placeQuery } from '../../Tenants/place'
import { ticketKey } from '../ticket'

/** Which ticket a page is about, and in whose name it asks. */
export interface TicketPlace {
  number: string
  /** In the path of every call; null: the page is the municipality's own. */
  tenant: string | null
  /** In the keys of all that is read about it. */
  key: string
  api: Api
  /** Whose ticket it is, in words: said wherever somebody writes, at the desk only. */
  tenantName: string | null
  /** Where copied words come from. */
  slug: string
  /** The account that works here. */
  account: string
}

const Context = createContext<TicketPlace | null>(null)
export const InPlace = Context.Provider

export function useTicketPlace(): TicketPlace {
  const place = useContext(Context)
  if (place === null) throw new Error('This belongs on the page of a ticket.')
  return place
}

export function usePlaceOf(number: string, tenant: string | null): TicketPlace {
  const session = useQuery(sessionQuery)
  const here = useQuery(placeQuery)
  return {
    number,
    tenant,
    key: ticketKey(number, tenant),
    api: apiFor(tenant),
    tenantName: tenant === null ? null : (session.data?.tenants.find((each) => each.slug === tenant)?.name ?? tenant),
    slug: tenant ?? here.data?.slug ?? '',
    account: session.data?.account?.id ?? '',
  }
}
