import { type ReactNode, useState } from 'react'
import type { Fault } from '../../analyses/model/fault'
import { useLanguage } from '../i18n'
import { Button } from './button'
import { Dialog } from './dialog'
import { FaultNote } from './states'

interface RemovalDialogProps {
  readonly title: string
  /** What the button does, in words: "Delete the report". */
  readonly confirm: string
  /** Null when it is gone; a fault keeps the dialog open. */
  readonly remove: () => Promise<Fault | null>
  readonly onClose: () => void
  /** What goes and what stays. */
  readonly children: ReactNode
}

/** Asks once before something leaves the project; keeping it is the first answer. */
export function RemovalDialog({ title, confirm, remove, onClose, children }: RemovalDialogProps) {
  const { t } = useLanguage()
  const [fault, setFault] = useState<Fault | null>(null)
  const [removing, setRemoving] = useState(false)
  const start = async () => {
    setRemoving(true)
    const failed = await remove()
    if (failed === null) return onClose()
    setFault(failed)
    setRemoving(false)
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.keep')}</Button>
          <Button kind="danger" disabled={removing} onClick={() => void start()}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  )
}
