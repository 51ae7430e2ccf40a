import type { RunSlot } from '../../../analyses/model/composition'
import { Button } from '../../components/button'
import { Badge } from '../../components/screen'
import { SelectField } from '../../components/select'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { useEditor, useSlotTitle } from './editor-context'
import { waitingSlots } from './waiting-slots'

/** The analyses a report is made of: which run stands in each, and how to get the missing ones. */
export function SlotList({ onRun }: { readonly onRun: (again: boolean) => void }) {
  const { report, readOnly } = useEditor()
  const { t } = useLanguage()
  const slots = Object.entries(report.runs)
  const { missing, spare } = waitingSlots(report)
  if (slots.length === 0) return <p className="quiet">{t('slots.none')}</p>
  return (
    <>
      <p className="quiet">{t('slots.help')}</p>
      <div className="row">
        {missing + spare > 0 && (
          <Button icon="play" disabled={readOnly} onClick={() => onRun(false)}>
            {missing > 0
              ? t('slots.runMissing', { count: missing })
              : t('slots.runOptional', { count: spare })}
          </Button>
        )}
        <Button icon="again" disabled={readOnly} onClick={() => onRun(true)}>
          {t('slots.runAgain')}
        </Button>
      </div>
      <ul className="slots">
        {slots.map(([name, slot]) => (
          <SlotCard key={name} name={name} slot={slot} />
        ))}
      </ul>
    </>
  )
}

function SlotCard({ name, slot }: { readonly name: string; readonly slot: RunSlot }) {
  const { runs, change, readOnly, report } = useEditor()
  const slotTitle = useSlotTitle()
  const { dispatch } = useSession()
  const { t, formats } = useLanguage()
  const title = slotTitle(name)
  const fitting = runs.filter(({ pack }) => pack.id === slot.pack)
  const gone = slot.run !== null && !fitting.some(({ id }) => id === slot.run)
  const blocks = report.sections
    .flatMap((section) => section.blocks)
    .filter((block) => block.kind === 'run' && block.run === name).length
  const choose = (run: string) =>
    change((now) => ({ ...now, runs: { ...now.runs, [name]: { ...slot, run: run === '' ? null : run } } }))
  return (
    <li className="slot">
      <p className="slot-title">
        <strong>{title}</strong>
        {slot.run === null && (
          <Badge tone={slot.optional ? 'note' : 'attention'}>
            {t(slot.optional ? 'slots.optional' : 'slots.missing')}
          </Badge>
        )}
      </p>
      <p className="quiet">{t('slots.blocks', { count: blocks })}</p>
      <fieldset disabled={readOnly}>
        <legend className="visually-hidden">{title}</legend>
        <SelectField
          label={t('slots.run')}
          value={slot.run ?? ''}
          options={[
            { value: '', label: t('slots.noRun') },
            ...(gone ? [{ value: slot.run ?? '', label: t('slots.gone') }] : []),
            ...fitting.map(({ id, createdAt, dataSets }) => ({
              value: id,
              label: `${formats.dateTime(createdAt)} · ${dataSets.join(', ')}`,
            })),
          ]}
          onChange={choose}
        />
      </fieldset>
      <div className="row">
        {slot.run !== null && !gone && (
          <Button
            kind="quiet"
            onClick={() => dispatch({ kind: 'go', route: { screen: 'result', run: slot.run ?? '' } })}
          >
            {t('slots.show')}
          </Button>
        )}
        <Button
          kind="quiet"
          onClick={() =>
            dispatch({ kind: 'go', route: { screen: 'analyses', pack: slot.pack, dataSet: null } })
          }
        >
          {t('slots.setUp')}
        </Button>
      </div>
    </li>
  )
}
