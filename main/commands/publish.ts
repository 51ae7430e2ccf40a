import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Composition } from '../../analyses/model/composition'
import {
  type DisclosureRules,
  type DisclosureSummary,
  defaultRules,
  type LedgerCell,
} from '../../analyses/model/disclosure'
import { type Fault, FaultError, refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import type { Locale } from '../../analyses/model/locale'
import type { RunRecord } from '../../analyses/model/run-record'
import type { ExportFormat, ExportReceipt } from '../../preload/contract/methods'
import { documentContent, type ProtectedRun, writeAtomically } from '../export'
import { auditExport } from '../workspace/audit'
import { readRules } from '../workspace/disclosure-rules'
import { appendToLedger, type LedgerAddition, readLedger } from '../workspace/export-ledger'
import type { Project } from '../workspace/project'
import { protectRuns } from './protect-runs'
import { documentOf } from './report-documents'
import type { Session } from './session'

/** What one export is made of: one run, or several that a composition or a common file puts together. */
export interface Publication {
  readonly runs: readonly { readonly key: string; readonly record: RunRecord }[]
  readonly composition: Composition | null
  /** Rules for this export instead of the project's. */
  readonly rules?: DisclosureRules | undefined
}

/** The same with every number that may not leave taken out. Everything written of it is one export. */
export interface Protected {
  readonly runs: readonly ProtectedRun[]
  readonly composition: Composition | null
  readonly disclosure: DisclosureSummary
  readonly cells: readonly LedgerCell[]
  readonly rules?: DisclosureRules | undefined
}

export interface Destination {
  readonly format: ExportFormat
  readonly locale: Locale
  readonly part?: string | undefined
  readonly path: string
}

/** Takes out what may not leave, looking at everything that has left the open project before. */
export async function protectedFor(
  session: Session,
  { runs, composition, rules }: Publication,
  job: JobContext,
): Promise<Protected> {
  const database = session.openProject?.database ?? null
  const withPacks = await Promise.all(
    runs.map(async ({ key, record }) => ({ key, record, pack: await session.packs.find(record.pack.id) })),
  )
  const protection = await protectRuns(
    {
      runs: withPacks,
      rules: rules ?? (database === null ? defaultRules : await readRules(database)),
      ledger: database === null ? null : await readLedger(database),
    },
    job,
  )
  return { ...protection, composition, rules }
}

/** Protects and writes one file. */
export async function publish(
  session: Session,
  publication: Publication,
  destination: Destination,
  job: JobContext,
): Promise<ExportReceipt> {
  const exhibit = await protectedFor(session, publication, job)
  const { composition, runs } = exhibit
  const document = { ...destination, composition, runs: runs.map(({ key }) => key) }
  const { written } = await writeExports(session, exhibit, [document], job)
  const [file] = written
  if (file === undefined) throw new Error('an export without a file')
  return { path: file.path, bytes: file.bytes, disclosure: exhibit.disclosure }
}

/** One file of an export: some of its runs, by themselves or as a composition puts them together. */
export interface ExportedDocument extends Destination {
  readonly composition: Composition | null
  /** Names of its runs. */
  readonly runs: readonly string[]
}

export interface WrittenFiles {
  readonly written: readonly WrittenFile[]
  readonly failed: readonly { readonly path: string; readonly fault: Fault }[]
}

/**
 * Writes all files of one export. They tell one set of cells, remembered with the first of them, and are one line of
 * the log. A fault ends it unless `mayFail` says that the others go on.
 */
export async function writeExports(
  session: Session,
  exhibit: Protected,
  documents: readonly ExportedDocument[],
  job: JobContext,
  mayFail: (fault: Fault) => boolean = () => false,
): Promise<WrittenFiles> {
  const written: WrittenFile[] = []
  const failed: { readonly path: string; readonly fault: Fault }[] = []
  try {
    for (const { composition, runs: keys, ...destination } of documents) {
      const runs = exhibit.runs.filter(({ key }) => keys.includes(key))
      const cells = written.length === 0 ? exhibit.cells : []
      try {
        written.push(await writeFile(session, { ...exhibit, composition, runs, cells }, destination, job))
      } catch (error) {
        if (!(error instanceof FaultError) || !mayFail(error.fault)) throw error
        failed.push({ path: destination.path, fault: error.fault })
      }
    }
  } finally {
    await auditFiles(session, exhibit, documents, written)
  }
  return { written, failed }
}

async function auditFiles(
  session: Session,
  { disclosure, rules }: Protected,
  documents: readonly ExportedDocument[],
  written: readonly WrittenFile[],
): Promise<void> {
  const [first] = written
  if (first === undefined) return
  await auditWritten(session, {
    title: first.title,
    files: written.map(({ path }) => basename(path)),
    format: [...new Set(documents.map(({ format }) => format))].join(', '),
    disclosure,
    entry: first.entry,
    rules,
  })
}

export interface WrittenFile {
  readonly path: string
  readonly bytes: number
  readonly title: string
  /** Entry of the ledger that came of it; null: it told nothing new. */
  readonly entry: string | null
}

/**
 * One file and its entry in the ledger come about together: an export that could not be remembered does not leave, and
 * one that did not leave is not remembered. `of` names the file in the ledger where it is one of many.
 */
export async function writeFile(
  session: Session,
  exhibit: Protected,
  { format, locale, part, path }: Destination,
  job: JobContext,
  of = basename(path),
): Promise<WrittenFile> {
  const { openProject: project, environment } = session
  if (exhibit.disclosure.applies && project?.readOnly === true)
    refuse('publish.ledger-unwritable', { file: basename(project.path) }, project.path)
  job.report({ step: 2, of: 3, titleKey: 'job.export', value: null })
  const document = documentOf(exhibit, { locale, format })
  const { fontFolder, pdfPrinter: printer } = environment
  const { runs, composition, disclosure, cells } = exhibit
  const drawing = { document, runs, composition, disclosure, format, part, path, fontFolder, printer, job }
  const content = await documentContent(drawing)
  job.report({ step: 3, of: 3, titleKey: 'job.write', value: null })
  const { title } = document
  const write = () => writeAtomically(path, content, job.signal)
  if (project === null || cells.length === 0) return { ...(await write()), title, entry: null }
  return writeRemembered(project, { title, file: of, summary: disclosure, cells }, write, job)
}

async function writeRemembered(
  project: Project,
  addition: LedgerAddition,
  write: () => Promise<{ readonly path: string; readonly bytes: number }>,
  job: JobContext,
): Promise<WrittenFile> {
  let there: string | null = null
  try {
    return await project.write(
      async (transaction) => {
        const entry = await appendToLedger(transaction, addition)
        const written = await write()
        there = written.path
        return { ...written, title: addition.title, entry }
      },
      { signal: job.signal },
    )
  } catch (error) {
    // Written, and then the project could not keep it: what is not remembered may not stay outside.
    if (there !== null) await rm(there, { force: true })
    throw error
  }
}

export interface WrittenExport {
  readonly title: string
  readonly files: readonly string[]
  readonly format: string
  readonly disclosure: DisclosureSummary
  readonly entry: string | null
  readonly rules?: DisclosureRules | undefined
}

/** One line of the log, also for an export that told nothing new. A project that may only be read has no log. */
export async function auditWritten(
  { openProject: project }: Session,
  { title, files, format, disclosure, entry, rules }: WrittenExport,
): Promise<void> {
  if (project === null || project.readOnly) return
  const { cells, primary, secondary } = disclosure
  await project.write((transaction) =>
    auditExport(transaction, {
      title,
      files: [...files],
      format,
      cells,
      hidden: primary + secondary,
      entry,
      ...(rules === undefined ? {} : { rules }),
    }),
  )
}
