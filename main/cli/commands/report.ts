import { basename, resolve } from 'node:path'
import type { Fault } from '../../../analyses/model/fault'
import { faultText } from '../../../analyses/model/fault-text'
import { protectedFor, writeExports } from '../../commands/publish'
import { getReport } from '../../commands/report-commands'
import { type ReportFile, readReportFile } from '../../commands/report-files'
import { exportOf } from '../../commands/report-orders'
import { requireText, textOption, UsageError } from '../arguments'
import type { CliCommand, CliContext } from '../context'
import { disclosureText } from '../disclosure-text'
import { exitCode } from '../exit-codes'
import { readNamedFile } from '../import-options'
import { faultDocument } from '../output'
import { chosenFormats, givenRules, openGiven, secondLanguage } from '../publication-options'
import { destinationsOf, outPath } from '../report-paths'

/**
 * Writes run records, a composition or a stored report as documents or as parts of them. Whatever is named together is
 * one export: its tables are protected as one. Several records become several numbered files unless put together. A
 * folder takes files named by their titles, and all charts or tables where the format holds one of them.
 */
export const reportCommand: CliCommand = async (context) => {
  const { invocation, terminal, session, job, locale } = context
  const { options } = invocation
  const formats = chosenFormats(options)
  const out = outPath(terminal.cwd, requireText(options, 'out'))
  const second = secondLanguage(options)
  await openGiven(context)
  const { publication, documents } = await exportOf(session, await reportFiles(context), {
    locale,
    template: textOption(options, 'template'),
    together: options['together'] === true,
    title: textOption(options, 'title'),
    second,
  })
  const rules = await givenRules(context)
  const exhibit = await protectedFor(session, { ...publication, rules }, job)
  const part = textOption(options, 'part')
  const destinations = await destinationsOf(exhibit, documents, { formats, out, locale, part })
  const optional = options['to'] === 'all' ? unprintable : () => false
  const { written, failed } = await writeExports(session, exhibit, destinations, job, optional)
  const notes = failed.map(({ fault }) => fault)
  const files = written.map(({ path, bytes }) => ({ path, bytes }))
  const document = {
    files,
    disclosure: exhibit.disclosure,
    ...(notes.length === 0 ? {} : { faults: notes.map((fault) => faultDocument(fault, locale)) }),
  }
  context.print(document, () =>
    [
      ...files.map((file) => context.say('report.wrote', file)),
      ...notes.map((fault) => `! ${basename(fault.path ?? '')}: ${faultText(fault, locale)}`),
      disclosureText(context.say, exhibit.disclosure),
    ].join('\n'),
  )
  return exitCode.done
}

/** Where all documents are wanted, one that cannot be printed here does not hold up the others. */
const unprintable = ({ code }: Fault): boolean => code === 'export.no-printer'

async function reportFiles({ invocation, terminal, session }: CliContext): Promise<readonly ReportFile[]> {
  const report = textOption(invocation.options, 'report')
  if (report !== undefined) {
    if (invocation.words.length > 0) throw new UsageError('report takes either --report ID or files')
    return [{ kind: 'composition', composition: (await getReport(session, report)).composition }]
  }
  if (invocation.words.length === 0) throw new UsageError('report takes at least one RUN.json')
  const files: ReportFile[] = []
  for (const word of invocation.words) {
    const path = resolve(terminal.cwd, word)
    files.push(readReportFile(await readNamedFile(path), path))
  }
  return files
}
