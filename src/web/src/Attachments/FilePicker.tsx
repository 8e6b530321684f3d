import { useId, useRef, useState, type DragEvent, type ReactNode } from 'react'
import { bytes } from '../lib/format'
import { t } from '../lib/i18n'
import { classes } from '../lib/classes'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import type { Files, PickedFile } from './useFiles'
import './attachments.css'

interface FilePickerProps {
  files: Files
  /** What files may be dropped on and pasted into: the text that they belong to. */
  children: ReactNode
}

/** Files by button, by dropping and by pasting. What happens to each is said in words. */
export function FilePicker({ files, children }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const [over, setOver] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  // The line goes with its button: whoever stands there goes on at the next one, or where files are added.
  const remove = (key: string) => {
    const at = files.files.findIndex((each) => each.key === key)
    files.remove(key)
    requestAnimationFrame(() => {
      const left = [...(list.current?.querySelectorAll('li') ?? [])]
      const next = left[Math.min(at, left.length - 1)]?.querySelector<HTMLElement>('button:last-of-type')
      ;(next ?? input.current?.parentElement?.querySelector('button'))?.focus()
    })
  }
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    setOver(false)
    files.add(event.dataTransfer.files)
  }
  return (
    <div
      className={classes('drop', over && 'drop-over')}
      onDrop={drop}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onPaste={(event) => {
        if (event.clipboardData.files.length === 0) return
        event.preventDefault()
        files.add(event.clipboardData.files)
      }}
    >
      {children}
      <div className="stack-small">
        <div className="row">
          <input
            ref={input}
            id={id}
            className="visually-hidden"
            type="file"
            multiple
            tabIndex={-1}
            aria-label={t('files.add')}
            onChange={(event) => {
              files.add(event.target.files ?? [])
              event.target.value = ''
            }}
          />
          <Button onPress={() => input.current?.click()}>
            <Icon name="file" />
            {t('files.add')}
          </Button>
          <span className="muted small">{t('files.hint')}</span>
        </div>
        {files.files.length > 0 && (
          <ul ref={list} role="list" className="files" aria-label={t('files')}>
            {files.files.map((file) => (
              <FileLine key={file.key} file={file} files={files} onRemove={() => remove(file.key)} />
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function FileLine({ file, files, onRemove }: { file: PickedFile; files: Files; onRemove: () => void }) {
  return (
    <li className="files-line">
      <Icon name="file" />
      <span className="files-name">
        {file.file.name} <span className="muted small">({bytes(file.file.size)})</span>
        <FileState file={file} />
      </span>
      {file.fault !== null && <Button onPress={() => files.again(file.key)}>{t('files.again')}</Button>}
      <Button kind="quiet" aria-label={t('files.remove', { name: file.file.name })} onPress={onRemove}>
        <Icon name="close" />
        {file.token === null && file.fault === null ? t('cancel') : t('files.remove.short')}
      </Button>
    </li>
  )
}

function FileState({ file }: { file: PickedFile }) {
  if (file.fault !== null) return <span className="field-error small">{file.fault}</span>
  if (file.token !== null) return <span className="small files-done">{t('files.done')}</span>
  const percent = Math.floor((100 * file.sent) / Math.max(1, file.file.size))
  return (
    <span className="small">
      <progress max={100} value={percent} aria-label={t('files.progress.label', { name: file.file.name })} /> {t('files.progress', { percent })}
    </span>
  )
}
