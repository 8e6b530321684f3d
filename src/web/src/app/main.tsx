import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/ui.css'
import './layout.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import { firstLanguage, speak, useLanguage } from '../lib/i18n'
import { newQueryClient } from '../lib/query'
import { SignInAgain } from '../SignIn/SignInAgain'
import { placeQuery } from '../Tenants/place'
import { Toasts } from '../ui/Toasts'
import { newRouter } from './router'
import { startWorker } from './worker'

const client = newQueryClient()
const router = newRouter(client)

function App() {
  const language = useLanguage()
  return (
    <I18nProvider locale={language === 'de' ? 'de-DE' : 'en-GB'}>
      <QueryClientProvider client={client}>
        {/* Another language is another page: everything is written anew. */}
        <RouterProvider key={language} router={router} />
        <SignInAgain />
        <Toasts />
      </QueryClientProvider>
    </I18nProvider>
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root.')
await speak(firstLanguage())
await client.ensureQueryData(placeQuery).catch(() => undefined)
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
startWorker((path) => void router.navigate({ href: path }))
