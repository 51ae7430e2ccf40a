import { type KeyboardEvent, useRef, useState } from 'react'
import { Button, IconButton } from '../../components/button'
import { useLanguage } from '../../i18n'
import { AddDialog } from './add-dialog'
import { isHidden, setHidden } from './composition-edit'
import { useEditor } from './editor-context'

interface OutlineToolsProps {
  readonly onMove: (step: -1 | 1) => void
  readonly onRemove: () => void
}

/** What can be done with the selected section or block: one toolbar, arrows go through it. */
export function OutlineTools({ onMove, onRemove }: OutlineToolsProps) {
  const { report, selection, change, readOnly } = useEditor()
  const { t } = useLanguage()
  const [adding, setAdding] = useState(false)
  const bar = useRef<HTMLDivElement>(null)
  const hidden = isHidden(report, selection)
  const none = selection === null || readOnly
  const through = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button.matches(':focus'))
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  }
  return (
    <>
      <div
        className="outline-tools"
        role="toolbar"
        aria-label={t('outline.tools')}
        ref={bar}
        onKeyDown={through}
      >
        <Button icon="plus" disabled={readOnly} onClick={() => setAdding(true)}>
          {t('outline.add')}
        </Button>
        <span className="outline-space" />
        <IconButton
          icon="up"
          label={t('outline.up')}
          aria-disabled={none}
          aria-keyshortcuts="Alt+ArrowUp"
          onClick={() => none || onMove(-1)}
        />
        <IconButton
          icon="down"
          label={t('outline.down')}
          aria-disabled={none}
          aria-keyshortcuts="Alt+ArrowDown"
          onClick={() => none || onMove(1)}
        />
        <IconButton
          icon={hidden ? 'show' : 'hide'}
          label={t(hidden ? 'outline.show' : 'outline.hide')}
          aria-disabled={none}
          onClick={() => none || change((now) => setHidden(now, selection, !hidden))}
        />
        <IconButton
          icon="trash"
          label={t('outline.remove')}
          aria-disabled={none}
          aria-keyshortcuts="Delete"
          onClick={() => none || onRemove()}
        />
      </div>
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </>
  )
}
