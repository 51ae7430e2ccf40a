import { useState } from 'react'
import {
  type Column,
  type ColumnOptions,
  columnRoles,
  columnTypes,
  type DataSet,
} from '../../../analyses/model/data-set'
import type { Fault } from '../../../analyses/model/fault'
import { isCancelled } from '../../client/call'
import { useJob } from '../../client/use-job'
import { useLongCall } from '../../client/use-long-call'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { Late } from '../../components/late'
import { Progress } from '../../components/progress'
import { SelectField } from '../../components/select'
import { FaultNote, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { ColumnReading } from './column-reading'
import { SpecialValues } from './special-values'
import { TriedTypeView } from './tried-type-view'

interface ChangeTypeProps {
  readonly dataSet: DataSet
  readonly column: Column
  readonly onClose: () => void
}

/** Another type for a column: what it would lose is shown before anything is changed. */
export function ChangeType({ dataSet, column, onClose }: ChangeTypeProps) {
  const { dispatch } = useSession()
  const { t, formats } = useLanguage()
  const [said, setSaid] = useState<ColumnOptions>({})
  const [fault, setFault] = useState<Fault | null>(null)
  const { job, start, cancel } = useJob('dataSet.retype')
  const type = said.type ?? column.type
  const { type: _type, role: _role, personal: _personal, ...options } = said
  const tried = useLongCall('dataSet.tryType', {
    name: dataSet.name,
    column: column.name,
    type,
    options,
  })
  const label = column.label || column.name
  const failing = tried.value?.failing ?? 0
  const change = async () => {
    setFault(null)
    const { personal: _, ...word } = said
    const outcome = await start(t('retype.job', { column: label }), {
      name: dataSet.name,
      columns: { [column.name]: { ...word, type } },
    })
    if (!outcome.ok) return isCancelled(outcome.fault) ? undefined : setFault(outcome.fault)
    dispatch({ kind: 'changed' })
    dispatch({ kind: 'say', message: { tone: 'good', text: t('retype.done', { column: label }) } })
    onClose()
  }
  const set = (part: { readonly [K in keyof ColumnOptions]?: ColumnOptions[K] | undefined }) =>
    setSaid((before) =>
      Object.fromEntries(Object.entries({ ...before, ...part }).filter(([, value]) => value !== undefined)),
    )
  return (
    <Dialog
      title={t('retype.title', { column: label })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.keep')}</Button>
          <Button
            kind="primary"
            disabled={job !== null || tried.loading || tried.fault !== null || Object.keys(said).length === 0}
            onClick={() => void change()}
          >
            {failing > 0
              ? t('retype.confirmLoss', { count: failing, formatted: formats.integer(failing) })
              : t('retype.confirm')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="quiet">{t('retype.help')}</p>
        <div className="field-grid">
          <SelectField
            label={t('columns.type')}
            value={type}
            options={columnTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
            onChange={(value) => set({ type: columnTypes.find((one) => one === value) })}
          />
          <SelectField
            label={t('columns.role')}
            value={said.role ?? column.role}
            options={columnRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
            onChange={(value) => set({ role: columnRoles.find((one) => one === value) })}
          />
        </div>
        <ColumnReading name={column.name} type={type} said={said} onChange={set} />
        {job && (
          <Progress title={job.title} progress={job.progress} cancelling={job.cancelling} onCancel={cancel} />
        )}
        {fault && <FaultNote fault={fault} />}
        {tried.fault && <FaultNote fault={tried.fault} />}
        {tried.loading && (
          <>
            <Late after={500}>
              <Progress
                title={t('retype.trying')}
                progress={tried.progress}
                cancelling={false}
                onCancel={tried.cancel}
              />
            </Late>
            <Skeleton lines={3} />
          </>
        )}
        {tried.value && !tried.loading && <TriedTypeView tried={tried.value} />}
        <SpecialValues
          found={column.special ?? []}
          said={said.special}
          onChange={(special) => set({ special })}
        />
      </div>
    </Dialog>
  )
}
