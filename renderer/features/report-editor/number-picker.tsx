import { useEffect, useState } from 'react'
import { formatCell, missingMark, unitLabel } from '../../../analyses/charts'
import type { Fault } from '../../../analyses/model/fault'
import { liveNumberText } from '../../../analyses/model/live-number'
import { outputUnits } from '../../../analyses/model/pack-manifest'
import { type Page, readPage } from '../../client/arrow-page'
import { call } from '../../client/call'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { Field, TextField } from '../../components/field'
import { SelectField } from '../../components/select'
import { FaultNote, Note, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useEditor, useSlotTitle } from './editor-context'
import { rowName, whereOf } from './number-rows'

/** So many rows are read to choose from; a report's tables are shorter. */
const mostRows = 5000
/** So many are listed at once; the filter finds the others. */
const listed = 200

function useTable(run: string | null, table: string) {
  const { locale } = useLanguage()
  const [read, setRead] = useState<{ key: string; page: Page | null; fault: Fault | null } | null>(null)
  const key = `${run} ${table}`
  useEffect(() => {
    if (run === null || table === '') return
    const controller = new AbortController()
    const input = { source: { kind: 'run' as const, run, table }, offset: 0, limit: mostRows, locale }
    void call('table.page', input, { signal: controller.signal }).then((outcome) => {
      if (controller.signal.aborted) return
      setRead(
        outcome.ok
          ? { key, page: readPage(outcome.value.ipc), fault: null }
          : { key, page: null, fault: outcome.fault },
      )
    })
    return () => controller.abort()
  }, [run, table, key, locale])
  return read?.key === key ? read : null
}

interface NumberPickerProps {
  readonly onInsert: (mark: string) => void
  readonly onClose: () => void
}

/** Run, table, column, row: the way to one number, which then follows the analysis. */
export function NumberPicker({ onInsert, onClose }: NumberPickerProps) {
  const { report, packs } = useEditor()
  const slotTitle = useSlotTitle()
  const { t, locale } = useLanguage()
  const slots = Object.keys(report.runs).filter((slot) => report.runs[slot]?.run !== null)
  const [slot, setSlot] = useState(slots[0] ?? '')
  const outputs = packs.find(({ id }) => id === report.runs[slot]?.pack)?.outputs ?? []
  const [chosenTable, setTable] = useState('')
  const output = outputs.find(({ table }) => table === chosenTable) ?? outputs[0]
  const table = output?.table ?? ''
  const read = useTable(report.runs[slot]?.run ?? null, table)
  const page = read?.page ?? null
  const numbers = page?.columns.filter(({ numeric }) => numeric).map(({ name }) => name) ?? []
  const [chosenColumn, setColumn] = useState('')
  const column = numbers.find((name) => name === chosenColumn) ?? numbers.at(0) ?? ''
  const [filter, setFilter] = useState('')
  const [chosenRow, setRow] = useState(0)
  const named =
    page?.rows
      .map((row, index) => ({ row, index, name: rowName(page, row, column) }))
      .filter(({ name }) => name.toLocaleLowerCase().includes(filter.trim().toLocaleLowerCase())) ?? []
  const picked = named.find(({ index }) => index === chosenRow) ?? named[0]
  const where = page && picked ? whereOf(page, picked.row, column) : null
  const value = picked?.row[column]
  const columnOf = (name: string) => output?.columns.find((one) => one.name === name)
  const unitOf = (name: string) => outputUnits.find((unit) => unit === columnOf(name)?.unit) ?? 'number'
  const titleOf = (name: string) => {
    const [title, unit] = [columnOf(name)?.title ?? name, unitLabel(unitOf(name), locale)]
    return unit === '' ? title : `${title} (${unit})`
  }
  const mark = where === null ? null : liveNumberText({ run: slot, table, column, where })

  return (
    <Dialog
      title={t('number.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
          <Button kind="primary" disabled={mark === null} onClick={() => mark !== null && onInsert(mark)}>
            {t('number.insert')}
          </Button>
        </>
      }
    >
      {slots.length === 0 ? (
        <p>{t('number.noRuns')}</p>
      ) : (
        <div className="stack">
          <p className="quiet">{t('number.help')}</p>
          <SelectField
            label={t('number.run')}
            value={slot}
            options={slots.map((name) => ({ value: name, label: `${slotTitle(name)} (${name})` }))}
            onChange={(name) => {
              setSlot(name)
              setTable('')
              setRow(0)
            }}
          />
          <div className="field-grid">
            <SelectField
              label={t('number.table')}
              value={table}
              options={outputs.map((one) => ({ value: one.table, label: one.title }))}
              onChange={(name) => {
                setTable(name)
                setRow(0)
              }}
            />
            <SelectField
              label={t('number.column')}
              value={column}
              options={numbers.map((name) => ({ value: name, label: titleOf(name) }))}
              onChange={setColumn}
            />
          </div>
          {read === null && <Skeleton lines={4} />}
          {read?.fault && <FaultNote fault={read.fault} />}
          {page && page.rows.length > 0 && (
            <>
              <TextField label={t('number.filter')} value={filter} onChange={setFilter} />
              <Field
                label={t('number.row')}
                help={named.length > listed ? t('number.more', { listed, all: named.length }) : undefined}
              >
                {(control) => (
                  <select
                    {...control}
                    className="input number-rows"
                    size={6}
                    value={picked?.index ?? ''}
                    onChange={(event) => setRow(Number(event.target.value))}
                  >
                    {named.slice(0, listed).map(({ index, name }) => (
                      <option key={index} value={index}>
                        {name === '' ? t('number.onlyRow') : name}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <div className="number-preview" role="status">
                {picked && where === null ? (
                  <Note tone="attention">
                    <p>{t('number.ambiguous')}</p>
                  </Note>
                ) : (
                  <p>
                    {t('number.now', {
                      value:
                        typeof value === 'number' ? formatCell(value, unitOf(column), locale) : missingMark,
                      what: titleOf(column),
                    })}
                    {mark !== null && <code className="digest">{mark}</code>}
                  </p>
                )}
              </div>
            </>
          )}
          {page?.rows.length === 0 && <p>{t('number.noRows')}</p>}
        </div>
      )}
    </Dialog>
  )
}
