import { faultText } from '../../../analyses/model/fault-text'
import { brokenTemplates, templatesOf } from '../../commands/report-commands'
import type { CliCommand } from '../context'
import { exitCode } from '../exit-codes'
import { faultDocument } from '../output'

/** The templates of reports, and those that cannot be used with their reasons. */
export const templatesCommand: CliCommand = async (context) => {
  const { session, locale, say } = context
  const templates = await templatesOf(session, locale)
  const broken = await brokenTemplates(session)
  const wrecks = broken.map(({ folder, faults }) => ({
    folder,
    faults: faults.map((one) => faultDocument(one, locale)),
  }))
  context.print({ templates, broken: wrecks }, () =>
    [
      ...templates.flatMap(({ id, title, purpose, packs, batch }) => [
        `${id}  ${title}${batch ? `  (${say('templates.batch')})` : ''}`,
        `  ${purpose}`,
        `  ${packs.map(({ pack, optional }) => (optional ? `[${pack}]` : pack)).join(', ')}`,
      ]),
      ...broken.flatMap(({ folder, faults }) => [
        `! ${say('packs.broken', { folder })}`,
        ...faults.map((one) => `    ${one.path ?? ''} ${faultText(one, locale)}`),
      ]),
    ].join('\n'),
  )
  return exitCode.done
}
