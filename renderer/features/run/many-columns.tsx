import { useId } from 'react'
import type { Column } from '../../../analyses/model/data-set'
import { ScrollArea } from '../../components/scroll-area'

interface ManyColumnsProps {
  readonly label: string
  readonly help: string
  readonly fault: string | undefined
  readonly columns: readonly Column[]
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}

/** Several source columns under one name; they keep the order of the data set. */
export function ManyColumns({ label, help, fault, columns, value, onChange }: ManyColumnsProps) {
  const id = useId()
  const toggle = (name: string) => {
    const next = new Set(value)
    if (!next.delete(name)) next.add(name)
    onChange(columns.map((column) => column.name).filter((one) => next.has(one)))
  }
  return (
    <fieldset className="field many" aria-describedby={help === '' ? undefined : id}>
      <legend>{label}</legend>
      <ScrollArea className="many-list" label={label}>
        {columns.map(({ name, label: header }) => (
          <label key={name} className="check">
            <input type="checkbox" checked={value.includes(name)} onChange={() => toggle(name)} />
            <span>{header === '' ? name : header}</span>
          </label>
        ))}
      </ScrollArea>
      {help !== '' && (
        <p className="field-help" id={id}>
          {help}
        </p>
      )}
      {fault && <p className="field-fault">{fault}</p>}
    </fieldset>
  )
}
