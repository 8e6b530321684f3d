import { useState } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { Command } from '../../lib/commands'
import { t } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { CommandButton } from '../../ui/CommandButton'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import type { QueueCommands } from './useQueueCommands'

interface BulkBarProps {
  count: number
  loaded: number
  commands: QueueCommands
  onAll: () => void
  onNone: () => void
}

/** What can be done with everything that is selected. */
export function BulkBar({ count, loaded, commands, onAll, onNone }: BulkBarProps) {
  return (
    <section className="bulk-bar" aria-label={t('queue.bulk')}>
      <strong>{t('queue.bulk.selected', { count })}</strong>
      <CommandButton command={commands.take} icon="person" />
      <Acts label={t('queue.filter.status')} commands={commands.status} />
      <Acts label={t('field.priority')} commands={commands.priority} />
      <CommandButton command={commands.tag} />
      {count < loaded && (
        <Button kind="quiet" onPress={onAll}>
          {t('queue.bulk.all', { count: loaded })}
        </Button>
      )}
      <Button kind="quiet" onPress={onNone}>
        {t('queue.bulk.none')}
      </Button>
    </section>
  )
}

function Acts({ label, commands }: { label: string; commands: readonly Command[] }) {
  return (
    <MenuTrigger>
      <AriaButton className="button">
        {label}
        <Icon name="down" />
      </AriaButton>
      <Popover className="menu">
        <Menu aria-label={label} onAction={(key) => commands.find((each) => each.id === key)?.run()}>
          {commands.map((each) => (
            <MenuItem key={each.id} id={each.id} className="menu-item">
              {each.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

export function TagDialog({ open, onClose, onTag }: { open: boolean; onClose: () => void; onTag: (tag: string) => void }) {
  const [tag, setTag] = useState('')
  const [missing, setMissing] = useState(false)
  return (
    <Dialog title={t('queue.bulk.tagTitle')} open={open} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setMissing(tag.trim() === '')
          if (tag.trim() === '') return
          onClose()
          onTag(tag.trim())
          setTag('')
        }}
      >
        <TextField label={t('queue.filter.tag')} autoFocus maxLength={100} value={tag} error={missing ? t('queue.bulk.tagMissing') : null} onChange={(event) => setTag(event.target.value)} />
        <div className="row">
          <Button kind="primary" type="submit">
            {t('queue.bulk.tagGo')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
