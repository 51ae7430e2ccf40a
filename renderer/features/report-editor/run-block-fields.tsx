import { useId } from 'react'
import type { CompositionBlock } from '../../../analyses/model/composition'
import { TextField } from '../../components/field'
import { ScrollArea } from '../../components/scroll-area'
import { SelectField } from '../../components/select'
import { useLanguage } from '../../i18n'
import { changeBlock } from './composition-edit'
import { useEditor, useSlotTitle } from './editor-context'

type RunBlock = Extract<CompositionBlock, { kind: 'run' }>

/** Which analysis a block is made of and, for a table, how much of it is shown. */
export function RunBlockFields({ block }: { readonly block: RunBlock }) {
  const { report, change, packs, readOnly } = useEditor()
  const slotTitle = useSlotTitle()
  const { t } = useLanguage()
  const pack = report.runs[block.run]?.pack
  const put = (part: Partial<Pick<RunBlock, 'run' | 'columns' | 'rows'>>, about = '') =>
    change(
      (now) => changeBlock(now, block.id, (old) => (old.kind === 'run' ? { ...old, ...part } : old)),
      about,
    )
  // A part of another analysis would be another block: only runs of the same pack stand in.
  const alike = Object.keys(report.runs).filter((slot) => report.runs[slot]?.pack === pack)
  const output = packs.find(({ id }) => id === pack)?.outputs.find(({ table }) => table === block.name)
  return (
    <fieldset className="stack" disabled={readOnly}>
      <legend className="visually-hidden">{t('editor.source')}</legend>
      {alike.length > 1 ? (
        <SelectField
          label={t('editor.source')}
          value={block.run}
          options={alike.map((slot) => ({ value: slot, label: `${slotTitle(slot)} (${slot})` }))}
          onChange={(run) => put({ run })}
        />
      ) : (
        <p>
          <span className="quiet">{t('editor.source')}: </span>
          {slotTitle(block.run)}
        </p>
      )}
      {block.part === 'table' && (
        <>
          <TextField
            label={t('editor.rows')}
            help={t('editor.rowsHelp')}
            inputMode="numeric"
            value={block.rows === null ? '' : String(block.rows)}
            onChange={(text) => {
              const rows = Number.parseInt(text, 10)
              put({ rows: rows >= 1 && rows <= 10_000 ? rows : null }, `rows:${block.id}`)
            }}
          />
          {output && (
            <ColumnChoice
              columns={output.columns}
              chosen={block.columns}
              onChange={(columns) => put({ columns })}
            />
          )}
        </>
      )}
    </fieldset>
  )
}

interface ColumnChoiceProps {
  readonly columns: readonly { readonly name: string; readonly title: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (columns: string[]) => void
}

/** None chosen means all: a report does not lose a column that a newer analysis brings. */
function ColumnChoice({ columns, chosen, onChange }: ColumnChoiceProps) {
  const { t } = useLanguage()
  const id = useId()
  const shown = (name: string) => chosen.length === 0 || chosen.includes(name)
  const toggle = (name: string) => {
    const next = columns
      .map((column) => column.name)
      .filter((one) => (one === name ? !shown(one) : shown(one)))
    if (next.length > 0) onChange(next.length === columns.length ? [] : next)
  }
  return (
    <div className="field">
      <span className="field-label" id={id}>
        {t('editor.columns')}
      </span>
      <ScrollArea className="many-list" label={t('editor.columns')}>
        {columns.map(({ name, title }) => (
          <label key={name} className="check">
            <input type="checkbox" checked={shown(name)} onChange={() => toggle(name)} />
            <span>{title}</span>
          </label>
        ))}
      </ScrollArea>
    </div>
  )
}
