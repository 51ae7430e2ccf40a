import { useState } from 'react'
import type { DataSet } from '../../../analyses/model/data-set'
import type { Fault } from '../../../analyses/model/fault'
import { call } from '../../client/call'
import { useCall } from '../../client/use-call'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { TextField } from '../../components/field'
import { SelectField } from '../../components/select'
import { EmptyState, FaultNote, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

const columnParts = ['code', 'label', 'parent', 'validFrom', 'validTo'] as const
const textParts = ['level', 'country', 'edition'] as const
type Part = (typeof columnParts)[number] | (typeof textParts)[number] | 'id' | 'on'
type Draft = Readonly<Partial<Record<Part, string>>>

const filled = (draft: Draft): Draft =>
  Object.fromEntries(Object.entries(draft).filter(([, value]) => value.trim() !== ''))

/** A data set becomes a code list of the project; its codes are copied. */
export function DeclareCodeList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { state } = useSession()
  const list = useCall('dataSet.list', {}, state.revision)
  if (list.value !== null && list.value.length > 0)
    return <DeclareForm dataSets={list.value} onClose={onClose} />
  return (
    <Dialog title={t('codeLists.declare')} onClose={onClose}>
      {list.fault && <FaultNote fault={list.fault} />}
      {list.value === null && !list.fault && <Skeleton lines={4} />}
      {list.value?.length === 0 && <EmptyState icon="data" title={t('codeLists.noData')} />}
    </Dialog>
  )
}

interface DeclareFormProps {
  readonly dataSets: readonly DataSet[]
  readonly onClose: () => void
}

function DeclareForm({ dataSets, onClose }: DeclareFormProps) {
  const { dispatch } = useSession()
  const { t } = useLanguage()
  const [name, setName] = useState(dataSets[0]?.name ?? '')
  const [draft, setDraft] = useState<Draft>({})
  const [fault, setFault] = useState<Fault | null>(null)
  const dataSet = dataSets.find((one) => one.name === name)
  const columns = (dataSet?.receipt.columns ?? []).map((column) => ({
    value: column.name,
    label: column.label || column.name,
  }))
  const set = (part: Part, value: string) => setDraft((before) => ({ ...before, [part]: value }))
  const { id = '', code = '', level = '', ...rest } = filled(draft)
  const ready = id !== '' && code !== '' && level !== ''
  const declare = async () => {
    const outcome = await call('codeList.register', { ...rest, id, code, level, dataSet: name })
    if (!outcome.ok) return setFault(outcome.fault)
    dispatch({ kind: 'changed' })
    dispatch({ kind: 'say', message: { tone: 'good', text: t('codeLists.declared', { id }) } })
    onClose()
  }
  return (
    <Dialog
      title={t('codeLists.declare')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
          <Button kind="primary" disabled={!ready} onClick={() => void declare()}>
            {t('codeLists.declareNow')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="quiet">{t('codeLists.help')}</p>
        {fault && <FaultNote fault={fault} />}
        <div className="field-grid">
          <SelectField
            label={t('audit.dataSet')}
            value={name}
            options={dataSets.map((one) => ({ value: one.name, label: one.name }))}
            onChange={(chosen) => {
              setName(chosen)
              setDraft(({ id: kept = '' }) => ({ id: kept }))
            }}
          />
          <TextField
            label={t('codeLists.id')}
            help={t('codeLists.idHelp')}
            value={draft.id ?? ''}
            onChange={(value) => set('id', value)}
          />
          {columnParts.map((part) => (
            <SelectField
              key={part}
              label={t(`codeLists.${part}`)}
              value={draft[part] ?? ''}
              options={[
                { value: '', label: t(part === 'code' ? 'codeLists.choose' : 'codeLists.none') },
                ...columns,
              ]}
              onChange={(value) => set(part, value)}
            />
          ))}
          {textParts.map((part) => (
            <TextField
              key={part}
              label={t(`codeLists.${part}`)}
              help={part === 'level' ? t('codeLists.levelHelp') : undefined}
              value={draft[part] ?? ''}
              onChange={(value) => set(part, value)}
            />
          ))}
          <TextField
            label={t('codeLists.on')}
            help={t('codeLists.onHelp')}
            type="date"
            value={draft.on ?? ''}
            onChange={(value) => set('on', value)}
          />
        </div>
      </div>
    </Dialog>
  )
}
