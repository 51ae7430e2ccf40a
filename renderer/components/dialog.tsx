import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useLanguage } from '../i18n'
import { IconButton } from './button'
import { ScrollArea } from './scroll-area'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly actions?: ReactNode
  /** How the work ended or how far it is: always in sight, above the actions. */
  readonly outcome?: ReactNode
  /** For choices that stand side by side. */
  readonly wide?: boolean
}

/** The platform's modal dialog: keeps the focus inside, closes by Escape, gives the focus back. */
export function Dialog({ title, onClose, children, actions, outcome, wide = false }: DialogProps) {
  const { t } = useLanguage()
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  // In the commit itself: what takes the focus next must come after it was given back.
  useLayoutEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={ref}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header className="dialog-head">
        <h2 id={id}>{title}</h2>
        <IconButton icon="close" label={t('word.close')} onClick={onClose} />
      </header>
      <ScrollArea className="dialog-body" label={title}>
        {children}
      </ScrollArea>
      {outcome && <div className="dialog-outcome">{outcome}</div>}
      {actions && <footer className="dialog-actions">{actions}</footer>}
    </dialog>
  )
}
