import { useEffect, useRef, useState } from 'react'
import type { Composition, CompositionBlock } from '../../../analyses/model/composition'
import { useCall } from '../../client/use-call'
import { ScrollArea } from '../../components/scroll-area'
import { SelectField } from '../../components/select'
import { FaultNote, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { partsOf } from '../report/document-parts'
import { addBlocks, freshId } from './composition-edit'
import { useEditor, useSlotTitle } from './editor-context'
import { newRunBlock } from './new-blocks'

type Part = Extract<CompositionBlock, { kind: 'run' }>['part']

interface Offered {
  readonly part: Part
  readonly name: string
  readonly label: string
}

/** Parts every run has, in the order a report has them. */
const always = [
  'findings',
  'text',
  'question',
  'limits',
  'params',
  'method',
  'sample-flow',
  'sources',
] as const

const slotPrefix = 'slot:'
const runPrefix = 'run:'

/** A run of the report, or another stored one, which then becomes a run of the report. */
function useSources() {
  const editor = useEditor()
  const slotTitle = useSlotTitle()
  const { formats } = useLanguage()
  const used = new Set(Object.values(editor.report.runs).map(({ run }) => run))
  return [
    ...Object.keys(editor.report.runs).map((slot) => ({
      value: slotPrefix + slot,
      label: slotTitle(slot),
    })),
    ...editor.runs
      .filter(({ id }) => !used.has(id))
      .map(({ id, pack, createdAt }) => ({
        value: runPrefix + id,
        label: `${pack.title} · ${formats.dateTime(createdAt)}`,
      })),
  ]
}

/** The report with this run in a slot, and the slot's name. */
function withRun(report: Composition, source: string, pack: string): { report: Composition; slot: string } {
  if (source.startsWith(slotPrefix)) return { report, slot: source.slice(slotPrefix.length) }
  let slot = pack
  for (let n = 2; report.runs[slot] !== undefined; n++) slot = `${pack}-${n}`
  const run = source.slice(runPrefix.length)
  const filled = { pack, title: {}, run, bindings: {}, params: {}, optional: false }
  return { report: { ...report, runs: { ...report.runs, [slot]: filled } }, slot }
}

/** Charts, tables, findings and texts of a run, to choose any number of. */
export function AddRunParts({
  onReady,
}: {
  readonly onReady: (ready: { readonly add: () => void } | null) => void
}) {
  const editor = useEditor()
  const { t, locale } = useLanguage()
  const sources = useSources()
  const [source, setSource] = useState(sources[0]?.value ?? '')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const slot = editor.report.runs[source.slice(slotPrefix.length)]
  const run = source.startsWith(runPrefix) ? source.slice(runPrefix.length) : (slot?.run ?? null)
  const pack = slot?.pack ?? editor.runs.find(({ id }) => id === run)?.pack.id ?? ''
  const view = useCall('run.view', run === null ? null : { run, locale })
  const parts = run !== null && view.value ? partsOf(view.value) : { charts: [], tables: [] }
  const offered: readonly Offered[] = [
    ...parts.charts.map(({ id, title }) => ({ part: 'chart' as const, name: id, label: title })),
    ...parts.tables.map(({ id, title }) => ({ part: 'table' as const, name: id, label: title })),
    ...always.map((part) => ({ part, name: '', label: t(`part.${part}`) })),
  ]
  const key = ({ part, name }: Offered) => `${part}:${name}`
  const picked = offered.filter((one) => chosen.includes(key(one)))

  const add = () =>
    editor.change((now) => {
      const made = withRun(now, source, pack)
      return picked.reduceRight((report, { part, name }) => {
        const id = freshId(report, name === '' ? part : name)
        return addBlocks(report, editor.selection, [newRunBlock(id, { run: made.slot, part, name })])
      }, made.report)
    })
  const latest = useRef(add)
  latest.current = add
  const ready = picked.length > 0
  useEffect(() => {
    onReady(ready ? { add: () => latest.current() } : null)
  }, [ready, onReady])

  if (sources.length === 0) return <p className="quiet">{t('add.noRuns')}</p>
  return (
    <>
      <SelectField
        label={t('add.which')}
        value={source}
        options={sources}
        onChange={(value) => {
          setSource(value)
          setChosen([])
        }}
      />
      {view.fault && run !== null && <FaultNote fault={view.fault} />}
      {run !== null && view.loading && view.value === null ? (
        <Skeleton lines={4} />
      ) : (
        <ScrollArea className="many-list add-parts" label={t('add.parts')}>
          {offered.map((one) => (
            <label key={key(one)} className="check">
              <input
                type="checkbox"
                checked={chosen.includes(key(one))}
                onChange={(event) =>
                  setChosen(
                    event.target.checked
                      ? [...chosen, key(one)]
                      : chosen.filter((other) => other !== key(one)),
                  )
                }
              />
              <span>
                <span className="quiet">{t(`part.${one.part}`)}</span>
                {one.name !== '' && ` ${one.label}`}
              </span>
            </label>
          ))}
        </ScrollArea>
      )}
    </>
  )
}
