import { useId } from 'react'
import { currentCommands, keysOpen, type Command } from '../lib/commands'
import { t } from '../lib/i18n'
import { changeKey, keyOf, keySettings, listedWithKeys, standardKeys, switchKeys } from '../lib/keys'
import { notKept } from '../lib/ownPreferences'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Checkbox } from '../ui/Field'
import { Notice } from '../ui/Notice'

const listKeys = ['arrows', 'space', 'enter', 'capital'] as const

/** Which keys there are. Whoever wants others, or none, says so here. */
export function KeysDialog() {
  const settings = keySettings.use()
  const refused = notKept.use()
  // Those that have a key, or were given one.
  const commands = listedWithKeys(currentCommands(), settings)
  const modifier = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : t('keys.control')
  return (
    <Dialog title={t('keys.title')} open onClose={() => keysOpen.set(false)} wide>
      <Checkbox label={t('keys.on')} checked={!settings.off} onChange={(event) => switchKeys(event.target.checked)} />
      <p className="muted small">{t('keys.text', { modifier })}</p>
      {refused !== null && (
        <Notice tone="danger" live>
          {t('keys.notKept', { words: refused })}
        </Notice>
      )}
      <table className="plain-table keys-table">
        <caption className="visually-hidden">{t('keys.here')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('keys.command')}</th>
            <th scope="col">{t('keys.key')}</th>
          </tr>
        </thead>
        <tbody>
          {commands.map((each) => (
            <KeyLine key={each.id} command={each} others={commands} />
          ))}
        </tbody>
      </table>
      <h3>{t('keys.list')}</h3>
      <dl className="facts">
        {listKeys.map((each) => (
          <div key={each} className="keys-fact">
            <dt>{t(`keys.${each}`)}</dt>
            <dd>{t(`keys.${each}.does`)}</dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <Button onPress={() => keysOpen.set(false)}>{t('close')}</Button>
        {Object.keys(settings.changed).length > 0 && (
          <Button kind="quiet" onPress={standardKeys}>
            {t('keys.standard')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

function KeyLine({ command, others }: { command: Command; others: readonly Command[] }) {
  const settings = keySettings.use()
  const twice = useId()
  // Also while they are switched off: what they would be.
  const on = { ...settings, off: false }
  const key = keyOf(command, on) ?? ''
  const other = key === '' ? undefined : others.find((each) => each.id !== command.id && keyOf(each, on) === key)
  return (
    <tr>
      <td>{command.label}</td>
      <td>
        <input
          className="input keys-key"
          aria-label={t('keys.of', { label: command.label })}
          aria-describedby={other && twice}
          placeholder={t('keys.none')}
          maxLength={1}
          autoCapitalize="none"
          value={key}
          onFocus={(event) => event.target.select()}
          onChange={(event) => changeKey(command.id, event.target.value)}
        />
        {other && (
          <span id={twice} className="field-error small">
            {t('keys.twice', { label: other.label })}
          </span>
        )}
      </td>
    </tr>
  )
}
