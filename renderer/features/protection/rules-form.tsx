import { type ReactNode, useId, useRef, useState } from 'react'
import type { DisclosureRules } from '../../../analyses/model/disclosure'
import type { Fault } from '../../../analyses/model/fault'
import { call } from '../../client/call'
import { Button } from '../../components/button'
import { FaultNote } from '../../components/states'
import { type MessageKey, useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { RuleNumber } from './rule-number'
import { draftOf, type NumberField, type RulesDraft, rulesOf } from './rules-draft'

const bases = ['0', '3', '5', '10'] as const
const keeps = ['totals', 'sexes'] as const

/** The project's rules in plain words; what each is for stands one key away. */
export function RulesForm({
  saved,
  readOnly,
}: {
  readonly saved: DisclosureRules
  readonly readOnly: boolean
}) {
  const { dispatch } = useSession()
  const { t } = useLanguage()
  const [draft, setDraft] = useState<RulesDraft>(() => draftOf(saved))
  const [fault, setFault] = useState<Fault | null>(null)
  const [asked, setAsked] = useState(false)
  const aboutRounding = useId()
  const form = useRef<HTMLFieldSetElement>(null)
  const put = (part: Partial<RulesDraft>) => setDraft((before) => ({ ...before, ...part }))
  const read = rulesOf(draft)
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(saved))
  const wrong = (field: NumberField) => asked && !read.ok && read.wrong.includes(field)
  // The field may be far above the button: who pressed it is led there, and hears what is wrong.
  const showWrong = () => {
    window.requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    )
  }
  const save = async () => {
    setAsked(true)
    if (!read.ok) return showWrong()
    const outcome = await call('disclosure.setRules', { rules: read.rules })
    if (!outcome.ok) return setFault(outcome.fault)
    setFault(null)
    dispatch({ kind: 'changed' })
    dispatch({ kind: 'say', message: { tone: 'good', text: t('rules.saved') } })
  }
  const numberField = (field: NumberField, label: MessageKey) => (
    <RuleNumber
      field={field}
      label={t(label)}
      value={draft[field]}
      wrong={wrong(field)}
      onChange={(text) => put({ [field]: text })}
    />
  )
  return (
    <fieldset className="rules" disabled={readOnly} ref={form}>
      <legend className="visually-hidden">{t('protection.tab-rules')}</legend>
      <Rule title="rules.minimum" help="rules.minimumHelp">
        {numberField('minimum', 'rules.minimumLabel')}
        <Check label="rules.zeros" checked={draft.zeros} onChange={(zeros) => put({ zeros })} />
      </Rule>
      <Rule title="rules.concentration" help="rules.concentrationHelp">
        <Check label="rules.p" checked={draft.usesP} onChange={(usesP) => put({ usesP })} />
        {draft.usesP && numberField('p', 'rules.pLabel')}
        <Check
          label="rules.dominance"
          checked={draft.usesDominance}
          onChange={(usesDominance) => put({ usesDominance })}
        />
        {draft.usesDominance && (
          <div className="field-row">
            {numberField('n', 'rules.nLabel')}
            {numberField('k', 'rules.kLabel')}
          </div>
        )}
      </Rule>
      <Rule title="rules.others" help="rules.othersHelp">
        <Check label="rules.group" checked={draft.group} onChange={(group) => put({ group })} />
        <Check label="rules.extremes" checked={draft.extremes} onChange={(extremes) => put({ extremes })} />
      </Rule>
      <Rule title="rules.treatment" help="rules.treatmentHelp">
        {bases.map((base) => (
          <label key={base} className="check">
            <input
              type="radio"
              name="base"
              checked={draft.base === base}
              aria-describedby={base === '0' ? undefined : aboutRounding}
              onChange={() => put({ base })}
            />
            <span>{base === '0' ? t('rules.suppress') : t('rules.round', { base })}</span>
          </label>
        ))}
        <p className="quiet" id={aboutRounding}>
          {t('rules.aboutRounding')}
        </p>
      </Rule>
      <Rule title="rules.width" help="rules.widthHelp">
        {numberField('protection', 'rules.widthLabel')}
      </Rule>
      <Rule title="rules.keep" help="rules.keepHelp">
        {keeps.map((one) => (
          <Check
            key={one}
            label={`rules.keep-${one}`}
            checked={draft.keep.includes(one)}
            onChange={(on) =>
              put({ keep: keeps.filter((other) => (other === one ? on : draft.keep.includes(other))) })
            }
          />
        ))}
      </Rule>
      {fault && <FaultNote fault={fault} />}
      <div className="run-actions">
        <Button kind="primary" disabled={!changed || readOnly} onClick={() => void save()}>
          {t('rules.save')}
        </Button>
        {changed && <Button onClick={() => setDraft(draftOf(saved))}>{t('rules.revert')}</Button>}
        <p className="quiet">{t(readOnly ? 'rules.readOnly' : 'rules.appliesTo')}</p>
      </div>
    </fieldset>
  )
}

interface RuleProps {
  readonly title: MessageKey
  readonly help: MessageKey
  readonly children: ReactNode
}

/** One rule: what it is, why it is there. */
function Rule({ title, help, children }: RuleProps) {
  const { t } = useLanguage()
  const id = useId()
  return (
    <section className="rule" aria-labelledby={id}>
      <div className="rule-about">
        <h2 id={id}>{t(title)}</h2>
        <p className="quiet">{t(help)}</p>
      </div>
      <div className="stack-small">{children}</div>
    </section>
  )
}

interface CheckProps {
  readonly label: MessageKey
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

function Check({ label, checked, onChange }: CheckProps) {
  const { t } = useLanguage()
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{t(label)}</span>
    </label>
  )
}
