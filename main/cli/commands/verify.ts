import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fault, refuse } from '../../../analyses/model/fault'
import { faultText } from '../../../analyses/model/fault-text'
import type { RunRecord } from '../../../analyses/model/run-record'
import { dataSetsOf, importInto } from '../../commands/data-commands'
import { readRunRecord } from '../../commands/read-run-record'
import { isSealed } from '../../commands/record-seal'
import { runPack } from '../../commands/run-commands'
import type { Verification } from '../../commands/verification'
import { compareRecords } from '../../commands/verify'
import { compareWithOwnRecord } from '../../commands/verify-report'
import { type Enclosure, readEnclosure, type TextDifference } from '../../export'
import { pairs, UsageError } from '../arguments'
import type { CliCommand, CliContext } from '../context'
import { exitCode } from '../exit-codes'
import { readNamedBytes } from '../import-options'
import { withTemporaryProject } from '../temporary-project'

type Input = RunRecord['inputs'][number]

/** How many differing places are printed for people; the JSON document has all. */
const shown = 20

/** Runs a record, or what a report was made of, again from its inputs and says whether every number is the same. */
export const verifyCommand: CliCommand = async (context) => {
  const [file, ...more] = context.invocation.words
  if (file === undefined || more.length > 0) throw new UsageError('verify takes one RUN.json or one report')
  const path = resolve(context.terminal.cwd, file)
  const bytes = await readNamedBytes(path)
  const enclosure = await readEnclosure(bytes)
  return enclosure === null
    ? verifyRecord(context, readRunRecord(bytes.toString('utf8'), path), path)
    : verifyReport(context, bytes, enclosure, path)
}

async function verifyRecord(context: CliContext, recorded: RunRecord, path: string): Promise<number> {
  const now = await runAgain(context, recorded, { folder: dirname(path), slot: '' })
  const verification = compareRecords(recorded, now)
  const notes = otherVersion(context, recorded, now)
  if (verification.same) requireUntouched(recorded, path)
  context.print({ ...verification, notes }, () => verificationText(context, verification, notes))
  return verification.same ? exitCode.done : exitCode.fault
}

/** Two questions: do the inputs still give these numbers, and does the file say what its record says. */
async function verifyReport(
  context: CliContext,
  bytes: Uint8Array,
  enclosure: Enclosure,
  path: string,
): Promise<number> {
  const parts: Verification[] = []
  const notes: string[] = []
  for (const [slot, recorded] of Object.entries(enclosure.published.runs)) {
    const now = await runAgain(context, recorded, { folder: dirname(path), slot })
    const part = compareRecords(recorded, now)
    const differences = part.differences.map((one) => ({ ...one, place: `${slot}.${one.place}` }))
    parts.push({ ...part, differences })
    notes.push(...otherVersion(context, recorded, now))
  }
  const changed = await compareWithOwnRecord(context.session, bytes, enclosure, path, context.job)
  if (changed === null) notes.push(context.say('verify.pdf'))
  const numbers = together(parts)
  const same = numbers.same && (changed ?? []).length === 0
  if (same) for (const record of Object.values(enclosure.published.runs)) requireUntouched(record, path)
  context.print({ ...numbers, same, file: changed, notes }, () =>
    [verificationText(context, numbers, notes), ...fileText(context, changed ?? [])].join('\n'),
  )
  return same ? exitCode.done : exitCode.fault
}

/** A hidden number that was put back is the inputs' own, so only the seal tells that it should not be there. */
function requireUntouched(record: RunRecord, path: string): void {
  if (record.disclosure !== undefined && !isSealed(record))
    refuse('publish.not-protected', { detail: `${record.pack.id}, sha256` }, path)
}

const together = (parts: readonly Verification[]): Verification => ({
  same: parts.every(({ same }) => same),
  cells: parts.reduce((sum, { cells }) => sum + cells, 0),
  numbers: parts.reduce((sum, { numbers }) => sum + numbers, 0),
  hidden: parts.reduce((sum, { hidden }) => sum + hidden, 0),
  differences: parts.flatMap(({ differences }) => differences),
})

function fileText({ say }: CliContext, changed: readonly TextDifference[]): readonly string[] {
  if (changed.length === 0) return []
  const lines = changed.slice(0, shown).map(({ place, file, drawn }) => `  ${place}: ${drawn} -> ${file}`)
  const rest = changed.length > shown ? ['  …'] : []
  return [say('verify.file-differs', { count: changed.length }), ...lines, ...rest]
}

function otherVersion({ locale }: CliContext, recorded: RunRecord, now: RunRecord): readonly string[] {
  if (recorded.pack.version === now.pack.version) return []
  const { id, version } = recorded.pack
  return [
    faultText(fault('verify.other-version', { pack: id, recorded: version, here: now.pack.version }), locale),
  ]
}

interface Place {
  /** Where the verified file lies. */
  readonly folder: string
  /** Name of the run in a report; empty for a record of its own. */
  readonly slot: string
}

async function runAgain(
  context: CliContext,
  recorded: RunRecord,
  { folder, slot }: Place,
): Promise<RunRecord> {
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
      for (const input of recorded.inputs) {
        const file = given.get(`${slot}.${input.need}`) ?? given.get(input.need)
        await loadInput(context, input, file, folder)
      }
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
  { same, numbers, hidden, differences }: Verification,
  notes: readonly string[],
): string {
  const lines = differences
    .slice(0, shown)
    .map(({ place, recorded, now }) => `  ${place}: ${String(recorded)} -> ${String(now)}`)
  const rest = differences.length > shown ? ['  …'] : []
  const head = same ? say('verify.same', { numbers }) : say('verify.differs', { count: differences.length })
  const kept = hidden > 0 ? [say('verify.hidden', { count: hidden })] : []
  return [...notes.map((note) => `! ${note}`), head, ...lines, ...rest, ...kept].join('\n')
}
