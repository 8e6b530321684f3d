/** Something is on its way; said once in words. */
export function Skeleton({ lines, label }: { lines: number; label: string }) {
  return (
    <div className="stack-small" role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton" aria-hidden="true" />
      ))}
    </div>
  )
}
