import type { SourceCard } from '../../../analyses/model/source-card'
import { TextArea, TextField } from '../../components/field'
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
      <TextArea
        label={t('card.note')}
        value={card.note ?? ''}
        onChange={(text) => onChange(put(card, 'note', text))}
      />
    </fieldset>
  )
}
