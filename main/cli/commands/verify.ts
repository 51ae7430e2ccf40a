import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fault, refuse } from '../../../analyses/model/fault'
import { faultText } from '../../../analyses/model/fault-text'
import type { RunRecord } from '../../../analyses/model/run-record'
import { dataSetsOf, importInto } from '../../commands/data-commands'
import { readRunRecord } from '../../commands/read-run-record'
import { runPack } from '../../commands/run-commands'
import type { Verification } from '../../commands/verification'
import { compareRecords } from '../../commands/verify'
import { pairs, UsageError } from '../arguments'
import type { CliCommand, CliContext } from '../context'
import { exitCode } from '../exit-codes'
import { readNamedFile } from '../import-options'
import { withTemporaryProject } from '../temporary-project'

type Input = RunRecord['inputs'][number]

/** How many differing places are printed for people; the JSON document has all. */
const shown = 20

/** Runs a record again from its inputs and says whether every number is the same. */
export const verifyCommand: CliCommand = async (context) => {
  const [file, ...more] = context.invocation.words
  if (file === undefined || more.length > 0) throw new UsageError('verify takes one RUN.json')
  const path = resolve(context.terminal.cwd, file)
  const recorded = readRunRecord(await readNamedFile(path), path)
  const now = await runAgain(context, recorded, dirname(path))
  const verification = compareRecords(recorded, now)
  const version = otherVersion(context, recorded, now)
  context.print({ ...verification, notes: version }, () => verificationText(context, verification, version))
  return verification.same ? exitCode.done : exitCode.fault
}

function otherVersion({ locale }: CliContext, recorded: RunRecord, now: RunRecord): readonly string[] {
  if (recorded.pack.version === now.pack.version) return []
  const { id, version } = recorded.pack
  return [
    faultText(fault('verify.other-version', { pack: id, recorded: version, here: now.pack.version }), locale),
  ]
}

async function runAgain(context: CliContext, recorded: RunRecord, folder: string): Promise<RunRecord> {
  const { session, invocation, terminal, job } = context
  const { project } = invocation.options
  if (typeof project === 'string') {
    await session.openAt(resolve(terminal.cwd, project), false, job)
    return onOpenProject(context, recorded)
  }
  const given = pairs(invocation.options['input'], '--input')
  const inProject = recorded.inputs.every(({ from }) => /\.duckdb$/i.test(from)) && given.size === 0
  if (inProject) {
    const [first] = recorded.inputs
    await session.openAt(await findFile(first, [folder, terminal.cwd]), false, job)
    return onOpenProject(context, recorded)
  }
  return withTemporaryProject(async (path) => {
    await session.openAt(path, true, job)
    try {
      for (const input of recorded.inputs) await loadInput(context, input, given.get(input.need), folder)
      return await repeat(context, recorded)
    } finally {
      await session.close()
    }
  })
}

async function loadInput(
  { session, terminal, job }: CliContext,
  input: Input,
  given: string | undefined,
  folder: string,
) {
  const path =
    given === undefined ? await findFile(input, [folder, terminal.cwd]) : resolve(terminal.cwd, given)
  if ((await sha256(path)) !== input.sha256)
    refuse('verify.input-changed', { need: input.need, file: input.file }, path)
  await importInto(session, { path, options: { name: input.dataSet }, synthetic: input.synthetic }, job)
}

async function onOpenProject(context: CliContext, recorded: RunRecord): Promise<RunRecord> {
  const dataSets = await dataSetsOf(context.session)
  for (const input of recorded.inputs) {
    const found = dataSets.find(({ name }) => name === input.dataSet)
    if (found === undefined) refuse('verify.input-missing', { need: input.need, file: input.file })
    else if (found.source.sha256 !== input.sha256)
      refuse('verify.input-changed', { need: input.need, file: input.file })
  }
  return repeat(context, recorded)
}

const repeat = (
  { session, job, locale }: CliContext,
  { pack, params, inputs }: RunRecord,
): Promise<RunRecord> =>
  runPack(
    session,
    {
      pack: pack.id,
      params,
      locale,
      bindings: Object.fromEntries(inputs.map(({ need, dataSet, columns }) => [need, { dataSet, columns }])),
    },
    job,
  )

/** The input where the record says, seen from the record's folder and from where the user stands. */
async function findFile(input: Input | undefined, folders: readonly string[]): Promise<string> {
  for (const folder of folders) {
    const path = resolve(folder, input?.from ?? '')
    if (
      await stat(path).then(
        (found) => found.isFile(),
        () => false,
      )
    )
      return path
  }
  return refuse('verify.input-missing', { need: input?.need ?? '', file: input?.file ?? '' })
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  } catch (error) {
    refuse('cli.unreadable', { file: path, detail: (error as NodeJS.ErrnoException).code ?? 'error' }, path)
  }
  return hash.digest('hex')
}

function verificationText(
  { say }: CliContext,
  { same, numbers, differences }: Verification,
  notes: readonly string[],
): string {
  const lines = differences
    .slice(0, shown)
    .map(({ place, recorded, now }) => `  ${place}: ${String(recorded)} -> ${String(now)}`)
  const rest = differences.length > shown ? ['  …'] : []
  const head = same ? say('verify.same', { numbers }) : say('verify.differs', { count: differences.length })
  return [...notes.map((note) => `! ${note}`), head, ...lines, ...rest].join('\n')
}
