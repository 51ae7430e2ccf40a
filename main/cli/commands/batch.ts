import { resolve } from 'node:path'
import { faultText } from '../../../analyses/model/fault-text'
import { runBatch } from '../../commands/report-batch'
import { getReport, templateReport } from '../../commands/report-commands'
import { readReportFile } from '../../commands/report-files'
import { requireText, textOption, textOptions, UsageError } from '../arguments'
import type { CliCommand, CliContext } from '../context'
import { disclosureText } from '../disclosure-text'
import { exitCode } from '../exit-codes'
import { readNamedFile } from '../import-options'
import { faultDocument } from '../output'
import { chosenFormats, givenRules, secondLanguage } from '../publication-options'

/** One report of a template for every territory of a data set, into a folder. */
export const batchCommand: CliCommand = async (context) => {
  const { invocation, terminal, session, job, locale, say } = context
  const { options } = invocation
  const order = {
    dataSet: requireText(options, 'data-set'),
    column: requireText(options, 'column'),
    territories: textOptions(options, 'territory') ?? null,
    formats: chosenFormats(options),
    folder: resolve(terminal.cwd, requireText(options, 'out')),
    locale,
  }
  const second = secondLanguage(options)
  await session.openAt(resolve(terminal.cwd, requireText(options, 'project')), false, job)
  const composition = await batchComposition(context)
  const title = textOption(options, 'title')
  const { disclosure, ...receipt } = await runBatch(
    session,
    {
      ...order,
      rules: await givenRules(context),
      composition: {
        ...composition,
        locale,
        ...(title === undefined ? {} : { title: { ...composition.title, [locale]: title } }),
        ...(second === undefined ? {} : { second }),
      },
    },
    job,
  )
  const failed = receipt.failed.map(({ territory, faults }) => ({
    territory,
    faults: faults.map((one) => faultDocument(one, locale)),
  }))
  context.print({ ...receipt, failed, disclosure }, () =>
    [
      say('batch.done', {
        reports: receipt.written.length,
        files: receipt.written.flatMap(({ files }) => files).length,
        folder: receipt.folder,
      }),
      ...receipt.failed.flatMap(({ territory, faults }) =>
        faults.map((one) => `! ${territory}: ${faultText(one, locale)}`),
      ),
      ...(disclosure === null ? [] : [disclosureText(say, disclosure)]),
    ].join('\n'),
  )
  return failed.length > 0 ? exitCode.fault : exitCode.done
}

async function batchComposition({ invocation, session, terminal, locale }: CliContext) {
  const { options, words } = invocation
  const template = textOption(options, 'template')
  const report = textOption(options, 'report')
  const [file, ...more] = words
  const given = [template, report, file].filter((one) => one !== undefined)
  if (given.length !== 1 || more.length > 0)
    throw new UsageError('batch takes one of --template ID, --report ID, REPORT.json')
  if (template !== undefined) return templateReport(session, { template, runs: [], locale })
  if (report !== undefined) return (await getReport(session, report)).composition
  const path = resolve(terminal.cwd, file ?? '')
  const read = readReportFile(await readNamedFile(path), path)
  if (read.kind === 'composition') return read.composition
  throw new UsageError('batch takes a REPORT.json that compose wrote')
}
