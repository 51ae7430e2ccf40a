import type { ComponentProps } from 'react'
import { Icon, type IconName } from './icon'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly icon?: IconName
}

/** A disabled button stays reachable by keyboard (aria-disabled), so that its reason can be read. */
export function Button({
  kind = 'plain',
  icon,
  children,
  className,
  disabled,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      className={`button button-${kind} ${className ?? ''}`}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onClick}
    >
      {icon && <Icon name={icon} />}
      {children && <span>{children}</span>}
    </button>
  )
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'aria-label'> {
  readonly icon: IconName
  /** What it does: its name for screen readers and its tooltip. */
  readonly label: string
}

export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      className={`icon-button ${className ?? ''}`}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  )
}
