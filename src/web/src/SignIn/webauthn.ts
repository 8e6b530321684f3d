/** Whether this browser can make and use passkeys by what the API speaks. Without a secure context none can. */
export function knowsPasskeys(): boolean {
  return (
    typeof PublicKeyCredential !== 'undefined' &&
    typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function' &&
    typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'
  )
}

/** The person closed the browser's question, or let it run out. The browser does not say which. */
async function unlessLeft(question: Promise<Credential | null>): Promise<string | null> {
  try {
    const credential = await question
    return credential === null ? null : JSON.stringify(credential)
  } catch (error) {
    if (error instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(error.name)) return null
    throw error
  }
}

/** The browser asks which passkey, and for whoever holds it. Null: none was chosen. */
export function askForPasskey(options: string): Promise<string | null> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options) as PublicKeyCredentialRequestOptionsJSON)
  return unlessLeft(navigator.credentials.get({ publicKey }))
}

/** The browser makes one. Null: the person left. An `InvalidStateError`: this device has one for the account already. */
export function makePasskey(options: string): Promise<string | null> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options) as PublicKeyCredentialCreationOptionsJSON)
  return unlessLeft(navigator.credentials.create({ publicKey }))
}
