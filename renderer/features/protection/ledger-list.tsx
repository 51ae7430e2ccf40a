import { useState } from 'react'
import type { Fault } from '../../../analyses/model/fault'
import { call, shell } from '../../client/call'
import { Button } from '../../components/button'
import { Disclosure } from '../../components/disclosure'
import { EmptyState, FaultNote } from '../../components/states'
import { useLanguage } from '../../i18n'
import { fileNameOf } from '../report/document-parts'
import { useSession } from '../session/session'
import { HiddenFirst } from './hidden-first'
import { SummaryView } from './summary-view'
import { changedParts, type LeftRow } from './what-left'

/** So many are listed at first. */
const atOnce = 100
/** So many files of a batch are named in its line. */
const filesNamed = 3

/** What has left the project, newest first: the next export is checked against all of it. */
export function LedgerList({ rows }: { readonly rows: readonly LeftRow[] }) {
  const { t, formats } = useLanguage()
  const { dispatch } = useSession()
  const [shown, setShown] = useState(atOnce)
  const [fault, setFault] = useState<Fault | null>(null)
  const save = async () => {
    const suggestedName = fileNameOf(t('ledger.fileName'))
    const target = await shell('dialog.saveExport', { suggestedName, extension: 'csv' })
    if (!target.ok) return setFault(target.fault)
    if (target.value === null) return
    const outcome = await call('disclosure.saveRegister', { path: target.value })
    if (!outcome.ok) return setFault(outcome.fault)
    setFault(null)
    const { path } = outcome.value
    dispatch({ kind: 'say', message: { tone: 'good', text: t('ledger.saved', { path }), path } })
  }
  if (rows.length === 0)
    return (
      <EmptyState icon="shield" title={t('ledger.none')}>
        <p>{t('ledger.noneText')}</p>
      </EmptyState>
    )
  return (
    <div className="stack">
      <h2 className="visually-hidden">{t('protection.tab-ledger')}</h2>
      <div className="row spread">
        <p className="quiet ledger-help">{t('ledger.help')}</p>
        <Button icon="export" onClick={() => void save()}>
          {t('ledger.save')}
        </Button>
      </div>
      {fault && <FaultNote fault={fault} />}
      <ul className="list">
        {rows
          .slice(0, shown)
          .map((row) =>
            row.kind === 'rules' ? (
              <RulesRow key={row.key} row={row} />
            ) : (
              <ExportRow key={row.key} row={row} />
            ),
          )}
      </ul>
      {rows.length > shown && (
        <button type="button" className="link" onClick={() => setShown(shown + atOnce)}>
          {t('ledger.more', { count: formats.integer(rows.length - shown) })}
        </button>
      )}
    </div>
  )
}

function ExportRow({ row }: { readonly row: Extract<LeftRow, { kind: 'export' }> }) {
  const { t, formats } = useLanguage()
  const [open, setOpen] = useState(false)
  const { files, summary, key } = row
  const id = `ledger-${key}`
  const more = files.length - filesNamed
  return (
    <li className="ledger-row">
      <Disclosure
        open={open}
        controls={id}
        onToggle={() => setOpen(!open)}
        label={
          <span className="ledger-head">
            <strong>{row.title}</strong>
            <span className="quiet">
              {files.slice(0, filesNamed).join(', ')}
              {more > 0 && ` ${t('ledger.moreFiles', { count: more })}`} · {formats.dateTime(row.at)} ·{' '}
              {row.cells > 0
                ? t('ledger.hidden', { hidden: row.hidden, cells: formats.integer(row.cells) })
                : t('ledger.nobody')}
              {row.ownRules && ` · ${t('ledger.ownRules')}`}
            </span>
          </span>
        }
      />
      {open && (
        <div id={id} className="ledger-details">
          {more > 0 && <p className="digest">{files.join(', ')}</p>}
          {summary ? (
            <SummaryView summary={summary} />
          ) : (
            <p>{t(row.cells > 0 ? 'ledger.nothingNew' : 'protection.notNeeded')}</p>
          )}
          <HiddenFirst cells={row.hiddenFirst} />
        </div>
      )}
    </li>
  )
}

function RulesRow({ row }: { readonly row: Extract<LeftRow, { kind: 'rules' }> }) {
  const { t, formats } = useLanguage()
  const { before, after, at } = row
  const parts = changedParts(before, after).map((part) =>
    part === 'minimum' && before.minimum !== after.minimum
      ? `${t('rules.minimum')} ${before.minimum} → ${after.minimum}`
      : t(`rules.${part}`),
  )
  return (
    <li className="ledger-row ledger-rules">
      <strong>{t('ledger.rules')}</strong>
      <span className="quiet">
        {parts.join(' · ')} · {formats.dateTime(at)}
      </span>
    </li>
  )
}
