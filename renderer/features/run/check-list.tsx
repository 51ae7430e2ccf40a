import { useId } from 'react'
import { ScrollArea } from '../../components/scroll-area'

interface CheckListProps {
  readonly label: string
  readonly help?: string | undefined
  readonly fault?: string | undefined
  readonly names: readonly string[]
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}

/** Some of many values; they keep the order of the list. */
export function CheckList({ label, help, fault, names, value, onChange }: CheckListProps) {
  const id = useId()
  const toggle = (name: string) => {
    const next = new Set(value)
    if (!next.delete(name)) next.add(name)
    onChange(names.filter((one) => next.has(one)))
  }
  return (
    <fieldset className="field many" aria-describedby={help ? id : undefined}>
      <legend>{label}</legend>
      <ScrollArea className="many-list" label={label}>
        {names.map((name) => (
          <label key={name} className="check">
            <input type="checkbox" checked={value.includes(name)} onChange={() => toggle(name)} />
            <span>{name}</span>
          </label>
        ))}
      </ScrollArea>
      {help && (
        <p className="field-help" id={id}>
          {help}
        </p>
      )}
      {fault && <p className="field-fault">{fault}</p>}
    </fieldset>
  )
}
