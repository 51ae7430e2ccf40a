import { basename, resolve } from 'node:path'
import { subjects } from '../../../analyses/model/disclosure'
import { refuse } from '../../../analyses/model/fault'
import type { Pack } from '../../../analyses/model/pack'
import { problemText } from '../../../analyses/model/problem-text'
import type { Binding, RunRecord } from '../../../analyses/model/run-record'
import { bindInputs, notesOn, readParams } from '../../commands/bind-inputs'
import { dataSetsOf, describeSubjects, importInto } from '../../commands/data-commands'
import { keepRun, runPack } from '../../commands/run-commands'
import { writeBytes } from '../../export'
import { pairs, UsageError } from '../arguments'
import type { CliCommand, CliContext } from '../context'
import { exitCode } from '../exit-codes'
import { jsonDocument } from '../output'
import { withTemporaryProject } from '../temporary-project'

/** Runs a pack on a project's data sets, or on files loaded for this one run. */
export const runCommand: CliCommand = async (context) => {
  const { invocation, session } = context
  const [id, ...more] = invocation.words
  if (id === undefined || more.length > 0) throw new UsageError('run takes one PACK')
  const files = pairs(invocation.options['input'], '--input')
  const { project } = invocation.options
  if ((typeof project === 'string') === files.size > 0)
    throw new UsageError('run takes either --project P or --input NEED=FILE')
  const pack = await session.packs.find(id)
  const record =
    typeof project === 'string'
      ? await onProject(context, pack, project)
      : await onFiles(context, pack, files)
  await saveRecord(context, record)
  context.print(record, () => recordText(context, record))
  return exitCode.done
}

async function onProject(context: CliContext, pack: Pack, path: string): Promise<RunRecord> {
  const { session, terminal, job } = context
  await session.openAt(resolve(terminal.cwd, path), false, job)
  const record = await execute(context, pack, new Map())
  await keepRun(session, record)
  return record
}

/** Loads each file into a project that lives as long as the run, then names the files as the user did. */
export async function onFiles(
  context: CliContext,
  pack: Pack,
  files: ReadonlyMap<string, string>,
): Promise<RunRecord> {
  const { session, terminal, job } = context
  return withTemporaryProject(async (path) => {
    await session.openAt(path, true, job)
    try {
      const dataSets = new Map<string, string>()
      for (const [need, file] of files) {
        const receipt = await importInto(
          session,
          { path: resolve(terminal.cwd, file), options: { name: need } },
          job,
        )
        dataSets.set(need, receipt.dataSets[0]?.name ?? need)
      }
      const record = await execute(context, pack, dataSets)
      return {
        ...record,
        inputs: record.inputs.map((input) => ({ ...input, from: files.get(input.need) ?? input.from })),
      }
    } finally {
      await session.close()
    }
  })
}

async function execute(
  context: CliContext,
  pack: Pack,
  dataSets: ReadonlyMap<string, string>,
): Promise<RunRecord> {
  const { session, invocation, terminal, job, locale } = context
  const binds = pairs(invocation.options['bind'], '--bind')
  const columns = new Map([...binds].filter(([key]) => key.includes('.')))
  const chosen = new Map([...dataSets, ...[...binds].filter(([key]) => !key.includes('.'))])
  const known = await dataSetsOf(session)
  const bindings = bindInputs(pack, known, { dataSets: chosen, columns })
  for (const problem of notesOn(known, bindings)) terminal.err(`! ${problemText(problem, locale)}\n`)
  await stateSubjects(context, pack, bindings)
  const params = readParams(pack, pairs(invocation.options['param'], '--param'))
  return runPack(session, { pack: pack.id, bindings, params, locale }, job)
}

/** Whom the data are about, kept on the card of the data set: it decides what may be published. */
async function stateSubjects(
  { session, invocation }: CliContext,
  pack: Pack,
  bindings: Readonly<Record<string, Binding>>,
): Promise<void> {
  for (const [need, said] of pairs(invocation.options['subjects'], '--subjects')) {
    if (pack.manifest.needs[need] === undefined)
      refuse('run.need-unknown', { need, known: Object.keys(pack.manifest.needs).join(', ') })
    const subject = subjects.find((one) => one === said)
    if (subject === undefined)
      throw new UsageError(`--subjects takes NEED=${subjects.join('|')}, not "${said}"`)
    const dataSet = bindings[need]?.dataSet ?? ''
    if (dataSet !== '') await describeSubjects(session, dataSet, subject)
  }
}

async function saveRecord({ invocation, terminal }: CliContext, record: RunRecord): Promise<void> {
  const { out } = invocation.options
  if (typeof out === 'string')
    await writeBytes(resolve(terminal.cwd, out), new TextEncoder().encode(jsonDocument(record)))
}

function recordText({ say, locale }: CliContext, record: RunRecord): string {
  const findings = record.findings.map(({ text }) => `  - ${text}`)
  return [
    `${record.pack.id} ${record.pack.version}: ${record.inputs.map(({ from }) => basename(from)).join(', ')}`,
    `${say('run.findings')}:`,
    ...(findings.length > 0 ? findings : [`  ${say('run.none')}`]),
    ...record.faults.map(({ message }) => `! ${message}`),
    `${say('run.tables')}: ${Object.entries(record.tables)
      .map(([name, rows]) => `${name} (${rows.length.toLocaleString(locale)})`)
      .join(', ')}`,
  ].join('\n')
}
