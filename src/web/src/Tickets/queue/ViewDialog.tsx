import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { newOperation } from '../../api/client'
import { isProblem } from '../../api/problem'
import { teamsQuery } from '../../Categories/categories'
import { faultOf } from '../../lib/faults'
import { currentLanguage, t } from '../../lib/i18n'
import { useForm } from '../../lib/useForm'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorSummary } from '../../ui/ErrorSummary'
import { Checkbox, Select, TextField } from '../../ui/Field'
import { toast } from '../../ui/toast'
import type { ListSearch } from '../list'
import { useMayShare, useViews, type ViewRequest } from './useViews'
import { filtersOf, type StoredView } from './views'

interface ViewDialogProps {
  /** Null: a new one. */
  view: StoredView | null
  /** The filters and the order of now. */
  search: ListSearch
  atDesk: boolean
  onClose: () => void
  onSaved: (view: StoredView, filtersToo: boolean) => void
}

/** A dialog over a dialog: the one below holds the focus until the one above is there. */
function focusSoon(field: HTMLInputElement | null) {
  if (field !== null) requestAnimationFrame(() => field.focus())
}

const sharings = ['me', 'teams', 'staff'] as const

/** What a view is called, who sees it, and whether it looks for what the list shows now. */
export function ViewDialog({ view, search, atDesk, onClose, onSaved }: ViewDialogProps) {
  const id = useId()
  const views = useViews()
  const mayShare = useMayShare()
  const teams = useQuery({ ...teamsQuery, enabled: mayShare && !atDesk })
  const [name, setName] = useState(view?.name ?? '')
  const [shared, setShared] = useState(view?.shared_with ?? 'me')
  const [chosen, setChosen] = useState<readonly string[]>(view?.teams ?? [])
  const [filtersToo, setFiltersToo] = useState(view === null)
  const [operation, setOperation] = useState(newOperation)
  const fields = { name: `${id}-name`, shared_with: `${id}-shared`, teams: `${id}-teams` }
  const form = useForm({
    fields,
    check: () => [
      ...(name.trim() === '' ? [{ field: fields.name, text: t('queue.view.name.missing') }] : []),
      ...(shared === 'teams' && chosen.length === 0 ? [{ field: fields.teams, text: t('queue.view.teams.missing') }] : []),
    ],
    send: async () => {
      const body: ViewRequest = {
        name: name.trim(),
        shared_with: shared,
        teams: shared === 'teams' ? [...chosen] : [],
        ...(filtersToo && { filters: filtersOf(search), sort: search.sort ?? null }),
      }
      try {
        return await (view === null ? views.add(body, operation) : views.replace(views.views.find((each) => each.key === view.key)?.stored ?? view, body))
      } catch (error) {
        // What was refused and is asked again is another act.
        if (isProblem(error)) setOperation(newOperation())
        if (isProblem(error, 'stale-version', 'not-found')) await views.refresh()
        throw error
      }
    },
    onSent: (stored) => {
      toast(t('queue.view.saved', { name: stored.name }))
      onClose()
      onSaved(stored, filtersToo)
    },
  })
  return (
    <Dialog title={view === null ? t('queue.view.new') : t('queue.view.edit', { name: view.name })} open onClose={onClose}>
      <form className="stack" noValidate onSubmit={form.submit}>
        <ErrorSummary title={t('form.faults')} faults={form.faults} />
        <TextField id={fields.name} label={t('queue.view.name')} ref={focusSoon} maxLength={100} autoComplete="off" value={name} error={faultOf(form.faults, fields.name)} onChange={(event) => setName(event.target.value)} />
        {mayShare && (
          <Select id={fields.shared_with} label={t('queue.view.shared')} value={shared} error={faultOf(form.faults, fields.shared_with)} onChange={(event) => setShared(sharings.find((each) => each === event.target.value) ?? 'me')}>
            {sharings
              .filter((each) => each !== 'teams' || !atDesk)
              .map((each) => (
                <option key={each} value={each}>
                  {t(`queue.view.shared.${each}`)}
                </option>
              ))}
          </Select>
        )}
        {shared === 'teams' && (
          <fieldset id={fields.teams} tabIndex={-1} className="queue-choices" aria-describedby={faultOf(form.faults, fields.teams) ? `${fields.teams}-error` : undefined}>
            <legend className="field-label">{t('queue.view.teams')}</legend>
            {faultOf(form.faults, fields.teams) && (
              <p id={`${fields.teams}-error`} className="field-error">
                {faultOf(form.faults, fields.teams)}
              </p>
            )}
            {(teams.data?.items ?? []).map((team) => (
              <Checkbox
                key={team.key}
                label={team.name[currentLanguage()]}
                checked={chosen.includes(team.key)}
                onChange={(event) => setChosen(event.target.checked ? [...chosen, team.key] : chosen.filter((each) => each !== team.key))}
              />
            ))}
          </fieldset>
        )}
        {view === null ? (
          <p className="muted">{t('queue.view.what')}</p>
        ) : (
          <Checkbox label={t('queue.view.filtersToo')} checked={filtersToo} onChange={(event) => setFiltersToo(event.target.checked)} />
        )}
        <div className="row">
          <Button kind="primary" type="submit" busy={form.busy}>
            {t('save')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
