import type { Person, Ticket } from '../ticket'
import type { TicketActId } from './acts'
import { AssignDialog } from './dialogs/AssignDialog'
import { DeleteDialog } from './dialogs/DeleteDialog'
import { EditDialog } from './dialogs/EditDialog'
import { LinkDialog } from './dialogs/LinkDialog'
import { MergeDialog, UnmergeDialog } from './dialogs/MergeDialog'
import { CloseDialog, ConfirmDialog, DeclineDialog, ReopenDialog } from './dialogs/TextDialogs'
import type { ChangeTicket } from './useChange'

interface ActDialogsProps {
  ticket: Ticket
  people: Person[]
  open: TicketActId | null
  change: ChangeTicket
  onClose: () => void
}

/** One at a time, begun anew each time it opens. */
export function ActDialogs({ ticket, people, open, change, onClose }: ActDialogsProps) {
  const props = { ticket, onClose }
  switch (open) {
    case 'assign':
      return <AssignDialog {...props} people={people} change={change} />
    case 'close':
      return <CloseDialog {...props} />
    case 'reopen':
      return <ReopenDialog {...props} />
    case 'decline':
      return <DeclineDialog {...props} />
    case 'confirm':
      return <ConfirmDialog {...props} />
    case 'merge':
      return <MergeDialog {...props} />
    case 'unmerge':
      return <UnmergeDialog {...props} />
    case 'edit':
      return <EditDialog {...props} change={change} />
    case 'link':
      return <LinkDialog {...props} />
    case 'delete':
      return <DeleteDialog {...props} />
    default:
      return null
  }
}
