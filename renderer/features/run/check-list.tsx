import { useId, useState } from 'react'
import { Icon } from '../../components/icon'
import { ScrollArea } from '../../components/scroll-area'
import type { Option } from '../../components/select'
import { useLanguage } from '../../i18n'
import { matching } from './find-packs'

interface CheckListProps {
  readonly label: string
  readonly help?: string | undefined
  readonly fault?: string | undefined
  readonly items: readonly Option[]
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}

/** Beyond this many a list is searched, not read. */
const mostRead = 12

/** Some of many values; they keep the order of the list. */
export function CheckList({ label, help, fault, items, value, onChange }: CheckListProps) {
  const id = useId()
  const { t } = useLanguage()
  const [words, setWords] = useState('')
  const chosen = new Set(value)
  const toggle = (name: string) => {
    const next = new Set(chosen)
    if (!next.delete(name)) next.add(name)
    onChange(items.map((item) => item.value).filter((one) => next.has(one)))
  }
  const described = [help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <fieldset className="field many" aria-describedby={described === '' ? undefined : described}>
      <legend>
        {label}
        {chosen.size > 0 && (
          <span className="quiet many-count">{t('run.chosen', { count: chosen.size })}</span>
        )}
      </legend>
      {items.length > mostRead && (
        <input
          className="input many-search"
          type="search"
          placeholder={t('run.filter')}
          aria-label={`${label}: ${t('run.filter')}`}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <ScrollArea className="many-list" label={label}>
        {items
          .filter((item) => matching(`${item.label} ${item.value}`, words))
          .map((item) => (
            <label key={item.value} className="check">
              <input type="checkbox" checked={chosen.has(item.value)} onChange={() => toggle(item.value)} />
              <span>{item.label}</span>
            </label>
          ))}
      </ScrollArea>
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
    </fieldset>
  )
}
