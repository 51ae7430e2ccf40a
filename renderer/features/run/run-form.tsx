import { useEffect, useRef, useState } from 'react'
import type { DataSet } from '../../../analyses/model/data-set'
import type { Fault } from '../../../analyses/model/fault'
import type { BindingSuggestion, PackCard } from '../../../analyses/model/pack-card'
import { isCancelled } from '../../client/call'
import { useJob } from '../../client/use-job'
import { Button } from '../../components/button'
import { Progress } from '../../components/progress'
import { FaultNote } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { draftFor, firstDataSet, isLeftOut, type NeedDraft, openColumns, toBinding } from './binding-draft'
import { concerns } from './fault-place'
import { NeedFields } from './need-fields'
import { decimalMark, defaultsOf, type ParamDraft, readParams } from './param-draft'
import { ParamFields } from './param-fields'
import { revealFault } from './reveal-fault'

interface RunFormProps {
  readonly pack: PackCard
  readonly dataSets: readonly DataSet[]
  readonly suggestions: readonly BindingSuggestion[]
  /** The data set the reader came from. */
  readonly preferred: string | null
}

type Drafts = Readonly<Record<string, NeedDraft>>

const firstDrafts = ({ pack, dataSets, suggestions, preferred }: RunFormProps): Drafts => {
  const names = dataSets.map(({ name }) => name)
  return Object.fromEntries(
    pack.needs.map((need) => [
      need.name,
      draftFor(need, firstDataSet(need, suggestions, preferred, names), suggestions),
    ]),
  )
}

export function RunForm(props: RunFormProps) {
  const { pack, dataSets, suggestions } = props
  const { state, dispatch } = useSession()
  const { t, locale } = useLanguage()
  const [drafts, setDrafts] = useState<Drafts>(() => firstDrafts(props))
  const [typed, setTyped] = useState<ParamDraft>(() => defaultsOf(pack.params, decimalMark(locale)))
  /** How often somebody asked for the run. */
  const [asked, setAsked] = useState(0)
  const [fault, setFault] = useState<Fault | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const { job, start, cancel } = useJob('run.start')
  const params = readParams(pack.params, typed)
  const open = pack.needs.flatMap((need) => {
    const draft = drafts[need.name]
    return draft ? openColumns(need, draft) : [need.name]
  })
  const readOnly = state.project?.readOnly ?? true

  // Only when a run is asked for or refused: later the focus stays where the person works.
  useEffect(() => {
    if (asked > 0) revealFault(form.current)
  }, [asked])
  useEffect(() => {
    if (fault !== null) revealFault(form.current)
  }, [fault])

  const run = async () => {
    setAsked((times) => times + 1)
    setFault(null)
    if (params === null || open.length > 0) return
    const bindings = Object.fromEntries(
      pack.needs.flatMap((need) => {
        const draft = drafts[need.name]
        return draft && !isLeftOut(need, draft) ? [[need.name, toBinding(need, draft)]] : []
      }),
    )
    const outcome = await start(t('run.job', { title: pack.title }), {
      pack: pack.id,
      bindings,
      params: { ...params },
      locale,
    })
    if (!outcome.ok) return setFault(outcome.fault)
    dispatch({ kind: 'changed' })
    dispatch({ kind: 'say', message: { tone: 'good', text: t('run.done', { title: pack.title }) } })
    dispatch({ kind: 'go', route: { screen: 'result', run: outcome.value.id } })
  }

  const placed = fault !== null && pack.needs.some(({ name }) => concerns(fault, 'need', name))
  const placedParam = fault !== null && pack.params.some(({ name }) => concerns(fault, 'param', name))
  return (
    <form ref={form} className="run-form" onSubmit={(event) => event.preventDefault()}>
      {fault && !isCancelled(fault) && !placed && !placedParam && <FaultNote fault={fault} />}
      {pack.needs.map((need) => {
        const draft = drafts[need.name]
        return draft ? (
          <NeedFields
            key={need.name}
            need={need}
            draft={draft}
            dataSets={dataSets}
            suggestions={suggestions}
            showOpen={asked > 0}
            fault={fault !== null && concerns(fault, 'need', need.name) ? fault : null}
            onChange={(next) => {
              setFault(null)
              setDrafts({ ...drafts, [need.name]: next })
            }}
          />
        ) : null
      })}
      {pack.params.length > 0 && (
        <ParamFields
          params={pack.params}
          drafts={drafts}
          draft={typed}
          fault={placedParam ? fault : null}
          onChange={(name, value) => {
            setFault(null)
            setTyped({ ...typed, [name]: value })
          }}
        />
      )}
      <div className="run-actions">
        {job ? (
          <Progress title={job.title} progress={job.progress} cancelling={job.cancelling} onCancel={cancel} />
        ) : (
          <Button kind="primary" icon="play" disabled={readOnly} onClick={() => void run()}>
            {t('run.button')}
          </Button>
        )}
        {asked > 0 && (params === null || open.length > 0) && (
          <p className="field-fault" role="alert">
            {t('run.incomplete')}
          </p>
        )}
        {fault !== null && isCancelled(fault) && <p role="status">{t('run.cancelled')}</p>}
      </div>
    </form>
  )
}
