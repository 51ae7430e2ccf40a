import { useState } from 'react'
import type { LedgerEntry } from '../../../analyses/model/disclosure'
import { Disclosure } from '../../components/disclosure'
import { EmptyState } from '../../components/states'
import { useLanguage } from '../../i18n'
import { SummaryView } from './summary-view'

/** So many are listed at first: a batch leaves hundreds. */
const atOnce = 100

/** What has left the project, newest first: the next export is checked against all of it. */
export function LedgerList({ entries }: { readonly entries: readonly LedgerEntry[] }) {
  const { t, formats } = useLanguage()
  const [shown, setShown] = useState(atOnce)
  if (entries.length === 0)
    return (
      <EmptyState icon="shield" title={t('ledger.none')}>
        <p>{t('ledger.noneText')}</p>
      </EmptyState>
    )
  const newest = entries.toReversed()
  return (
    <div className="stack">
      <p className="quiet">{t('ledger.help')}</p>
      <ul className="list">
        {newest.slice(0, shown).map((entry) => (
          <LedgerRow key={entry.id} entry={entry} />
        ))}
      </ul>
      {newest.length > shown && (
        <button type="button" className="link" onClick={() => setShown(shown + atOnce)}>
          {t('ledger.more', { count: formats.integer(newest.length - shown) })}
        </button>
      )}
    </div>
  )
}

function LedgerRow({ entry }: { readonly entry: LedgerEntry }) {
  const { t, formats } = useLanguage()
  const [open, setOpen] = useState(false)
  const { summary } = entry
  const id = `ledger-${entry.id}`
  return (
    <li className="ledger-row">
      <Disclosure
        open={open}
        controls={id}
        onToggle={() => setOpen(!open)}
        label={
          <span className="ledger-head">
            <strong>{entry.title}</strong>
            <span className="quiet">
              {entry.file} · {formats.dateTime(entry.at)} ·{' '}
              {summary.applies
                ? t('ledger.hidden', {
                    hidden: summary.primary + summary.secondary,
                    cells: formats.integer(summary.cells),
                  })
                : t('ledger.nobody')}
            </span>
          </span>
        }
      />
      {open && (
        <div id={id} className="ledger-details">
          <SummaryView summary={summary} />
        </div>
      )}
    </li>
  )
}
