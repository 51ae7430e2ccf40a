import type { ReportDocument } from '../../../analyses/model/report-document'
import type { LongReading } from '../../client/use-long-call'
import { ScrollArea } from '../../components/scroll-area'
import { Tabs } from '../../components/tabs'
import { useLanguage } from '../../i18n'
import { useEditor } from './editor-context'
import { ProtectionTab } from './protection-tab'
import { ReportFields } from './report-fields'
import { SelectedFields } from './selected-fields'
import { SlotList } from './slot-list'

const tabs = ['block', 'report', 'runs', 'protection'] as const
export type InspectorTab = (typeof tabs)[number]

interface InspectorProps {
  readonly tab: InspectorTab
  readonly onTab: (tab: InspectorTab) => void
  readonly view: LongReading<ReportDocument>
  readonly onRun: (again: boolean) => void
}

/** Details beside the page: of what is selected, of the report, of its analyses, of its protection. */
export function Inspector({ tab, onTab, view, onRun }: InspectorProps) {
  const { report } = useEditor()
  const { t } = useLanguage()
  const missing = Object.values(report.runs).filter(({ run, optional }) => run === null && !optional).length
  return (
    <aside className="panel inspector" aria-label={t('editor.details')}>
      <Tabs
        label={t('editor.details')}
        active={tab}
        onChange={(id) => onTab(tabs.find((one) => one === id) ?? 'block')}
        tabs={tabs.map((id) => ({
          id,
          label: t(`editor.tab-${id}`),
          badge: id === 'runs' && missing > 0 ? String(missing) : undefined,
        }))}
      >
        <ScrollArea className="inspector-body" label={t(`editor.tab-${tab}`)}>
          {tab === 'block' && <SelectedFields />}
          {tab === 'report' && <ReportFields />}
          {tab === 'runs' && <SlotList onRun={onRun} />}
          {tab === 'protection' && <ProtectionTab view={view} />}
        </ScrollArea>
      </Tabs>
    </aside>
  )
}
