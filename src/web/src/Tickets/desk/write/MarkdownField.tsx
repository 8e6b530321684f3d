import { useRef, useState } from 'react'
import { Button as AriaButton, ToggleButton, Toolbar } from 'react-aria-components'
import { t } from '../../../lib/i18n'
import { TextArea } from '../../../ui/Field'
import { marked, marks, type Mark } from './markdown'
import type { Ticket } from '../../ticket'
import { Preview } from './Preview'
import { insertAt } from './insert'
import { useTextModules } from './useTextModules'

interface MarkdownFieldProps {
  id: string
  label: string
  hint?: string
  error: string | null
  value: string
  readOnly: boolean
  onChange: (text: string) => void
  onSend: () => void
  onBlur: () => void
  /** Words come in from elsewhere, by pasting or by dropping. */
  onWords?: (from: DataTransfer) => void
  /** Words that are kept for tickets like this one can be put in. */
  modulesFor?: Ticket
}

/** A plain field for text; the marks are typed like any other letter, or put there by the toolbar. */
export function MarkdownField({ id, label, hint, error, value, readOnly, onChange, onSend, onBlur, onWords, modulesFor }: MarkdownFieldProps) {
  const box = useRef<HTMLDivElement>(null)
  const [previews, setPreviews] = useState(false)
  const put = (mark: Mark) => {
    const field = box.current?.querySelector('textarea')
    if (!field || readOnly) return
    const next = marked(field.value, field.selectionStart, field.selectionEnd, mark)
    onChange(next.text)
    field.focus()
    // The selection can be set when the new text stands in the field.
    requestAnimationFrame(() => field.setSelectionRange(next.start, next.end))
  }
  const modules = useTextModules(modulesFor ?? null, (words) => {
    const field = box.current?.querySelector('textarea')
    if (field) insertAt(field, words, onChange)
  })
  return (
    <div ref={box} className="stack-small">
      <TextArea
        id={id}
        label={label}
        {...(hint !== undefined && { hint })}
        error={error}
        value={value}
        readOnly={readOnly}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        onPaste={(event) => onWords?.(event.clipboardData)}
        onDrop={(event) => onWords?.(event.dataTransfer)}
        onKeyDown={(event) => {
          if (!readOnly && modules.typed(event)) return
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
          event.preventDefault()
          onSend()
        }}
      />
      <Toolbar aria-label={t('compose.format', { field: label })} className="format">
        {marks.map((mark) => (
          <AriaButton key={mark} className="format-mark" onPress={() => put(mark)}>
            {t(`compose.mark.${mark}`)}
          </AriaButton>
        ))}
        {modules.offered && (
          <AriaButton className="format-mark" isDisabled={readOnly} onPress={modules.open}>
            {t('modules.open')}
          </AriaButton>
        )}
        <ToggleButton className="format-mark format-preview" isSelected={previews} onChange={setPreviews}>
          {t('compose.preview')}
        </ToggleButton>
      </Toolbar>
      {modules.picker}
      {previews && <Preview text={value} label={t('compose.preview.of', { field: label })} />}
    </div>
  )
}
