import { useEffect, useState } from 'react'
import type { ReportDocument } from '../../../analyses/model/report-document'
import { useLongCall } from '../../client/use-long-call'
import { Button } from '../../components/button'
import { Icon } from '../../components/icon'
import { Progress } from '../../components/progress'
import { Panel, Screen } from '../../components/screen'
import { FaultNote, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { NoProject } from '../frame/no-project'
import { SummaryView } from '../protection/summary-view'
import { useSession } from '../session/session'
import { exportRequested } from '../session/use-shell-events'
import { BlockView } from './block-view'
import { blockKey, partsOf } from './document-parts'
import { ExportDialog } from './export-dialog'

export function ResultScreen({ run }: { readonly run: string }) {
  const { state, dispatch } = useSession()
  const { t, locale } = useLanguage()
  const [exporting, setExporting] = useState(false)
  const [contents, setContents] = useState(true)
  const [published, setPublished] = useState(false)
  const view = useLongCall('run.view', state.project ? { run, locale, published } : null, state.revision)
  const ready = view.value !== null
  useEffect(() => {
    const open = () => ready && setExporting(true)
    window.addEventListener(exportRequested, open)
    return () => window.removeEventListener(exportRequested, open)
  }, [ready])
  if (!state.project) return <NoProject title={t('result.title')} icon="reports" />
  const back = (
    <Button kind="quiet" icon="back" onClick={() => dispatch({ kind: 'go', route: { screen: 'reports' } })}>
      {t('result.all')}
    </Button>
  )
  const document = view.value
  if (document === null)
    return (
      <Screen title={t('result.title')} back={back}>
        {view.fault ? (
          <FaultNote
            fault={view.fault}
            actions={<Button onClick={view.reload}>{t('word.tryAgain')}</Button>}
          />
        ) : (
          <>
            <Skeleton lines={14} />
            {published && (
              <Progress
                title={t('published.making')}
                progress={view.progress}
                cancelling={false}
                onCancel={view.cancel}
              />
            )}
          </>
        )}
      </Screen>
    )
  return (
    <Screen
      title={document.title}
      subtitle={document.subtitle}
      back={back}
      actions={
        <>
          {!contents && (
            <Button icon="panel" onClick={() => setContents(true)}>
              {t('result.contents')}
            </Button>
          )}
          <Button icon="shield" aria-pressed={published} onClick={() => setPublished(!published)}>
            {t('published.switch')}
          </Button>
          <Button kind="primary" icon="export" onClick={() => setExporting(true)}>
            {t('result.export')}
          </Button>
        </>
      }
      panel={contents ? <Contents document={document} onClose={() => setContents(false)} /> : undefined}
    >
      {published && <Published document={document} loading={view.loading} />}
      <article className="report" lang={document.locale} aria-busy={view.loading}>
        {document.blocks.map((block, index) => (
          <BlockView key={blockKey(block, index)} block={block} run={document.disclosure ? null : run} />
        ))}
      </article>
      {exporting && (
        <ExportDialog
          run={run}
          title={document.title}
          parts={partsOf(document)}
          onClose={() => setExporting(false)}
        />
      )}
    </Screen>
  )
}

interface PublishedProps {
  readonly document: ReportDocument
  readonly loading: boolean
}

/** Above a result shown as it would leave: what was hidden in it. */
function Published({ document, loading }: PublishedProps) {
  const { t } = useLanguage()
  if (loading || document.disclosure === undefined) return <Skeleton lines={2} />
  return (
    <section className="published" aria-label={t('published.switch')}>
      <p className="with-icon">
        <Icon name="shield" />
        {t('published.on')}
      </p>
      <SummaryView summary={document.disclosure} />
    </section>
  )
}

interface ContentsProps {
  readonly document: ReportDocument
  readonly onClose: () => void
}

/** The report's headings as a way to get to them. */
function Contents({ document, onClose }: ContentsProps) {
  const { t } = useLanguage()
  const headings = document.blocks.filter((block) => block.kind === 'heading')
  const go = (id: string) => {
    const heading = window.document.getElementById(`report-${id}`)
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
  }
  return (
    <Panel title={t('result.contents')} onClose={onClose}>
      <ul className="contents">
        {headings.map(({ id, text, level }) => (
          <li key={id} className={`contents-${level}`}>
            <button type="button" className="link" onClick={() => go(id)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
