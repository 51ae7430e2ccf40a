import { type ReactNode, useId, useState } from 'react'
import { Icon } from './icon'

interface FieldProps {
  readonly label: string
  readonly help?: string | undefined
  /** A fault that concerns this field alone, as a sentence. */
  readonly fault?: string | undefined
  readonly children: (control: FieldControl) => ReactNode
}

export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** Label above, help and fault below, tied together for screen readers. */
export function Field({ label, help, fault, children }: FieldProps) {
  const id = useId()
  const described = [help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': fault ? true : undefined,
      })}
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {fault && (
        <p className="field-fault" id={`${id}-fault`}>
          <Icon name="bad" /> {fault}
        </p>
      )}
    </div>
  )
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'url'
  readonly type?: 'text' | 'date'
  readonly className?: string
}

export function TextField({
  value,
  onChange,
  inputMode = 'text',
  type = 'text',
  className,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          className={`input ${className ?? ''}`}
          type={type}
          spellCheck={false}
          inputMode={inputMode}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** A text of several lines. */
export function TextArea({ value, onChange, ...field }: Omit<TextFieldProps, 'inputMode' | 'type'>) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          className="input text-area"
          rows={3}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** A text that counts once the field is left or Enter is pressed, so that half a word starts no work. */
export function CommitField({
  value,
  onCommit,
  ...field
}: Omit<TextFieldProps, 'onChange'> & { readonly onCommit: (value: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const commit = () => {
    if (typed !== null && typed !== value) onCommit(typed)
    setTyped(null)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to what comes up from the field inside
    <div onBlur={commit} onKeyDown={(event) => event.key === 'Enter' && commit()}>
      <TextField {...field} value={typed ?? value} onChange={setTyped} />
    </div>
  )
}
