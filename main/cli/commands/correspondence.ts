import { resolve } from 'node:path'
import type { CorrespondenceCard } from '../../../analyses/model/code-list-card'
import { addCorrespondence, correspondencesOf, dropCorrespondence } from '../../commands/territory-commands'
import { requireText, textOption, UsageError } from '../arguments'
import type { CliCommand, CliContext } from '../context'
import { exitCode } from '../exit-codes'
import { textTable } from '../output'

/** The tables that say how codes changed; declares a data set one, or takes one away. */
export const correspondenceCommand: CliCommand = async (context) => {
  const { invocation, terminal, session, job } = context
  const [verb = 'list', subject, ...more] = invocation.words
  const known = subject === undefined ? verb === 'list' : verb === 'add' || verb === 'remove'
  if (!known || more.length > 0) throw new UsageError('correspondence takes list, add DATASET or remove ID')
  const request = verb === 'add' ? requestOf(context, subject ?? '') : null
  await session.openAt(resolve(terminal.cwd, requireText(invocation.options, 'project')), false, job)
  if (request !== null) {
    const card = await addCorrespondence(session, request)
    context.print(card, () => cardTable(context, [card]))
  } else if (subject !== undefined) {
    await dropCorrespondence(session, subject)
    context.print({ removed: subject }, () => subject)
  } else {
    const cards = await correspondencesOf(session)
    context.print(cards, () => cardTable(context, cards))
  }
  return exitCode.done
}

function requestOf({ invocation: { options } }: CliContext, dataSet: string) {
  const [column, day] = [textOption(options, 'date'), textOption(options, 'day')]
  if ((column === undefined) === (day === undefined))
    throw new UsageError('correspondence add takes --date COLUMN or --day YYYY-MM-DD')
  return {
    id: requireText(options, 'as'),
    dataSet,
    from: requireText(options, 'from'),
    to: requireText(options, 'to'),
    date: column === undefined ? { day: day ?? '' } : { column },
    weight: textOption(options, 'weight'),
  }
}

const cardTable = ({ say }: CliContext, cards: readonly CorrespondenceCard[]): string =>
  textTable(
    [say('list.id'), say('list.changes'), say('list.from'), say('list.to'), say('list.source')],
    cards.map(({ id, changes, first, last, source }) => [id, changes, first, last, source]),
  )
