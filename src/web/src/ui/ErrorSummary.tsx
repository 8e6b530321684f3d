import { useEffect, useId, useRef } from 'react'
import { t } from '../lib/i18n'
import { showFault } from './Page'

export interface Fault {
  /** Id of the field that it is about; without one it is about the whole form. */
  field: string | null
  text: string
}

/** Takes the focus when faults come, names each and leads to its field; the field says the same in the same words. */
export function ErrorSummary({ title, faults }: { title: string; faults: Fault[] }) {
  const heading = useId()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (faults.length > 0) box.current?.focus()
  }, [faults])
  // Said first in the title, which is what a screen reader begins with when it comes back to the page.
  const faulty = faults.length > 0
  useEffect(() => (faulty ? showFault(t('form.error')) : undefined), [faulty])
  if (!faulty) return null
  return (
    <div ref={box} className="summary" role="alert" tabIndex={-1} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.field} ${fault.text}`}>
            {fault.field === null ? (
              fault.text
            ) : (
              <a
                href={`#${fault.field}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(fault.field ?? '')?.focus()
                }}
              >
                {fault.text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
