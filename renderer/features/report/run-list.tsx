import { useState } from 'react'
import type { RunSummary } from '../../../preload/contract/methods'
import { Button, IconButton } from '../../components/button'
import { Icon } from '../../components/icon'
import { Badge } from '../../components/screen'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { RemoveRun } from './remove-run'

interface RunListProps {
  readonly runs: readonly RunSummary[]
  readonly readOnly: boolean
  /** Makes a report of these. */
  readonly onReport: (runs: readonly string[]) => void
}

/** Results of single analyses; any number of them can be put into a report. */
export function RunList({ runs, readOnly, onReport }: RunListProps) {
  const { t } = useLanguage()
  const [removing, setRemoving] = useState<RunSummary | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const picked = runs.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  const toggle = (id: string, on: boolean) =>
    setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)))
  return (
    <section className="stack-small" aria-labelledby="single-results">
      <div className="row spread">
        <h2 id="single-results">{t('reports.results')}</h2>
        {picked.length > 0 && (
          <Button icon="document" disabled={readOnly} onClick={() => onReport(picked)}>
            {t('reports.ofChosen', { count: picked.length })}
          </Button>
        )}
      </div>
      <ul className="list">
        {runs.map((run) => (
          <RunRow
            key={run.id}
            run={run}
            readOnly={readOnly}
            chosen={chosen.has(run.id)}
            onChoose={(on) => toggle(run.id, on)}
            onRemove={() => setRemoving(run)}
          />
        ))}
      </ul>
      {removing && <RemoveRun run={removing} onClose={() => setRemoving(null)} />}
    </section>
  )
}

interface RunRowProps {
  readonly run: RunSummary
  readonly readOnly: boolean
  readonly chosen: boolean
  readonly onChoose: (on: boolean) => void
  readonly onRemove: () => void
}

function RunRow({ run, readOnly, chosen, onChoose, onRemove }: RunRowProps) {
  const { dispatch } = useSession()
  const { t, formats } = useLanguage()
  const words = { title: run.pack.title, when: formats.dateTime(run.createdAt) }
  return (
    <li className="list-row">
      {!readOnly && (
        <input
          type="checkbox"
          className="list-check"
          aria-label={t('reports.chooseRun', words)}
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      )}
      <button
        type="button"
        className="list-main list-run"
        onClick={() => dispatch({ kind: 'go', route: { screen: 'result', run: run.id } })}
      >
        <span className="list-title">
          <Icon name="analyses" />
          {run.headline === '' ? run.pack.title : run.headline}
        </span>
        <span className="list-text">
          {run.pack.title} · {run.dataSets.join(', ')}
        </span>
        <span className="list-when quiet">
          {formats.dateTime(run.createdAt)}
          {run.faults > 0 && <Badge tone="attention">{t('reports.faults', { count: run.faults })}</Badge>}
        </span>
      </button>
      {!readOnly && <IconButton icon="trash" label={t('reports.remove', words)} onClick={onRemove} />}
    </li>
  )
}
