import type { ReactNode } from 'react'

/** A part of the side that folds away; what is folded is not read until somebody wants to know. */
export function Panel({ title, children, open, onOpen }: { title: string; children: ReactNode; open?: boolean; onOpen?: (open: boolean) => void }) {
  return (
    <details className="panel" open={open} onToggle={(event) => onOpen?.(event.currentTarget.open)}>
      <summary className="summary-line">
        <h2 className="panel-title">{title}</h2>
      </summary>
      <div className="panel-body">{children}</div>
    </details>
  )
}
