import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { PasskeyButton } from './PasskeyButton'

afterEach(() => vi.unstubAllGlobals())

function show() {
  const signedIn = vi.fn()
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PasskeyButton onSignedIn={signedIn} />
    </QueryClientProvider>,
  )
  return { signedIn, person: userEvent.setup() }
}

function browserThat(get: () => Promise<unknown>) {
  vi.stubGlobal('PublicKeyCredential', {
    parseCreationOptionsFromJSON: (options: unknown) => options,
    parseRequestOptionsFromJSON: (options: unknown) => options,
  })
  Object.defineProperty(navigator, 'credentials', { configurable: true, value: { get } })
}

function serverThat(answers: (address: string) => Response) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(new URL(address).pathname)
    return answers(address)
  })
  return asked
}

const question = () => Response.json({ options: '{"challenge":"x"}', state: 's' })

describe('Signing in with a passkey', () => {
  it('is not offered by a browser that knows none', () => {
    show()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('hands over whoever the server has recognised', async () => {
    browserThat(async () => ({ id: 'credential' }))
    serverThat((address) => (address.endsWith('/begin') ? question() : Response.json({ authenticated: true })))
    const { signedIn, person } = show()
    await person.click(screen.getByRole('button', { name: 'Passkey verwenden' }))
    await vi.waitFor(() => expect(signedIn).toHaveBeenCalledWith({ authenticated: true }))
  })

  it('sends nothing when the person closes the question, and says so', async () => {
    browserThat(() => Promise.reject(new DOMException('left', 'NotAllowedError')))
    const asked = serverThat(question)
    const { signedIn, person } = show()
    await person.click(screen.getByRole('button', { name: 'Passkey verwenden' }))
    expect((await screen.findByRole('alert')).textContent).toBe('Es wurde kein Passkey gewählt.')
    expect(asked).toEqual(['/api/v1/auth/passkeys/sign-in/begin'])
    expect(signedIn).not.toHaveBeenCalled()
  })

  it('shows the refusal in the words of the server', async () => {
    browserThat(async () => ({ id: 'credential' }))
    serverThat((address) =>
      address.endsWith('/begin') ? question() : Response.json({ status: 401, code: 'passkey-invalid', title: '', detail: 'Der Passkey passt nicht.' }, { status: 401 }),
    )
    const { person } = show()
    await person.click(screen.getByRole('button', { name: 'Passkey verwenden' }))
    expect((await screen.findByRole('alert')).textContent).toBe('Der Passkey passt nicht.')
  })
})
