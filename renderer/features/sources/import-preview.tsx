import { useEffect, useState } from 'react'
import { ScrollArea } from '../../components/scroll-area'
import { EmptyState } from '../../components/states'
import { type Tab, Tabs } from '../../components/tabs'
import { useLanguage } from '../../i18n'
import { CountSum } from './count-sum'
import { ImportColumns } from './import-columns'
import type { ImportDraft } from './import-draft'
import { chosenIds } from './import-options'
import { PersonalGate } from './personal-gate'
import { ProblemList } from './problem-list'
import { SampleRows } from './sample-rows'
import { ShapeTab } from './shape-tab'
import { SourceCardFields } from './source-card-fields'
import { SourceLines } from './source-lines'
import { TablePicker } from './table-picker'

interface ImportPreviewProps {
  readonly draft: ImportDraft
  readonly onShow: (table: string) => void
}

export function ImportPreview({ draft, onShow }: ImportPreviewProps) {
  const { t } = useLanguage()
  const { preview } = draft
  const several = preview.tables.length > 1
  const asks = draft.open.length > 0
  const [chosen, setChosen] = useState(several ? 'tables' : 'rows')
  // What must be decided comes to the front when it turns up, and stays there when it is decided.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another table may ask again
  useEffect(() => {
    if (asks) setChosen('personal')
  }, [asks, preview.table])
  const tabs: readonly Tab[] = [
    ...(several ? [{ id: 'tables', label: t('tables.title'), badge: tablesBadge(draft) }] : []),
    ...(draft.personal.length > 0
      ? [
          {
            id: 'personal',
            label: t('personal.tab'),
            badge: draft.open.length > 0 ? t('personal.toDecide', { count: draft.open.length }) : undefined,
          },
        ]
      : []),
    { id: 'rows', label: t('import.tabRows') },
    { id: 'columns', label: t('import.tabColumns'), badge: String(preview.columns.length) },
    { id: 'shape', label: t('shape.tab'), badge: shapeBadge(draft) },
    { id: 'card', label: t('card.tab') },
    ...(preview.lines.length > 0 ? [{ id: 'lines', label: t('import.tabLines') }] : []),
    {
      id: 'problems',
      label: t('import.tabProblems'),
      badge: preview.problems.length > 0 ? String(preview.problems.length) : undefined,
    },
  ]
  const active = tabs.some(({ id }) => id === chosen) ? chosen : 'rows'
  return (
    <div className="import-preview">
      <CountSum rows={preview.rows} about={!preview.exact} />
      <Tabs label={t('import.preview')} active={active} onChange={setChosen} tabs={tabs}>
        {active === 'tables' && <TablePicker draft={draft} onShow={onShow} />}
        {active === 'personal' && <PersonalGate draft={draft} />}
        {active === 'rows' && <SampleRows draft={draft} />}
        {active === 'columns' && <ImportColumns draft={draft} />}
        {active === 'shape' && <ShapeTab draft={draft} />}
        {active === 'card' && (
          <ScrollArea className="scroll" label={t('card.tab')}>
            <SourceCardFields
              card={draft.options.card ?? {}}
              disabled={draft.disabled}
              onChange={(card) => draft.set({ card })}
            />
          </ScrollArea>
        )}
        {active === 'lines' && <SourceLines preview={preview} hidden={draft.masked.size > 0} />}
        {active === 'problems' &&
          (preview.problems.length === 0 ? (
            <EmptyState icon="check" title={t('problems.none')} />
          ) : (
            <div className="scroll">
              <ProblemList problems={preview.problems} />
            </div>
          ))}
      </Tabs>
    </div>
  )
}

const tablesBadge = ({ preview, options }: ImportDraft): string =>
  `${chosenIds(preview, options).length}/${preview.tables.length}`

/** Steps that are taken; while there are none, how many are proposed. */
const shapeBadge = ({ steps, preview }: ImportDraft): string | undefined => {
  const count = steps.length > 0 ? steps.length : preview.shapes.length
  return count === 0 ? undefined : String(count)
}
