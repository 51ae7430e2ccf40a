import { subjects } from '../../../analyses/model/disclosure'
import type { SourceCard } from '../../../analyses/model/source-card'
import { TextArea, TextField } from '../../components/field'
import { SelectField } from '../../components/select'
import { Note } from '../../components/states'
import { useLanguage } from '../../i18n'

interface SourceCardFieldsProps {
  readonly card: SourceCard
  readonly disabled: boolean
  readonly onChange: (card: SourceCard) => void
}

const lines = ['title', 'producer', 'licence', 'url'] as const

const put = (card: SourceCard, field: keyof SourceCard, text: string): SourceCard =>
  Object.fromEntries(
    Object.entries({ ...card, [field]: text === '' ? undefined : text }).filter(
      ([, value]) => value !== undefined,
    ),
  )

/** Where the data come from; it travels with them into every report. */
export function SourceCardFields({ card, disabled, onChange }: SourceCardFieldsProps) {
  const { t } = useLanguage()
  return (
    <fieldset className="stack card-fields" disabled={disabled}>
      <legend className="visually-hidden">{t('card.tab')}</legend>
      <p className="quiet">{t('card.help')}</p>
      <div className="field-grid">
        {lines.map((field) => (
          <TextField
            key={field}
            label={t(`card.${field}`)}
            inputMode={field === 'url' ? 'url' : 'text'}
            value={card[field] ?? ''}
            onChange={(text) => onChange(put(card, field, text))}
          />
        ))}
        <TextField
          label={t('card.retrievedOn')}
          type="date"
          value={card.retrievedOn ?? ''}
          onChange={(text) => onChange(put(card, 'retrievedOn', text))}
        />
      </div>
      <SubjectField card={card} onChange={onChange} />
      <TextArea
        label={t('card.note')}
        value={card.note ?? ''}
        onChange={(text) => onChange(put(card, 'note', text))}
      />
    </fieldset>
  )
}

/** Who or what the rows are about: it decides what of them may be published. */
function SubjectField({ card, onChange }: Pick<SourceCardFieldsProps, 'card' | 'onChange'>) {
  const { t } = useLanguage()
  const chosen = card.subjects
  return (
    <div className="stack-small">
      <SelectField
        label={t('subjects.label')}
        help={t('subjects.help')}
        value={chosen ?? ''}
        options={[
          { value: '', label: t('subjects.unsaid') },
          ...subjects.map((one) => ({ value: one, label: t(`subjects.${one}`) })),
        ]}
        onChange={(value) => onChange(put(card, 'subjects', value))}
      />
      {chosen === 'public' && (
        <Note tone="attention" role="status">
          <p>{t('subjects.publicWarning')}</p>
        </Note>
      )}
      {(chosen === 'persons' || chosen === 'firms') && (
        <p className="field-help">{t('subjects.protected')}</p>
      )}
      {chosen === 'territories' && <p className="field-help">{t('subjects.territoriesText')}</p>}
    </div>
  )
}
