import { useState } from 'react'
import { missingMark } from '../../../analyses/charts'
import type { LedgerCell } from '../../../analyses/model/disclosure'
import { ScrollArea } from '../../components/scroll-area'
import { useLanguage } from '../../i18n'
import { hiddenGroups } from './hidden-groups'

/** So many groups are listed at first; a project of years has thousands. */
const atOnce = 100

/** Which groups an export hid before any other did, by their codes. The numbers themselves are shown nowhere here. */
export function HiddenFirst({ cells }: { readonly cells: readonly LedgerCell[] }) {
  const { t, formats } = useLanguage()
  const [shown, setShown] = useState(atOnce)
  const { names, groups } = hiddenGroups(cells)
  if (groups.length === 0) return null
  return (
    <div className="stack-small">
      <ScrollArea className="scroll-box hidden-groups" label={t('ledger.hiddenFirst')}>
        <table className="table">
          <caption>{t('ledger.hiddenFirst')}</caption>
          <thead>
            <tr>
              {names.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">{t('ledger.what')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.slice(0, shown).map(({ key, codes, parts }) => (
              <tr key={key}>
                {names.map((name) => (
                  <td key={name}>{codes[name] ?? missingMark}</td>
                ))}
                <td>{parts.map((part) => t(`ledger.part-${part}`)).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {groups.length > shown && (
        <button type="button" className="link" onClick={() => setShown(shown + atOnce)}>
          {t('ledger.more', { count: formats.integer(groups.length - shown) })}
        </button>
      )}
    </div>
  )
}
