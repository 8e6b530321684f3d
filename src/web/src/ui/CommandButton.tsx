import type { Command } from '../lib/commands'
import { keyOf, keySettings } from '../lib/keys'
import { Button, type ButtonProps } from './Button'
import { Icon, type IconName } from './Icon'

/** The button of a command: its words, its key and why it is refused come from the same entry as in the palette. */
export function CommandButton({ command, icon, ...rest }: { command: Command; icon?: IconName } & Omit<ButtonProps, 'children' | 'refused' | 'onPress'>) {
  const key = keyOf(command, keySettings.use())
  return (
    <Button {...rest} refused={command.refused ?? null} onPress={command.run}>
      {icon && <Icon name={icon} />}
      {command.label}
      {key && (
        <kbd className="button-key" aria-hidden="true">
          {key.toUpperCase()}
        </kbd>
      )}
    </Button>
  )
}
