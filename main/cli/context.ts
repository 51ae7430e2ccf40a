import type { JobContext } from '../../analyses/model/job'
import type { Locale } from '../../analyses/model/locale'
import type { Session } from '../commands/session'
import type { Invocation } from './arguments'
import type { Say } from './messages'
import type { Terminal } from './output'

/** What each command of the command line works with. */
export interface CliContext {
  readonly invocation: Invocation
  readonly terminal: Terminal
  readonly session: Session
  readonly job: JobContext
  readonly say: Say
  readonly locale: Locale
  /** Prints the JSON document, or the text for people. */
  readonly print: (document: unknown, text: () => string) => void
}

/** Runs one command and says with which code the process ends. */
export type CliCommand = (context: CliContext) => Promise<number>
