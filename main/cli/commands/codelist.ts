import { resolve } from 'node:path'
import type { CodeListCard } from '../../../analyses/model/code-list-card'
import { addCodeList, codeListsOf, dropCodeList } from '../../commands/territory-commands'
import { requireText, textOption, UsageError } from '../arguments'
import type { CliCommand, CliContext } from '../context'
import { exitCode } from '../exit-codes'
import { textTable } from '../output'

/** The code lists there are; declares a data set one, or takes one away. */
export const codeListCommand: CliCommand = async (context) => {
  const { invocation, terminal, session, job } = context
  const [verb = 'list', subject, ...more] = invocation.words
  const known = subject === undefined ? verb === 'list' : verb === 'add' || verb === 'remove'
  if (!known || more.length > 0) throw new UsageError('codelist takes list, add DATASET or remove ID')
  const request = verb === 'add' ? requestOf(context, subject ?? '') : null
  await session.openAt(resolve(terminal.cwd, requireText(invocation.options, 'project')), false, job)
  if (request !== null) {
    const card = await addCodeList(session, request)
    context.print(card, () => cardTable(context, [card]))
  } else if (subject !== undefined) {
    await dropCodeList(session, subject)
    context.print({ removed: subject }, () => subject)
  } else {
    const cards = await codeListsOf(session)
    context.print(cards, () => cardTable(context, cards))
  }
  return exitCode.done
}

function requestOf({ invocation: { options } }: CliContext, dataSet: string) {
  const text = (name: string) => textOption(options, name)
  return {
    id: requireText(options, 'as'),
    dataSet,
    code: requireText(options, 'code'),
    level: requireText(options, 'level'),
    label: text('label'),
    parent: text('parent'),
    validFrom: text('valid-from'),
    validTo: text('valid-to'),
    on: text('on'),
    edition: text('edition'),
    country: text('country'),
  }
}

const cardTable = ({ say }: CliContext, cards: readonly CodeListCard[]): string =>
  textTable(
    [say('list.id'), say('list.codes'), say('list.from'), say('list.to'), say('list.source')],
    cards.map(({ id, size, validFrom, validTo, source }) => [
      id,
      size ?? '',
      validFrom ?? '',
      validTo ?? '',
      source,
    ]),
  )
