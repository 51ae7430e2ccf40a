import { useId } from 'react'
import { ScrollArea } from '../../components/scroll-area'
import { useLanguage } from '../../i18n'
import { readWeights, writeWeights } from './weights'

interface WeightListProps {
  readonly label: string
  readonly help?: string | undefined
  readonly fault?: string | undefined
  readonly names: readonly string[]
  /** Items `NAME=NUMBER`; a name that is not there has the weight 1. */
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}

/** A slider for every name: how much it counts for the people who decide. */
export function WeightList({ label, help, fault, names, value, onChange }: WeightListProps) {
  const id = useId()
  const { locale } = useLanguage()
  const weights = readWeights(value)
  const text = (weight: number) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).format(weight)
  return (
    <fieldset className="field many" aria-describedby={help ? `${id}-help` : undefined}>
      <legend>{label}</legend>
      <ScrollArea className="many-list" label={label}>
        {names.map((name, index) => {
          const weight = weights.get(name) ?? 1
          return (
            <div key={name} className="weight">
              <label htmlFor={`${id}-${index}`}>{name}</label>
              <input
                id={`${id}-${index}`}
                type="range"
                min={0}
                max={5}
                step={0.1}
                value={weight}
                aria-valuetext={text(weight)}
                onChange={(event) =>
                  onChange(writeWeights(names, new Map([...weights, [name, Number(event.target.value)]])))
                }
              />
              <output htmlFor={`${id}-${index}`}>{text(weight)}</output>
            </div>
          )
        })}
      </ScrollArea>
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {fault && <p className="field-fault">{fault}</p>}
    </fieldset>
  )
}
