import { ToggleButton } from 'react-aria-components'
import { t } from '../../lib/i18n'
import { chooseDensity, density } from '../../lib/preferences'

export function DensityButton() {
  const chosen = density.use()
  return (
    <ToggleButton className="button" isSelected={chosen === 'compact'} onChange={(compact) => chooseDensity(compact ? 'compact' : 'comfortable')}>
      {t('queue.compact')}
    </ToggleButton>
  )
}
