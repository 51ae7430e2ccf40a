import { resolve } from 'node:path'
import { ledgerOf, publicationLogOf } from '../../commands/disclosure-commands'
import { saveRegister } from '../../commands/publication-register'
import { requireText } from '../arguments'
import type { CliCommand } from '../context'
import { exitCode } from '../exit-codes'
import { textTable } from '../output'

/**
 * What has been exported from a project about persons or firms, oldest first, and the log of all exports; `--out` saves
 * the register as one CSV file.
 */
export const ledgerCommand: CliCommand = async (context) => {
  const { invocation, terminal, session, job, say, locale } = context
  await session.openAt(resolve(terminal.cwd, requireText(invocation.options, 'project')), false, job)
  const entries = await ledgerOf(session)
  const log = await publicationLogOf(session)
  const out = invocation.options['out']
  if (typeof out === 'string') await saveRegister(session, resolve(terminal.cwd, out))
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' })
  context.print({ entries, log }, () =>
    entries.length === 0
      ? say('ledger.empty')
      : textTable(
          [
            say('reports.id'),
            say('ledger.when'),
            say('table.title'),
            say('ledger.file'),
            say('ledger.cells'),
            say('ledger.hidden'),
          ],
          entries.map(({ id, at, title, file, cells }) => [
            id,
            when.format(new Date(at)),
            title,
            file,
            cells.length,
            cells.filter(({ value }) => value === null).length,
          ]),
        ),
  )
  return exitCode.done
}
