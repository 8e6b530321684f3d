import { useState } from 'react'
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop, type Key } from 'react-aria-components'
import { announce } from '../../lib/announcer'
import { allWordsOf } from '../../lib/faults'
import { t } from '../../lib/i18n'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Icon } from '../../ui/Icon'
import type { ListSearch } from '../list'
import { DeleteViewDialog } from './DeleteViewDialog'
import { useViews } from './useViews'
import { ViewDialog } from './ViewDialog'
import type { StoredView, View } from './views'

interface ManageViewsProps {
  search: ListSearch
  atDesk: boolean
  onClose: () => void
  onSaved: (view: StoredView, filtersToo: boolean) => void
  onDeleted: (view: StoredView) => void
}

/** Order by dragging, with the mouse and with keys, and by buttons; what may be changed is changed and deleted here. */
export function ManageViews({ search, atDesk, onClose, onSaved, onDeleted }: ManageViewsProps) {
  const { views, order } = useViews()
  const [fault, setFault] = useState<string | null>(null)
  const [editing, setEditing] = useState<StoredView | null>(null)
  const [deleting, setDeleting] = useState<StoredView | null>(null)
  const put = async (key: string, target: string, position: 'before' | 'after') => {
    setFault(null)
    const place = order(key, target, position)
    try {
      await place
      announce(t('queue.views.ordered'))
    } catch (error) {
      setFault(allWordsOf(error))
    }
  }
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': views.find((each) => each.key === key)?.name ?? String(key) })),
    onReorder: ({ keys, target }) => {
      const [key] = [...keys].map(String)
      if (key !== undefined && target.dropPosition !== 'on') void put(key, String(target.key), target.dropPosition)
    },
  })
  return (
    <Dialog title={t('queue.views.manage')} open onClose={onClose} wide>
      <p className="muted">{t('queue.views.manage.text')}</p>
      {fault !== null && (
        <p className="field-error" role="alert">
          {fault}
        </p>
      )}
      <GridList className="views-list" aria-label={t('queue.views')} items={views} dragAndDropHooks={dragAndDropHooks} keyboardNavigationBehavior="tab" dependencies={[views]}>
        {(view) => <Row id={view.key} view={view} views={views} put={put} onEdit={() => setEditing(view.stored)} onDelete={() => setDeleting(view.stored)} />}
      </GridList>
      <div className="row">
        <Button onPress={onClose}>{t('close')}</Button>
      </div>
      {editing !== null && <ViewDialog view={editing} search={search} atDesk={atDesk} onClose={() => setEditing(null)} onSaved={onSaved} />}
      {deleting !== null && (
        <DeleteViewDialog
          view={deleting}
          onClose={() => setDeleting(null)}
          onDeleted={() => {
            const at = views.findIndex((each) => each.key === deleting.key)
            const next = views[at + 1] ?? views[at - 1]
            onDeleted(deleting)
            setDeleting(null)
            // The dialog gives the focus back to a button that has gone with its row.
            setTimeout(() => document.querySelector<HTMLElement>(`.views-list [data-key="${CSS.escape(next?.key ?? '')}"]`)?.focus(), moment)
          }}
        />
      )}
    </Dialog>
  )
}

const moment = 100

interface RowProps {
  id: Key
  view: View
  views: readonly View[]
  put: (key: string, target: string, position: 'before' | 'after') => Promise<void>
  onEdit: () => void
  onDelete: () => void
}

function Row({ id, view, views, put, onEdit, onDelete }: RowProps) {
  const at = views.findIndex((each) => each.key === view.key)
  const step = async (way: 'up' | 'down') => {
    const target = views[way === 'up' ? at - 1 : at + 1]
    if (target === undefined) {
      announce(t(way === 'up' ? 'queue.views.first' : 'queue.views.last', { name: view.name }))
      return
    }
    const button = `${way}-${view.key}`
    const done = put(view.key, target.key, way === 'up' ? 'before' : 'after')
    // A row that is moved loses the focus on its way.
    setTimeout(() => document.getElementById(button)?.focus(), 0)
    await done
    document.getElementById(button)?.focus()
  }
  return (
    <GridListItem id={id} textValue={view.name} className="views-row">
      <AriaButton slot="drag" className="views-grip">
        <Icon name="grip" />
      </AriaButton>
      <span className="views-name">
        {view.name} <span className="muted small">{t(view.stored.built_in ? 'queue.views.builtIn' : `queue.view.shared.${view.stored.shared_with}`)}</span>
      </span>
      <span className="views-acts">
        <Button id={`up-${view.key}`} kind="quiet" aria-label={t('queue.views.up', { name: view.name })} onPress={() => void step('up')}>
          <Icon name="up" />
        </Button>
        <Button id={`down-${view.key}`} kind="quiet" aria-label={t('queue.views.down', { name: view.name })} onPress={() => void step('down')}>
          <Icon name="down" />
        </Button>
        {view.stored.can_change && (
          <>
            <Button kind="quiet" aria-label={t('queue.views.edit', { name: view.name })} onPress={onEdit}>
              <Icon name="pencil" />
            </Button>
            <Button kind="quiet" aria-label={t('queue.views.delete', { name: view.name })} onPress={onDelete}>
              <Icon name="bin" />
            </Button>
          </>
        )}
      </span>
    </GridListItem>
  )
}
