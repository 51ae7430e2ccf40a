import { useState } from 'react'
import type { ImportOptions, ImportReceipt, SourcePreview } from '../../../analyses/model/data-set'
import type { Fault } from '../../../analyses/model/fault'
import { type PersonalKind, personalKinds } from '../../../analyses/model/personal-data'
import { call } from '../../client/call'
import { fileName } from '../../client/file-name'
import { type JobHandle, useJob } from '../../client/use-job'
import { useLanguage } from '../../i18n'
import { chosenIds } from './import-options'
import type { PersonalColumn } from './personal-draft'

interface Loading {
  readonly failure: Fault | null
  readonly job: JobHandle<'source.import'>['job']
  readonly cancel: () => void
  /** Personal columns the load found and the first look did not, by table ('' for a file of one table). */
  readonly late: Readonly<Record<string, readonly PersonalColumn[]>>
  readonly load: (options: ImportOptions, preview: SourcePreview) => Promise<ImportReceipt | null>
  /** Table to look at, because the load stopped there. */
  readonly stoppedAt: string | null
}

const kindOf = (value: unknown): PersonalKind | null =>
  personalKinds.find((kind) => kind.replaceAll('-', '_') === value) ?? null

/** Loads a file; when personal data stop it, finds out in which table they are, so that they can be decided about. */
export function useImport(path: string, recipe: string | null): Loading {
  const { t } = useLanguage()
  const { job, start, cancel } = useJob('source.import')
  const [failure, setFailure] = useState<Fault | null>(null)
  const [late, setLate] = useState<Loading['late']>({})
  const [stoppedAt, setStoppedAt] = useState<string | null>(null)

  const tableWith = async (columns: readonly string[], options: ImportOptions, preview: SourcePreview) => {
    let named: string | null = null
    for (const id of chosenIds(preview, options)) {
      const outcome = await call('source.inspect', { path, options: { ...options, only: [id] } })
      if (!outcome.ok) continue
      if (outcome.value.personal.some(({ column }) => columns.includes(column))) return id
      if (outcome.value.columns.some(({ name }) => columns.includes(name))) named ??= id
    }
    return named
  }

  const load: Loading['load'] = async (options, preview) => {
    setFailure(null)
    setStoppedAt(null)
    const input = { path, options, ...(recipe === null ? {} : { recipe }) }
    const outcome = await start(t('import.job', { file: fileName(path) }), input)
    if (outcome.ok) return outcome.value
    setFailure(outcome.fault)
    if (outcome.fault.code !== 'import.personal-data') return null
    const { columns = '', column = '', kind } = outcome.fault.values
    const names = String(columns).split(', ')
    const single = preview.tables.length < 2 || options.append === true
    const table = single ? preview.table : await tableWith(names, options, preview)
    const found = names.map((name) => ({
      column: name,
      label: name,
      kind: name === column ? kindOf(kind) : null,
      share: null,
    }))
    if (table !== null) {
      setLate((before) => ({ ...before, [table]: found }))
      setStoppedAt(table)
    }
    return null
  }
  return { failure, job, cancel, late, load, stoppedAt }
}
