import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { wordsOf } from '../lib/faults'
import { dateTime, relative } from '../lib/format'
import { t } from '../lib/i18n'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { toast } from '../ui/toast'
import { devicesQuery, NotTaken, remove, stateHere, subscribe, type Device, type Here } from './push'

/** Which of one's browsers show what is new while no page is open; this one by a switch. */
export function Devices({ account }: { account: string }) {
  const client = useQueryClient()
  const known = useQuery(devicesQuery)
  const devices = known.data ?? []
  const here = useQuery({
    queryKey: ['push-here', devices.map((each) => `${each.id}${each.current}`)],
    queryFn: () => stateHere(devices),
    enabled: known.data !== undefined,
    staleTime: 0,
  })
  const after = async () => {
    await client.invalidateQueries({ queryKey: devicesQuery.queryKey })
    await client.invalidateQueries({ queryKey: ['push-here'] })
  }
  const turn = useMutation({
    mutationFn: async (on: boolean) => {
      if (on) return subscribe(account)
      for (const each of devices) if (each.current) await remove(each)
      return true
    },
    onSuccess: (done) => done && toast(t('account.saved')),
    onSettled: after,
  })
  const drop = useMutation({
    mutationFn: remove,
    onSuccess: () => {
      toast(t('push.removed'))
      document.querySelector<HTMLElement>('main h1')?.focus()
    },
    onSettled: after,
  })
  const failed = turn.error ?? drop.error
  const others = devices.filter((each) => !(each.current && here.data === 'on'))
  return (
    <section className="card stack-small" aria-labelledby="devices">
      <h2 id="devices">{t('push.title')}</h2>
      {here.data && <Switch here={here.data} busy={turn.isPending} onTurn={(on) => turn.mutate(on)} />}
      {failed && (
        <p role="alert" className="field-error">
          {failed instanceof NotTaken ? t('push.failed') : wordsOf(failed)}
        </p>
      )}
      {others.length > 0 && (
        <>
          <h3>{t('push.others')}</h3>
          <ul role="list" className="stack-small">
            {others.map((each) => (
              <li key={each.id} className="row row-apart">
                <DeviceText device={each} />
                <Button kind="danger" busy={drop.isPending && drop.variables.id === each.id} aria-label={t('push.remove.of', { name: each.name })} onPress={() => drop.mutate(each)}>
                  {t('push.remove')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Switch({ here, busy, onTurn }: { here: Here; busy: boolean; onTurn: (on: boolean) => void }) {
  const why = useId()
  const refused = here === 'unsupported' || here === 'blocked'
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          role="switch"
          checked={here === 'on'}
          aria-disabled={refused || busy}
          aria-describedby={why}
          onChange={(event) => {
            if (!refused && !busy) onTurn(event.target.checked)
          }}
        />
        {t('push.here')}
      </label>
      <p id={why} className="muted small" role="status">
        {t(`push.${here}`)}
      </p>
    </>
  )
}

function DeviceText({ device }: { device: Device }) {
  return (
    <div>
      <strong>{device.name}</strong>{' '}
      {device.current && (
        <Badge icon="check" tone="success">
          {t('push.current')}
        </Badge>
      )}
      <p className="muted small">{t('push.seen', { since: dateTime(device.created_at), last: relative(device.renewed_at) })}</p>
    </div>
  )
}
