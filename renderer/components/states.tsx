import type { ReactNode } from 'react'
import type { Fault } from '../../analyses/model/fault'
import { useLanguage } from '../i18n'
import { Icon, type IconName } from './icon'

interface EmptyStateProps {
  readonly icon: IconName
  readonly title: string
  readonly children?: ReactNode
  /** The one thing to do. */
  readonly action?: ReactNode
}

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <Icon name={icon} size={32} />
      <p className="empty-title">{title}</p>
      {children && <div className="empty-text">{children}</div>}
      {action}
    </div>
  )
}

export type Tone = 'good' | 'attention' | 'bad' | 'note'

export const toneIcon: Record<Tone, IconName> = {
  good: 'check',
  attention: 'warning',
  bad: 'bad',
  note: 'info',
}

interface NoteProps {
  readonly tone: Tone
  readonly children: ReactNode
  readonly actions?: ReactNode
  /** Faults interrupt a screen reader; other notes wait for their turn. */
  readonly role?: 'alert' | 'status' | 'note'
}

export function Note({ tone, children, actions, role = 'note' }: NoteProps) {
  const { t } = useLanguage()
  return (
    <div className={`note tone-${tone}`} role={role}>
      <Icon name={toneIcon[tone]} />
      <div className="note-text">
        <span className="visually-hidden">{t(`tone.${tone}`)}: </span>
        {children}
      </div>
      {actions && <div className="note-actions">{actions}</div>}
    </div>
  )
}

/** A fault: what happened, where, what to do; never blames. */
export function FaultNote({ fault, actions }: { readonly fault: Fault; readonly actions?: ReactNode }) {
  const { sentence, t } = useLanguage()
  return (
    <Note tone="bad" role="alert" actions={actions}>
      <p>{sentence(fault)}</p>
      {fault.path && (
        <p className="note-place">
          {t('word.where')}: <code>{fault.path}</code>
        </p>
      )}
    </Note>
  )
}

/** Grey lines where text will be; seen only when waiting takes longer than 150 ms. */
export function Skeleton({ lines = 6 }: { readonly lines?: number }) {
  const { t } = useLanguage()
  return (
    <div className="skeleton after-150" role="status">
      <span className="visually-hidden">{t('word.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <span key={line} className={`skeleton-line skeleton-${line % 4}`} />
      ))}
    </div>
  )
}
