import { useEffect, useState } from 'react'
import { pathsOf } from '../../client/call'
import { Icon } from '../../components/icon'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

const isProject = (path: string) => path.toLowerCase().endsWith('.duckdb')
const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** A file may be dropped anywhere; while it hovers the window says what will happen. */
export function DropOverlay() {
  const { state, dispatch, actions } = useSession()
  const { t } = useLanguage()
  const [depth, setDepth] = useState(0)
  const canImport = state.project !== null && !state.project.readOnly
  useEffect(() => {
    const enter = (event: DragEvent) => {
      if (hasFiles(event)) setDepth((n) => n + 1)
    }
    const leave = (event: DragEvent) => {
      if (hasFiles(event)) setDepth((n) => Math.max(0, n - 1))
    }
    const over = (event: DragEvent) => event.preventDefault()
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setDepth(0)
      const paths = pathsOf(event.dataTransfer?.files ?? [])
      const project = paths.find(isProject)
      if (project) return void actions.open(project)
      if (paths.length === 0) return
      if (canImport) dispatch({ kind: 'filesAdded', paths })
      else dispatch({ kind: 'say', message: { tone: 'attention', text: t('drop.needsProject') } })
    }
    const events = { dragenter: enter, dragleave: leave, dragover: over, drop } as const
    for (const [name, listener] of Object.entries(events))
      window.addEventListener(name, listener as EventListener)
    return () => {
      for (const [name, listener] of Object.entries(events))
        window.removeEventListener(name, listener as EventListener)
    }
  }, [actions, dispatch, canImport, t])
  if (depth === 0) return null
  return (
    <div className="drop" aria-hidden="true">
      <div className="drop-card">
        <Icon name="import" size={32} />
        <p className="drop-title">{t(canImport ? 'drop.import' : 'drop.open')}</p>
        <p className="quiet">{t(canImport ? 'drop.importText' : 'drop.openText')}</p>
      </div>
    </div>
  )
}
