import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classes } from '../lib/classes'

interface DialogProps {
  title: string
  open: boolean
  onClose: () => void
  children: ReactNode
  wide?: boolean
  /** A question that must be answered: neither Esc nor a click beside it closes. */
  firm?: boolean
  alert?: boolean
}

/** Over the page; what opened it has the focus again afterwards. */
export function Dialog({ title, open, onClose, children, wide, firm, alert }: DialogProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={open}
      isDismissable={!firm}
      isKeyboardDismissDisabled={firm ?? false}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
    >
      <Modal className={classes('dialog', wide && 'dialog-wide')}>
        <AriaDialog role={alert ? 'alertdialog' : 'dialog'} className="stack">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
