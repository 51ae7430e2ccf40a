import type { ReactNode } from 'react'
import { Icon } from './icon'

interface DisclosureProps {
  readonly label: ReactNode
  readonly open: boolean
  readonly controls: string
  readonly onToggle: () => void
  /** Its name where the label alone would not say what opens. */
  readonly name?: string
}

/** A button that opens and closes what stands below it. */
export function Disclosure({ label, open, controls, onToggle, name }: DisclosureProps) {
  return (
    <button
      type="button"
      className="disclosure"
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      aria-label={name}
      onClick={onToggle}
    >
      <Icon name={open ? 'down' : 'right'} size={14} />
      <span>{label}</span>
    </button>
  )
}
