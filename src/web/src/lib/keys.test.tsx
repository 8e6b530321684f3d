import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { paletteOpen, useCommands, type Command } from './commands'
import { changeKey, followKeys, keyAmong, keySettings, keysOf, listedWithKeys, standardKeys, switchKeys } from './keys'

const tell = vi.fn()
const palette = vi.fn()
const run = vi.fn()
let stop: () => void

function Acts({ commands }: { commands: Command[] }) {
  useCommands(commands)
  return (
    <>
      <button>Knopf</button>
      <input aria-label="Feld" />
      <textarea aria-label="Text" />
      <select aria-label="Wahl">
        <option>a</option>
      </select>
      <div contentEditable suppressContentEditableWarning aria-label="Frei" role="textbox" tabIndex={0} />
      <div role="dialog" aria-label="Dialog">
        <button>Im Dialog</button>
      </div>
      <div data-typeahead>
        <div tabIndex={0} aria-label="Zeile" role="row" />
      </div>
    </>
  )
}

const take: Command = { id: 'take', label: 'Nehmen', shortcut: 'a', run }

beforeEach(() => {
  localStorage.clear()
  keysOf('somebody')
  stop = followKeys(tell, palette)
})
afterEach(() => {
  stop()
  vi.clearAllMocks()
})

describe('Keys of commands', () => {
  it('a letter runs its command', async () => {
    render(<Acts commands={[take]} />)
    screen.getByText('Knopf').focus()
    await userEvent.keyboard('a')
    expect(run).toHaveBeenCalledOnce()
  })

  it.each(['Feld', 'Text', 'Wahl', 'Frei'])('nothing that is written into %s is a command', async (label) => {
    render(<Acts commands={[...'abcdefghijklmnopqrstuvwxyz?'].map((shortcut) => ({ ...take, id: shortcut, shortcut }))} />)
    screen.getByLabelText(label).focus()
    await userEvent.keyboard('abcdefghijklmnopqrstuvwxyz?')
    expect(run).not.toHaveBeenCalled()
  })

  it('while the palette is on its way no letter is a command', async () => {
    render(<Acts commands={[take]} />)
    screen.getByText('Knopf').focus()
    paletteOpen.set(true)
    await userEvent.keyboard('a')
    paletteOpen.set(false)
    expect(run).not.toHaveBeenCalled()
  })

  it.each(['ctrlKey', 'altKey', 'metaKey', 'isComposing'])('with %s a letter is no command', (modifier) => {
    render(<Acts commands={[take]} />)
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, [modifier]: true }))
    expect(run).not.toHaveBeenCalled()
  })

  it('in a dialog the page behind it does nothing', async () => {
    render(<Acts commands={[take]} />)
    screen.getByText('Im Dialog').focus()
    await userEvent.keyboard('a')
    expect(run).not.toHaveBeenCalled()
  })

  it('a capital letter is left to the list, and so is what follows a letter without a command', async () => {
    render(<Acts commands={[take]} />)
    screen.getByLabelText('Zeile').focus()
    await userEvent.keyboard('A')
    await userEvent.keyboard('za')
    expect(run).not.toHaveBeenCalled()
  })

  it('a refused command says why and does nothing', async () => {
    render(<Acts commands={[{ ...take, refused: 'Es ist geschlossen.' }]} />)
    screen.getByText('Knopf').focus()
    await userEvent.keyboard('a')
    expect(run).not.toHaveBeenCalled()
    expect(tell).toHaveBeenCalledWith('Es ist geschlossen.')
  })

  it('switched off, no letter does anything; the palette still opens', async () => {
    render(<Acts commands={[take]} />)
    switchKeys(false)
    screen.getByText('Knopf').focus()
    await userEvent.keyboard('a')
    await userEvent.keyboard('{Control>}k{/Control}')
    expect(run).not.toHaveBeenCalled()
    expect(palette).toHaveBeenCalledOnce()
  })

  it('the palette opens out of a field too', async () => {
    render(<Acts commands={[take]} />)
    screen.getByLabelText('Feld').focus()
    await userEvent.keyboard('{Meta>}k{/Meta}')
    expect(palette).toHaveBeenCalledOnce()
  })

  it('a changed key replaces the standard one, for this account only', async () => {
    render(<Acts commands={[take]} />)
    changeKey('take', 'N')
    screen.getByText('Knopf').focus()
    await userEvent.keyboard('a')
    expect(run).not.toHaveBeenCalled()
    await userEvent.keyboard('n')
    expect(run).toHaveBeenCalledOnce()
    keysOf('somebody else')
    await userEvent.keyboard('n')
    expect(run).toHaveBeenCalledOnce()
    keysOf('somebody')
    standardKeys()
    await userEvent.keyboard('a')
    expect(run).toHaveBeenCalledTimes(2)
  })

  it('a page that has gone has no keys', async () => {
    const { unmount } = render(<Acts commands={[take]} />)
    unmount()
    await userEvent.keyboard('a')
    expect(run).not.toHaveBeenCalled()
  })
})

describe('A key that two have', () => {
  const close: Command = { id: 'close', label: 'Schließen', shortcut: 'c', run }
  const fresh: Command = { id: 'new', label: 'Neu', shortcut: 'c', run }

  it('is listed once, with the one that it leads to', () => {
    expect(listedWithKeys([close, fresh], keySettings.get())).toEqual([close])
    expect([keyAmong([close, fresh], close), keyAmong([close, fresh], fresh)]).toEqual(['c', null])
  })

  it('is listed with both once somebody has chosen it', () => {
    changeKey('take', 'c')
    expect(listedWithKeys([take, close, fresh], keySettings.get())).toEqual([take, close])
    standardKeys()
  })
})
