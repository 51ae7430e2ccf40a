import { useState } from 'react'
import { useLanguage } from '../i18n'
import { CommitField } from './field'
import { type Option, SelectField } from './select'

interface OtherFieldProps {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  /** Name of the field for a value that is not in the list. */
  readonly otherLabel: string
  readonly otherHelp?: string
  readonly help?: string | undefined
  readonly onChange: (value: string) => void
}

const other = '\u0000other'

/** A list of usual values whose last entry lets one type another. */
export function OtherField({
  label,
  value,
  options,
  otherLabel,
  otherHelp,
  help,
  onChange,
}: OtherFieldProps) {
  const { t } = useLanguage()
  const [typing, setTyping] = useState(false)
  const known = options.some((option) => option.value === value)
  const open = typing || !known
  return (
    <>
      <SelectField
        label={label}
        help={help}
        value={open ? other : value}
        options={[...options, { value: other, label: t('word.other') }]}
        onChange={(chosen) => {
          setTyping(chosen === other)
          if (chosen !== other) onChange(chosen)
        }}
      />
      {open && (
        <CommitField
          label={otherLabel}
          help={otherHelp}
          value={known ? '' : value}
          onCommit={(typed) => {
            if (typed !== '') onChange(typed)
          }}
        />
      )}
    </>
  )
}
