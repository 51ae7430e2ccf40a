import { FaultError, fault } from '../../analyses/model/fault'
import { faultText } from '../../analyses/model/fault-text'
import type { Locale } from '../../analyses/model/locale'
import type { CommandEnvironment } from '../commands/command-table'
import { bugDetail } from '../commands/log'
import { Session } from '../commands/session'
import { type CommandName, type Invocation, readArguments, UsageError } from './arguments'
import { batchCommand } from './commands/batch'
import { codeListCommand } from './commands/codelist'
import { composeCommand } from './commands/compose'
import { convertCommand } from './commands/convert'
import { correspondenceCommand } from './commands/correspondence'
import { demoCommand } from './commands/demo'
import { describeCommand } from './commands/describe'
import { importCommand } from './commands/import'
import { inspectCommand } from './commands/inspect'
import { ledgerCommand } from './commands/ledger'
import { packsCommand } from './commands/packs'
import { profileCommand } from './commands/profile'
import { queryCommand } from './commands/query'
import { recipeCommand } from './commands/recipe'
import { reportCommand } from './commands/report'
import { reportsCommand } from './commands/reports'
import { rulesCommand } from './commands/rules'
import { runCommand } from './commands/run'
import { templatesCommand } from './commands/templates'
import { verifyCommand } from './commands/verify'
import type { CliCommand } from './context'
import { exitCode, exitCodeOf } from './exit-codes'
import { terminalJob } from './job'
import { type Say, sayIn } from './messages'
import { faultDocument, jsonDocument, type Terminal } from './output'

const commands: Readonly<Record<CommandName, CliCommand>> = {
  inspect: inspectCommand,
  import: importCommand,
  query: queryCommand,
  profile: profileCommand,
  recipe: recipeCommand,
  codelist: codeListCommand,
  correspondence: correspondenceCommand,
  convert: convertCommand,
  packs: packsCommand,
  describe: describeCommand,
  run: runCommand,
  report: reportCommand,
  templates: templatesCommand,
  reports: reportsCommand,
  compose: composeCommand,
  batch: batchCommand,
  rules: rulesCommand,
  ledger: ledgerCommand,
  verify: verifyCommand,
  demo: demoCommand,
}

/** One invocation of the command line, from words to exit code. Never throws. */
export async function runCli(
  argv: readonly string[],
  terminal: Terminal,
  environment: CommandEnvironment,
  signal: AbortSignal,
): Promise<number> {
  let invocation: Invocation
  try {
    invocation = readArguments(argv, terminal.env)
  } catch (error) {
    return report(error, { locale: 'en', json: argv.includes('--json') }, terminal)
  }
  const say = sayIn(invocation.locale)
  if (invocation.help || invocation.command === null) {
    terminal.out(`${say('help.head')}\n\n${say('help.usage')}\n`)
    return argv.length === 0 ? exitCode.usage : exitCode.done
  }
  const session = new Session(environment)
  try {
    return await perform(invocation, invocation.command, session, terminal, say, signal)
  } catch (error) {
    return report(error, invocation, terminal)
  } finally {
    await session.close()
  }
}

function perform(
  invocation: Invocation,
  command: CommandName,
  session: Session,
  terminal: Terminal,
  say: Say,
  signal: AbortSignal,
): Promise<number> {
  return commands[command]({
    invocation,
    terminal,
    session,
    say,
    locale: invocation.locale,
    job: terminalJob(terminal, say, signal),
    print: (document, text) => terminal.out(invocation.json ? jsonDocument(document) : `${text()}\n`),
  })
}

/** The one place where what went wrong becomes words and an exit code. */
function report(
  error: unknown,
  { locale, json }: { locale: Locale; json: boolean },
  terminal: Terminal,
): number {
  if (error instanceof UsageError) {
    terminal.err(`${sayIn(locale)('usage.wrong', { detail: error.message })}\n`)
    return exitCode.usage
  }
  const known = error instanceof FaultError ? error.fault : fault('engine.bug', { detail: bugDetail(error) })
  if (json) terminal.out(jsonDocument({ faults: [faultDocument(known, locale)] }))
  else terminal.err(`${known.path === undefined ? '' : `${known.path}: `}${faultText(known, locale)}\n`)
  if (terminal.env['WORKBENCH_DEBUG'] === '1' && error instanceof Error)
    terminal.err(`${error.stack ?? ''}\n`)
  return exitCodeOf(known)
}
