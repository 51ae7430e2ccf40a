import { Field } from './field'

export interface Option {
  readonly value: string
  readonly label: string
}

interface SelectBoxProps {
  readonly value: string
  readonly options: readonly Option[]
  readonly onChange: (value: string) => void
  readonly id?: string
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string | undefined
  readonly 'aria-invalid'?: true | undefined
}

/** The platform's own list: keyboard, type-ahead and screen readers work as people know them. */
export function SelectBox({ value, options, onChange, ...rest }: SelectBoxProps) {
  return (
    <select
      {...rest}
      className="input select"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

interface SelectFieldProps extends Omit<SelectBoxProps, 'id'> {
  readonly label: string
  readonly help?: string | undefined
  readonly fault?: string | undefined
}

export function SelectField({ label, help, fault, ...box }: SelectFieldProps) {
  return (
    <Field label={label} help={help} fault={fault}>
      {(control) => <SelectBox {...control} {...box} />}
    </Field>
  )
}
