import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTicketPlace } from './place'

/** To another ticket of the same municipality. */
export function TicketLink({ number, children }: { number: string; children?: ReactNode }) {
  const { tenant } = useTicketPlace()
  return tenant === null ? (
    <Link to="/work/tickets/$number" params={{ number }}>
      {children ?? number}
    </Link>
  ) : (
    <Link to="/t/$slug/tickets/$number" params={{ slug: tenant, number }}>
      {children ?? number}
    </Link>
  )
}
