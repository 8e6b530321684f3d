import { act, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { away } from '../Live/stream'
import { useSendWhenConnected } from './SendWhenConnected'

function Editor({ onSend }: { onSend: () => void }) {
  const later = useSendWhenConnected({ send: 'Antwort senden', onSend })
  return (
    <>
      {later.isAway ? later.button : <button type="button">Antwort senden</button>}
      {later.waits}
      {later.question}
    </>
  )
}

beforeEach(() => {
  vi.stubGlobal('CSS', { escape: (text: string) => text })
  away.set(Date.now() - 60_000)
})
afterEach(() => {
  away.set(null)
  vi.unstubAllGlobals()
})

describe('While the server is away', { timeout: 20_000 }, () => {
  it('a wish to send is asked about again once there is a connection, and only yes sends', async () => {
    const onSend = vi.fn()
    const person = userEvent.setup()
    render(<Editor onSend={onSend} />)
    await person.click(screen.getByRole('button', { name: /^Senden, sobald verbunden/ }))
    act(() => away.set(null))
    await screen.findByRole('alertdialog')
    expect(onSend).not.toHaveBeenCalled()
    await person.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(onSend).not.toHaveBeenCalled()
  })

  it('yes sends', async () => {
    const onSend = vi.fn()
    const person = userEvent.setup()
    render(<Editor onSend={onSend} />)
    await person.click(screen.getByRole('button', { name: /^Senden, sobald verbunden/ }))
    act(() => away.set(null))
    await screen.findByRole('alertdialog')
    await person.click(screen.getByRole('button', { name: 'Antwort senden' }))
    expect(onSend).toHaveBeenCalledOnce()
  })

  it('whoever did not press, or thought better of it, is not asked', async () => {
    const person = userEvent.setup()
    render(<Editor onSend={vi.fn()} />)
    await person.click(screen.getByRole('button', { name: /^Senden, sobald verbunden/ }))
    await person.click(screen.getByRole('button', { name: 'Doch nicht senden' }))
    act(() => away.set(null))
    expect(screen.queryByRole('alertdialog')).toBeNull()
    screen.getByRole('button', { name: 'Antwort senden' })
  })
})
