import { resolve } from 'node:path'
import type { Composition } from '../../../analyses/model/composition'
import { refuse } from '../../../analyses/model/fault'
import { composeReport, dropReport, getReport } from '../../commands/report-commands'
import { readReportFile } from '../../commands/report-files'
import { writeBytes } from '../../export'
import { requireText, textOption, UsageError } from '../arguments'
import type { CliCommand, CliContext } from '../context'
import { exitCode } from '../exit-codes'
import { namedPath, readNamedFile } from '../import-options'
import { jsonDocument } from '../output'
import { secondLanguage } from '../publication-options'

/** Makes a report of a template or a file and keeps it in the project, or changes one that is kept there. */
export const composeCommand: CliCommand = async (context) => {
  const { invocation, terminal, session, job, locale, say } = context
  const { options } = invocation
  if (invocation.words.length > 0) throw new UsageError('compose takes options only')
  const sources = ['template', 'report', 'from'].filter((name) => textOption(options, name) !== undefined)
  if (sources.length !== 1) throw new UsageError('compose takes one of --template, --report, --from')
  await session.openAt(resolve(terminal.cwd, requireText(options, 'project')), false, job)
  if (options['remove'] === true) return removeKept(context)
  const { id, composition } = await composeReport(
    session,
    {
      template: textOption(options, 'template'),
      report: textOption(options, 'report'),
      composition: await givenComposition(context),
      title: textOption(options, 'title'),
      second: secondLanguage(options),
      territory: textOption(options, 'territory'),
      run: options['run'] === true || options['again'] === true,
      again: options['again'] === true,
      locale,
    },
    job,
  )
  const out = namedPath(context, 'out')
  if (out !== undefined) await writeBytes(out, new TextEncoder().encode(jsonDocument(composition)))
  const waiting = Object.values(composition.runs).filter(({ run, optional }) => run === null && !optional)
  context.print({ id, composition }, () =>
    [
      say('compose.kept', { id }),
      ...waiting.map(({ pack }) => `! ${say('compose.waits', { pack })}`),
      ...(out === undefined ? [] : [out]),
    ].join('\n'),
  )
  return exitCode.done
}

async function removeKept(context: CliContext): Promise<number> {
  const id = requireText(context.invocation.options, 'report')
  await getReport(context.session, id)
  await dropReport(context.session, id)
  context.print({ removed: id }, () => id)
  return exitCode.done
}

async function givenComposition(context: CliContext): Promise<Composition | undefined> {
  const path = namedPath(context, 'from')
  if (path === undefined) return undefined
  const file = readReportFile(await readNamedFile(path), path)
  return file.kind === 'composition'
    ? file.composition
    : refuse('report.not-a-composition', { file: path, detail: file.kind }, path)
}
