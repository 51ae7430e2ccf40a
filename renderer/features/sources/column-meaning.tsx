import type { Column, ColumnOptions, ColumnRole } from '../../../analyses/model/data-set'
import { sexMeanings } from '../../../analyses/model/role-evidence'
import { useCall } from '../../client/use-call'
import { SelectField } from '../../components/select'
import { useLanguage } from '../../i18n'
import { codeListWord } from './evidence-words'
import type { ColumnCorrection } from './import-options'

const guess = ''

interface ColumnMeaningProps {
  readonly column: Column
  readonly role: ColumnRole
  readonly said: ColumnOptions
  readonly onChange: (change: ColumnCorrection) => void
}

/** What the codes of a column stand for, where the data alone may not decide: the code list, the sexes. */
export function ColumnMeaning({ column, role, said, onChange }: ColumnMeaningProps) {
  if (role === 'territory') return <CodeListChoice said={said} onChange={onChange} />
  if (role === 'sex') return <SexCoding column={column} said={said} onChange={onChange} />
  return null
}

function CodeListChoice({ said, onChange }: Pick<ColumnMeaningProps, 'said' | 'onChange'>) {
  const language = useLanguage()
  const { t } = language
  const lists = useCall('codeList.list', {}).value ?? []
  const families = [...new Set(lists.map(({ id, family, own }) => (own ? id : family)))]
  const known =
    said.codeList === undefined || families.includes(said.codeList) ? families : [...families, said.codeList]
  return (
    <SelectField
      label={t('codeLists.list')}
      value={said.codeList ?? guess}
      options={[
        { value: guess, label: t('reading.guess') },
        ...known.map((id) => ({ value: id, label: codeListWord(id, language) })),
      ]}
      onChange={(value) => onChange({ codeList: value === guess ? undefined : value })}
    />
  )
}

/** More texts than these are no sexes. */
const mostTexts = 12

function SexCoding({ column, said, onChange }: Pick<ColumnMeaningProps, 'column' | 'said' | 'onChange'>) {
  const { t } = useLanguage()
  const found = { ...column.evidence?.codes, ...said.coding }
  const texts = [...new Set([...Object.keys(found), ...(column.evidence?.unmatched ?? [])])].slice(
    0,
    mostTexts,
  )
  const meaning = (text: string) => sexMeanings.find((one) => one === found[text]) ?? 'U'
  if (texts.length === 0) return null
  return (
    <div className="field-grid">
      {texts.map((text) => (
        <SelectField
          key={text}
          label={t('special.meaningOf', { token: text })}
          value={meaning(text)}
          options={sexMeanings.map((value) => ({ value, label: t(`sexCode.${value}`) }))}
          onChange={(value) => {
            const all = Object.fromEntries(texts.map((one) => [one, meaning(one)]))
            const sex = sexMeanings.find((one) => one === value)
            if (sex) onChange({ coding: { ...all, [text]: sex } })
          }}
        />
      ))}
    </div>
  )
}
