import { useId, useState } from 'react'
import { type PersonalDecision, personalFacts } from '../../../analyses/model/personal-data'
import { TextArea } from '../../components/field'
import { Icon } from '../../components/icon'
import { Badge } from '../../components/screen'
import { useLanguage } from '../../i18n'
import { isDecided, type PersonalColumn, shortestGround, tellsBirth } from './personal-draft'

type Action = PersonalDecision['action']
type Fact = (typeof personalFacts)[number]
const actions: readonly Action[] = ['drop', 'pseudonymise', 'keep', 'not-personal']

interface PersonalChoiceProps {
  readonly column: PersonalColumn
  readonly decision: PersonalDecision | undefined
  readonly disabled: boolean
  /** `undefined` while a ground is too short to be one. */
  readonly onChange: (decision: PersonalDecision | undefined) => void
}

export function PersonalChoice({ column, decision, disabled, onChange }: PersonalChoiceProps) {
  const { t, formats } = useLanguage()
  const group = useId()
  const [ground, setGround] = useState(decision?.action === 'keep' ? decision.ground : '')
  const [keeping, setKeeping] = useState(false)
  const birth = tellsBirth(column.kind)
  const derive = decision !== undefined && 'derive' in decision ? (decision.derive ?? []) : []
  const action = keeping ? 'keep' : decision?.action
  const keep = (text: string) => {
    const said = { action: 'keep' as const, ground: text }
    onChange(isDecided(said) ? said : undefined)
  }
  const choose = (chosen: Action) => {
    setKeeping(chosen === 'keep')
    if (chosen === 'keep') return keep(ground)
    if (chosen === 'not-personal') return onChange({ action: chosen })
    onChange({ action: chosen, ...(derive.length > 0 ? { derive: [...derive] } : {}) })
  }
  const setDerived = (fact: Fact, on: boolean) => {
    if (action !== 'drop' && action !== 'pseudonymise') return
    const next = personalFacts.filter((one) => (one === fact ? on : derive.includes(one)))
    onChange({ action, ...(next.length > 0 ? { derive: next } : {}) })
  }
  const kind = column.kind === null ? t('personal.kindUnknown') : t(`personal.${column.kind}`)
  return (
    <fieldset className="group personal" disabled={disabled}>
      <legend>
        <span className="personal-head">
          <Icon name="shield" />
          <strong>{column.label}</strong>
          <span>
            {column.share === null
              ? kind
              : t('personal.looksLike', { kind, share: formats.percent(column.share) })}
          </span>
          {isDecided(decision) ? (
            <Badge tone="good">{t('personal.decided')}</Badge>
          ) : (
            <Badge tone="attention">{t('personal.undecided')}</Badge>
          )}
        </span>
      </legend>
      <div className="personal-body">
        {actions.map((one) => (
          <label className="choice" key={one}>
            <input type="radio" name={group} checked={action === one} onChange={() => choose(one)} />
            <span>
              {t(`personal.${one}`)}
              <span className="under">{t(`personal.${one}Help`)}</span>
            </span>
          </label>
        ))}
        {birth && (action === 'drop' || action === 'pseudonymise') && (
          <fieldset className="personal-derive">
            <legend>{t('personal.derive')}</legend>
            {personalFacts.map((fact) => (
              <label className="check" key={fact}>
                <input
                  type="checkbox"
                  checked={derive.includes(fact)}
                  onChange={({ target }) => setDerived(fact, target.checked)}
                />
                {t(`personal.fact.${fact}`)}
              </label>
            ))}
          </fieldset>
        )}
        {action === 'keep' && (
          <TextArea
            label={t('personal.ground')}
            help={t('personal.groundHelp')}
            fault={
              ground.trim().length < shortestGround
                ? t('personal.groundShort', { count: shortestGround })
                : undefined
            }
            value={ground}
            onChange={(text) => {
              setGround(text)
              keep(text)
            }}
          />
        )}
      </div>
    </fieldset>
  )
}
