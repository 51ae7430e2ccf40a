import { useEffect, useRef, useState } from 'react'
import type {
  DataSetReceipt,
  ImportOptions,
  ImportReceipt,
  SourcePreview,
} from '../../../analyses/model/data-set'
import { isCancelled } from '../../client/call'
import { fileName } from '../../client/file-name'
import { useCall } from '../../client/use-call'
import { Button } from '../../components/button'
import { FoldedWhenNarrow } from '../../components/folded-when-narrow'
import { Late } from '../../components/late'
import { Progress } from '../../components/progress'
import { Screen } from '../../components/screen'
import { FaultNote, Note, Skeleton } from '../../components/states'
import { type Language, useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { type ImportDraft, makeDraft } from './import-draft'
import { chosenIds, correct, toShow } from './import-options'
import { ImportPreview } from './import-preview'
import { ImportSettings } from './import-settings'
import { RecipeChanges } from './recipe-changes'
import { useImport } from './use-import'
import { useInspection } from './use-inspection'

interface ImportOneProps {
  readonly path: string
  readonly waiting: number
}

const receiptWords = ({ t, formats }: Language, receipt: ImportReceipt): string => {
  const [first] = receipt.dataSets
  if (!first) return ''
  const sum = (count: (one: DataSetReceipt) => number) =>
    receipt.dataSets.reduce((all, one) => all + count(one), 0)
  const rejected = sum(({ rows }) => rows.rejected)
  // Rows as the list of data sets counts them: a record of a statistical file holds several.
  const loaded = sum(({ rows, observations }) => observations ?? rows.loaded)
  const values = { name: first.name, loaded, rejected, formatted: formats.integer(loaded) }
  if (receipt.dataSets.length > 1)
    return t('import.doneTables', { ...values, count: receipt.dataSets.length })
  return t(rejected > 0 ? 'import.donePartly' : 'import.done', values)
}

/** Faults of the first look that another encoding, delimiter or line count may mend; the others lie in the file. */
const readingMayHelp: ReadonlySet<string> = new Set([
  'import.not-text',
  'import.unknown-encoding',
  'import.name-taken',
  'import.bad-name',
  'import.bad-layout',
  'import.unknown-column',
  'import.too-many-rejects',
  'import.not-eurostat',
  'import.not-fixed-width',
  'import.not-sdmx',
  'import.not-csu',
  'import.crs-unknown',
  'import.crs-missing',
  'import.crs-not-supported',
  'import.append-unlike',
  'import.unknown-zone',
])

/** What holds after the recipe and the person; a look asks for one table, which says nothing of what is loaded. */
function useHolding(preview: SourcePreview | null, own: ImportOptions, shown: string | null): ImportOptions {
  const only = useRef<readonly string[] | undefined>(undefined)
  if (shown === null) only.current = preview?.options?.only
  if (preview?.options === undefined) return own
  const chosen = own.only ?? only.current
  const { only: _, ...rest } = preview.options
  const { card, replace } = own
  return {
    ...correct(rest, { card: card ?? rest.card, replace: replace ?? rest.replace }),
    ...(chosen === undefined ? {} : { only: [...chosen] }),
  }
}

export function ImportOne({ path, waiting }: ImportOneProps) {
  const language = useLanguage()
  const { t, formats } = language
  const { state, dispatch } = useSession()
  const [own, setOwn] = useState<ImportOptions>({})
  const [shown, setShown] = useState<string | null>(null)
  const [recipe, setRecipe] = useState<string | null>(null)
  const {
    preview,
    fault,
    looking,
    progress,
    cancel: stopLooking,
    again,
  } = useInspection(path, toShow(own, shown), recipe)
  const { failure, job, cancel, late, load, stoppedAt } = useImport(path, recipe)
  const options = useHolding(preview, own, shown)
  const names = useCall('dataSet.list', {}, state.revision).value?.map(({ name }) => name) ?? []
  const file = fileName(path)
  useEffect(() => {
    if (stoppedAt !== null) setShown(stoppedAt)
  }, [stoppedAt])

  const disabled = job !== null
  const draft =
    preview &&
    makeDraft({ preview, own, options, late: late[preview.table] ?? [], disabled, onChange: setOwn })
  const run = async (said: ImportOptions) => {
    if (preview === null) return
    const receipt = await load(said, preview)
    if (receipt === null) return
    const [first] = receipt.dataSets
    dispatch({ kind: 'importDone', path, dataSet: first?.name ?? null })
    const tone = receipt.dataSets.some(({ rows }) => rows.rejected > 0) ? 'attention' : 'good'
    dispatch({ kind: 'say', message: { tone, text: receiptWords(language, receipt) } })
  }
  const replace = () => {
    const said = { ...own, replace: true }
    setOwn(said)
    void run(said)
  }
  const takenName = failure?.code === 'import.name-taken'
  const open = draft?.open.length ?? 0

  return (
    <Screen
      fill
      title={t('import.titleFile', { file })}
      subtitle={
        <span className="clip" title={path}>
          {[
            preview && formats.bytes(preview.bytes),
            waiting > 0 && t('import.waiting', { count: waiting }),
            path,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      }
      actions={
        <>
          <Button
            onClick={() => dispatch({ kind: 'importDone', path, dataSet: null })}
            disabled={job !== null}
          >
            {t(waiting > 0 ? 'import.skip' : 'import.leave')}
          </Button>
          <Button
            kind="primary"
            icon="import"
            aria-describedby={open > 0 ? 'personal-open' : undefined}
            disabled={job !== null || looking || fault !== null || preview === null || open > 0}
            onClick={() => void run(own)}
          >
            {buttonLabel(language, fault === null ? draft : null)}
          </Button>
        </>
      }
    >
      {job && (
        <Late after={500}>
          <Progress title={job.title} progress={job.progress} cancelling={job.cancelling} onCancel={cancel} />
        </Late>
      )}
      {looking && !job && (
        <Late after={500}>
          <Progress
            title={t('import.looking', { file })}
            progress={progress}
            cancelling={false}
            onCancel={stopLooking}
          />
        </Late>
      )}
      {failure && !isCancelled(failure) && failure.code !== 'import.personal-data' && (
        <FaultNote
          fault={failure}
          actions={takenName && <Button onClick={replace}>{t('import.replaceNow')}</Button>}
        />
      )}
      {fault && <FaultNote fault={fault} actions={<Button onClick={again}>{t('word.tryAgain')}</Button>} />}
      {open > 0 && (
        <div id="personal-open">
          <Note tone="attention" role="status">
            <p>{t('personal.open', { count: open })}</p>
          </Note>
        </div>
      )}
      {recipe !== null && preview?.options && <RecipeChanges preview={preview} />}
      <div className="import" aria-busy={looking}>
        {preview === null && looking && <Skeleton lines={12} />}
        {(preview !== null || (fault !== null && readingMayHelp.has(fault.code))) && (
          <FoldedWhenNarrow label={t('import.settings')}>
            <ImportSettings
              preview={preview}
              options={options}
              disabled={disabled}
              onChange={(change) => setOwn(change(own))}
              onReset={() => {
                setOwn({})
                setRecipe(null)
              }}
              shown={preview?.table ?? null}
              onShow={setShown}
              recipe={recipe}
              onRecipe={(chosen) => {
                setShown(null)
                setRecipe(chosen)
              }}
              names={names}
            />
          </FoldedWhenNarrow>
        )}
        {draft !== null && <ImportPreview draft={draft} onShow={setShown} />}
      </div>
    </Screen>
  )
}

function buttonLabel({ t, formats }: Language, draft: ImportDraft | null): string {
  if (draft === null) return t('import.buttonPlain')
  const { preview, options } = draft
  const tables = chosenIds(preview, options).length
  if (tables > 1 && options.append !== true) return t('import.buttonTables', { count: tables })
  const count = preview.rows.loaded
  return t(preview.exact ? 'import.button' : 'import.buttonAbout', {
    count,
    formatted: formats.integer(count),
  })
}
