import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { wordsOf } from '../lib/faults'
import { t } from '../lib/i18n'
import { Button } from '../ui/Button'
import { signIn, type Session } from './session'

interface DemoAccount {
  email: string
  name: string
  role: 'customer' | 'agent' | 'manager' | 'admin' | 'operator'
  password: string
}

// Not in the document: where no demo data is, there is no such address.
async function read(): Promise<DemoAccount[]> {
  const answer = await fetch('/api/v1/demo/accounts')
  return answer.ok ? ((await answer.json()) as { items: DemoAccount[] }).items : []
}

/** Where the platform runs with demo data: its people at one click. */
export function DemoAccounts({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const client = useQueryClient()
  const accounts = useQuery({ queryKey: ['demo'], queryFn: read, staleTime: Number.POSITIVE_INFINITY })
  const enter = useMutation({
    mutationFn: (account: DemoAccount) => signIn(client, account.email, account.password),
    onSuccess: onSignedIn,
  })
  if (!accounts.data || accounts.data.length === 0) return null
  return (
    <section className="card stack-small" aria-labelledby="demo">
      <h2 id="demo">{t('demo.title')}</h2>
      <p className="muted">{t('demo.text')}</p>
      {enter.error && (
        <p role="alert" className="field-error">
          {wordsOf(enter.error)}
        </p>
      )}
      <div className="row">
        {accounts.data.map((account) => (
          <Button key={account.email} busy={enter.isPending} onPress={() => enter.mutate(account)}>
            {t('demo.as', { name: account.name, role: t(`role.${account.role}`) })}
          </Button>
        ))}
      </div>
    </section>
  )
}
