import type { JobContext, StepProgress } from '../../analyses/model/job'
import type { Say } from './messages'
import type { Terminal } from './output'

/** A job whose progress goes to standard error, redrawn in place for a person and left out for a script. */
export function terminalJob(terminal: Terminal, say: Say, signal: AbortSignal): JobContext {
  if (!terminal.interactive) return { signal, report: () => {} }
  const line = ({ step, of, value }: StepProgress) =>
    say('progress', {
      title: '…',
      step,
      of,
      share: value === null ? 'none' : 'known',
      percent: value === null ? 0 : Math.floor(value * 100),
    })
  return { signal, report: (progress) => terminal.err(`\r\u001b[K${line(progress)}`) }
}
