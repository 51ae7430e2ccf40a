import { useState } from 'react'
import type { Fault } from '../../../analyses/model/fault'
import type { ReportDocument } from '../../../analyses/model/report-document'
import { namedText } from '../../../analyses/model/template-make'
import type { JobHandle } from '../../client/use-job'
import type { LongReading } from '../../client/use-long-call'
import { Button, IconButton } from '../../components/button'
import { FoldedWhenNarrow } from '../../components/folded-when-narrow'
import { Progress } from '../../components/progress'
import { Screen } from '../../components/screen'
import { EmptyState, FaultNote, Note, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { textIn } from './composition-edit'
import { useEditor } from './editor-context'
import { Inspector, type InspectorTab } from './inspector'
import { Outline } from './outline'
import { Page } from './page'
import { TerritoryField } from './territory-field'
import { waitingSlots } from './waiting-slots'

interface EditorFrameProps {
  readonly view: LongReading<ReportDocument>
  readonly job: JobHandle<'report.run'>
  readonly runFault: Fault | null
  readonly onRun: (again: boolean) => void
  readonly onExport: () => void
  readonly tab: InspectorTab
  readonly onTab: (tab: InspectorTab) => void
}

export function EditorFrame({ view, job, runFault, onRun, onExport, tab, onTab }: EditorFrameProps) {
  const { report, undo, redo, canUndo, canRedo, readOnly } = useEditor()
  const { dispatch } = useSession()
  const { t } = useLanguage()
  const [details, setDetails] = useState(true)
  const title = namedText(textIn(report.title, report.locale, report.locale), report) || t('editor.untitled')
  return (
    <div className="split">
      <section className="side editor-side" aria-label={t('outline.label')}>
        <div className="side-head">
          <Button
            kind="quiet"
            icon="back"
            onClick={() => dispatch({ kind: 'go', route: { screen: 'reports' } })}
          >
            {t('result.all')}
          </Button>
        </div>
        <FoldedWhenNarrow label={t('outline.label')}>
          <Outline />
        </FoldedWhenNarrow>
      </section>
      <Screen
        title={title}
        subtitle={<SaveLine />}
        actions={
          <>
            <IconButton
              icon="undo"
              label={t('editor.undo')}
              aria-keyshortcuts="Control+Z"
              aria-disabled={!canUndo || readOnly}
              onClick={() => readOnly || undo()}
            />
            <IconButton
              icon="redo"
              label={t('editor.redo')}
              aria-keyshortcuts="Control+Y"
              aria-disabled={!canRedo || readOnly}
              onClick={() => readOnly || redo()}
            />
            <IconButton
              icon="panel"
              label={t('editor.showDetails')}
              aria-pressed={details}
              onClick={() => setDetails(!details)}
            />
            <Button kind="primary" icon="export" onClick={onExport}>
              {t('editor.export')}
            </Button>
          </>
        }
        panel={details ? <Inspector tab={tab} onTab={onTab} view={view} onRun={onRun} /> : undefined}
      >
        <Waiting job={job} fault={runFault} onRun={onRun} />
        <LivePage view={view} />
      </Screen>
    </div>
  )
}

/** Whether everything is stored; said quietly, and loudly when it is not. */
function SaveLine() {
  const { save, fault, flush } = useEditor()
  const { t } = useLanguage()
  if (fault)
    return (
      <FaultNote fault={fault} actions={<Button onClick={() => void flush()}>{t('word.tryAgain')}</Button>} />
    )
  return <span role="status">{t(`editor.save-${save}`)}</span>
}

/** Analyses the report still waits for, and their work. */
function Waiting({
  job,
  fault,
  onRun,
}: Pick<EditorFrameProps, 'job' | 'onRun'> & { readonly fault: Fault | null }) {
  const { report, readOnly } = useEditor()
  const { t } = useLanguage()
  const { missing, territory } = waitingSlots(report)
  return (
    <>
      {territory && (
        <Note tone="attention">
          <div className="stack-small">
            <p>{t('editor.whichTerritory')}</p>
            <TerritoryField />
          </div>
        </Note>
      )}
      {job.job ? (
        <Progress
          title={job.job.title}
          progress={job.job.progress}
          cancelling={job.job.cancelling}
          onCancel={job.cancel}
        />
      ) : (
        missing > 0 && (
          <Note
            tone="attention"
            actions={
              <Button icon="play" disabled={readOnly} onClick={() => onRun(false)}>
                {t('slots.runMissing', { count: missing })}
              </Button>
            }
          >
            <p>{t('editor.waiting', { count: missing })}</p>
          </Note>
        )
      )}
      {fault && <FaultNote fault={fault} />}
    </>
  )
}

function LivePage({ view }: { readonly view: LongReading<ReportDocument> }) {
  const { report, selection, select } = useEditor()
  const { t } = useLanguage()
  const choose = (id: string) =>
    select({ kind: report.sections.some((section) => section.id === id) ? 'section' : 'block', id })
  return (
    <>
      {view.fault && (
        <FaultNote fault={view.fault} actions={<Button onClick={view.reload}>{t('word.tryAgain')}</Button>} />
      )}
      {view.loading && (
        <Progress
          title={t('editor.making')}
          progress={view.progress}
          cancelling={false}
          onCancel={view.cancel}
        />
      )}
      {view.value === null && view.loading && <Skeleton lines={10} />}
      {report.sections.length === 0 && (
        <EmptyState icon="document" title={t('editor.empty')}>
          <p>{t('editor.emptyReport')}</p>
        </EmptyState>
      )}
      {view.value && (
        <div aria-busy={view.loading}>
          <Page document={view.value} selection={selection} onSelect={choose} />
        </div>
      )}
    </>
  )
}
