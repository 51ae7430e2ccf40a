import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import type { Fault } from '../../../analyses/model/fault'
import type { PackCard } from '../../../analyses/model/pack-card'
import type { RunSummary, StoredReport } from '../../../preload/contract/methods'
import { isCancelled } from '../../client/call'
import { useJob } from '../../client/use-job'
import { useLanguage } from '../../i18n'
import { ExportReport } from '../report/export-report'
import { useSession } from '../session/session'
import { exportRequested } from '../session/use-shell-events'
import type { Selection } from './composition-edit'
import { EditorContext, type EditorValue } from './editor-context'
import { EditorFrame } from './editor-frame'
import type { InspectorTab } from './inspector'
import { useEditing } from './use-editing'
import { usePage } from './use-page'

interface EditorProps {
  readonly stored: StoredReport
  readonly packs: readonly PackCard[]
  readonly runs: readonly RunSummary[]
  readonly readOnly: boolean
}

/** The report editor: outline, page as it would be published, details. */
export function Editor({ stored, packs, runs, readOnly }: EditorProps) {
  const { dispatch } = useSession()
  const { t, locale } = useLanguage()
  const editing = useEditing(stored, readOnly)
  const { report, change, flush } = editing
  const [selection, setSelection] = useState<Selection>(null)
  const [tab, setTab] = useState<InspectorTab>(stored.composition.sections.length === 0 ? 'report' : 'block')
  const [exporting, setExporting] = useState(false)
  const [runFault, setRunFault] = useState<Fault | null>(null)
  const [ran, setRan] = useState(0)
  const job = useJob('report.run')
  const view = usePage(stored.id, editing.revision + ran)

  const run = async (again: boolean) => {
    setRunFault(null)
    if (!(await flush())) return
    const outcome = await job.start(t('editor.running'), { report: stored.id, again, locale })
    // What ran before it stopped is stored: the lists and the page read again either way.
    dispatch({ kind: 'changed' })
    setRan((n) => n + 1)
    if (outcome.ok) {
      const fresh = outcome.value.composition.runs
      change((now) => ({ ...now, runs: { ...now.runs, ...fresh } }))
    } else if (!isCancelled(outcome.fault)) setRunFault(outcome.fault)
  }
  useEffect(() => {
    const open = () => setExporting(true)
    window.addEventListener(exportRequested, open)
    return () => window.removeEventListener(exportRequested, open)
  }, [])

  const value = useMemo<EditorValue>(
    () => ({
      ...editing,
      id: stored.id,
      readOnly,
      packs,
      runs,
      selection,
      select: (next) => {
        setSelection(next)
        if (next !== null) setTab('block')
      },
      locales: report.second === null ? [report.locale] : [report.locale, report.second],
    }),
    [editing, stored.id, readOnly, packs, runs, selection, report],
  )
  const press = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey)) return
    const key = event.key.toLowerCase()
    const back = key === 'z' && !event.shiftKey
    const forth = key === 'y' || (key === 'z' && event.shiftKey)
    if (!back && !forth) return
    event.preventDefault()
    if (back) editing.undo()
    else editing.redo()
  }
  return (
    <EditorContext value={value}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens to keys that come up from the fields inside */}
      <div className="editor" onKeyDown={press}>
        <EditorFrame
          view={view}
          job={job}
          runFault={runFault}
          onRun={(again) => void run(again)}
          onExport={() => void flush().then((stored) => stored && setExporting(true))}
          tab={tab}
          onTab={setTab}
        />
        {exporting && (
          <ExportReport report={stored.id} composition={report} onClose={() => setExporting(false)} />
        )}
      </div>
    </EditorContext>
  )
}
