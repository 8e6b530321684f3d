import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Autocomplete, Input, Keyboard, Menu, MenuItem, Text, TextField } from 'react-aria-components'
import { wordsOf } from '../../../lib/faults'
import { t } from '../../../lib/i18n'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { TypedText } from '../../../ui/TypedText'
import { useTicketPlace } from '../place'
import { filledQuery, found, type TextModule } from './textModules'

interface ModulePickerProps {
  modules: TextModule[]
  /** What was typed in the text to open it: "/", or nothing. */
  begun: string
  /** Nothing was chosen; what was typed since belongs into the text. */
  onBack: (typed: string) => void
  onChoose: (words: string) => void
}

/** Found by name or shortcut, read before it is put in. */
export function ModulePicker({ modules, begun, onBack, onChoose }: ModulePickerProps) {
  const place = useTicketPlace()
  const client = useQueryClient()
  const [typed, setTyped] = useState(begun)
  const [looked, setLooked] = useState<string | null>(null)
  const hits = found(modules, typed)
  const preview = useQuery(filledQuery(place, looked))
  const choose = useMutation({
    mutationFn: (module: string) => client.fetchQuery(filledQuery(place, module)),
    onSuccess: ({ text }) => onChoose(text),
  })
  const slash = begun === '/'
  const type = (next: string) => {
    // Whoever takes the slash away goes on writing.
    if (slash && next === '') onBack('')
    else setTyped(next)
  }
  return (
    <Dialog title={t('modules.title')} open onClose={() => onBack(slash ? typed : '')} wide>
      <Autocomplete inputValue={typed} onInputChange={type}>
        <TextField className="field" autoFocus aria-label={t('modules.find')}>
          <Input className="input" placeholder={t('modules.find')} />
          <Text slot="description" className="field-hint">
            {t('modules.hint')}
          </Text>
        </TextField>
        <Menu
          className="modules-list"
          aria-label={t('modules.list')}
          items={hits}
          onAction={(key) => choose.mutate(String(key))}
          renderEmptyState={() => <p className="muted">{t(slash ? 'modules.none.slash' : 'modules.none')}</p>}
        >
          {(each) => (
            <MenuItem id={each.id} textValue={`${each.name} ${each.shortcut}`} className="menu-item">
              {({ isFocused }) => <Line module={each} looked={isFocused} onLook={setLooked} />}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
      {preview.data && (
        <section className="modules-preview stack-small" aria-label={t('modules.preview')}>
          <div lang={preview.data.language}>
            <TypedText>{preview.data.text}</TypedText>
          </div>
          {preview.data.missing.length > 0 && (
            <p className="small muted">{t('modules.missing', { names: preview.data.missing.map((each) => `{{${each}}}`).join(', ') })}</p>
          )}
        </section>
      )}
      {(choose.error ?? preview.error) !== null && (
        <p className="field-error" role="alert">
          {wordsOf(choose.error ?? preview.error)}
        </p>
      )}
      <div className="row">
        <Button onPress={() => onBack(slash ? typed : '')}>{t('cancel')}</Button>
      </div>
    </Dialog>
  )
}

function Line({ module, looked, onLook }: { module: TextModule; looked: boolean; onLook: (id: string) => void }) {
  useEffect(() => {
    if (looked) onLook(module.id)
  }, [looked, module.id, onLook])
  return (
    <>
      <Text slot="label">{module.name}</Text>
      <Keyboard>{`/${module.shortcut}`}</Keyboard>
    </>
  )
}
