import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Autocomplete, Header, Input, Keyboard, Menu, MenuItem, MenuSection, Text, TextField } from 'react-aria-components'
import { currentCommands, paletteOpen, runCommand, type Command } from '../lib/commands'
import { t } from '../lib/i18n'
import { keyAmong } from '../lib/keys'
import { fits } from '../lib/words'
import { useLater } from '../lib/useLater'
import { searchQuery, wordsToFind } from '../Search/search'
import { Dialog } from '../ui/Dialog'
import { toast } from '../ui/toast'

/** Everything that can be done here, with its key; what is refused says why. Numbers and words lead to tickets. */
export function Palette() {
  const [typed, setTyped] = useState('')
  const [commands] = useState(currentCommands)
  const tickets = useTickets(typed)
  const groups = grouped([...(looksLikeNumber(typed) ? tickets : []), ...commands.filter((each) => fits(typed, `${each.group ?? ''} ${each.label}`)), ...(looksLikeNumber(typed) ? [] : tickets)])
  const all = groups.flatMap(([, members]) => members)
  const run = (id: React.Key) => {
    const command = all.find((each) => each.id === id)
    if (command === undefined) return
    if (!command.refused) paletteOpen.set(false)
    // The layer has gone when the act begins, so that a dialog of its own gets the focus.
    requestAnimationFrame(() => runCommand(command, toast))
  }
  return (
    <Dialog title={t('palette.title')} open onClose={() => paletteOpen.set(false)} wide>
      <div
        onKeyDownCapture={(event) => {
          // What came after the typing has nothing chosen in it yet: Enter means the first line.
          const [first] = all
          if (event.key !== 'Enter' || first === undefined || event.currentTarget.querySelector('[role="menuitem"][data-focused]') !== null) return
          event.preventDefault()
          event.stopPropagation()
          run(first.id)
        }}
      >
        <Autocomplete inputValue={typed} onInputChange={setTyped}>
          <TextField className="field palette-field" autoFocus aria-label={t('palette.label')}>
            <Input className="input" placeholder={t('palette.label')} />
            <Text slot="description" className="field-hint">
              {t('palette.hint')}
            </Text>
          </TextField>
          <Menu className="palette-list" aria-label={t('palette.title')} onAction={run} renderEmptyState={() => <p className="muted">{t('palette.none')}</p>}>
            {groups.map(([group, members]) => (
              <MenuSection key={group} id={group}>
                <Header className="palette-group">{group}</Header>
                {members.map((each) => (
                  <Line key={each.id} command={each} shortcut={keyAmong(commands, each)} />
                ))}
              </MenuSection>
            ))}
          </Menu>
        </Autocomplete>
      </div>
    </Dialog>
  )
}

function Line({ command, shortcut }: { command: Command; shortcut: string | null }) {
  return (
    <MenuItem id={command.id} textValue={command.label} className={command.refused ? 'menu-item palette-refused' : 'menu-item'}>
      <span className="palette-words">
        <Text slot="label">{command.label}</Text>
        {command.refused && (
          <Text slot="description" className="small muted">
            {command.refused}
          </Text>
        )}
      </span>
      {shortcut !== null && <Keyboard>{shortcut.toUpperCase()}</Keyboard>}
    </MenuItem>
  )
}

function useTickets(typed: string): Command[] {
  const router = useRouter()
  const words = wordsToFind(typed)
  const found = useQuery(searchQuery(useLater(words, 150), 5))
  if (words.length < 2) return []
  const search: Command = {
    id: 'find',
    label: t('palette.find', { words }),
    group: t('palette.tickets'),
    run: () => void router.navigate({ to: '/work/search', search: { q: words } }),
  }
  const hits = (found.data?.items ?? []).map((hit): Command => {
    const params = { number: hit.number ?? '', slug: hit.tenant ?? '' }
    return {
      id: `ticket.${hit.id}`,
      label: [hit.tenant, hit.number, hit.title].filter(Boolean).join(' · '),
      group: t('palette.tickets'),
      run: () => void (hit.tenant ? router.navigate({ to: '/t/$slug/tickets/$number', params }) : router.navigate({ to: '/work/tickets/$number', params })),
    }
  })
  // Whoever types a number wants that ticket: Enter opens it as soon as it is found.
  return looksLikeNumber(typed) && hits.length > 0 ? hits : [...hits, search]
}

function looksLikeNumber(typed: string): boolean {
  return /^\s*(?:#|[A-Z0-9]{1,10}-)?\d+\s*$/i.test(typed)
}

function grouped(commands: Command[]): [string, Command[]][] {
  const groups = new Map<string, Command[]>()
  for (const command of commands) groups.set(command.group ?? t('palette.title'), [...(groups.get(command.group ?? t('palette.title')) ?? []), command])
  return [...groups]
}
