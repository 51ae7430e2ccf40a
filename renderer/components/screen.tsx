import { type ReactNode, useEffect, useRef } from 'react'
import { useLanguage } from '../i18n'
import { IconButton } from './button'
import { ScrollArea } from './scroll-area'

interface ScreenProps {
  readonly title: string
  readonly subtitle?: ReactNode
  /** Where one came from. */
  readonly back?: ReactNode
  readonly actions?: ReactNode
  readonly panel?: ReactNode
  readonly children: ReactNode
  /** Fills the height and scrolls inside (grids), instead of scrolling as a page. */
  readonly fill?: boolean
}

/** One screen: one heading that says what is looked at, its actions, its content, an optional panel. */
export function Screen({ title, subtitle, back, actions, panel, children, fill = false }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const first = useRef(true)
  // A new title is a new screen; its heading takes the focus when nothing else has it.
  useEffect(() => {
    const lost = document.activeElement === document.body || document.activeElement === null
    if (first.current || lost) heading.current?.focus({ preventScroll: true })
    first.current = false
    document.title = `${title} · Regional Workbench`
  }, [title])
  return (
    <div className={fill ? 'screen screen-fill' : 'screen'}>
      <div className="screen-main">
        {back && <div className="screen-back">{back}</div>}
        <header className="screen-head">
          <div className="screen-title">
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {subtitle && <div className="screen-subtitle">{subtitle}</div>}
          </div>
          {actions && <div className="row">{actions}</div>}
        </header>
        <div className="screen-body">{children}</div>
      </div>
      {panel}
    </div>
  )
}

interface PanelProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Details beside the main area; can be closed. */
export function Panel({ title, onClose, children }: PanelProps) {
  const { t } = useLanguage()
  return (
    <aside className="panel" aria-label={title}>
      <header className="panel-head">
        <h2>{title}</h2>
        <IconButton icon="close" label={t('panel.close')} onClick={onClose} />
      </header>
      <ScrollArea className="panel-body" label={title}>
        {children}
      </ScrollArea>
    </aside>
  )
}

export function Badge({ children, tone }: { readonly children: ReactNode; readonly tone?: string }) {
  return <span className={`badge ${tone ? `tone-${tone}` : ''}`}>{children}</span>
}

export interface FactItem {
  readonly label: string
  readonly value: ReactNode
}

export function Facts({ items }: { readonly items: readonly FactItem[] }) {
  return (
    <dl className="facts">
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
