import { useLanguage } from '../../i18n'

interface ReasonBarsProps {
  readonly items: readonly { readonly label: string; readonly count: number }[]
}

/** How many values each reason hides; the bar repeats the number for the eye. */
export function ReasonBars({ items }: ReasonBarsProps) {
  const { formats } = useLanguage()
  const most = Math.max(1, ...items.map(({ count }) => count))
  return (
    <ul className="reason-bars">
      {items.map(({ label, count }) => (
        <li key={label}>
          <span>{label}</span>
          <strong className="number">{formats.integer(count)}</strong>
          <meter className="reason-bar" aria-hidden="true" min={0} max={most} value={count} />
        </li>
      ))}
    </ul>
  )
}
