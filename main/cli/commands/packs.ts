import { faultText } from '../../../analyses/model/fault-text'
import type { PackCard } from '../../../analyses/model/pack-card'
import { cardOf } from '../../commands/pack-cards'
import { UsageError } from '../arguments'
import type { CliCommand, CliContext } from '../context'
import { exitCode } from '../exit-codes'
import { faultDocument } from '../output'

/** The packs there are by the question they answer, and the folders that cannot be used with their reasons. */
export const packsCommand: CliCommand = async (context) => {
  const { packs, broken } = await context.session.packs.all()
  const cards = packs.map((pack) => cardOf(pack, context.locale))
  const wrecks = broken.map(({ folder, faults }) => ({
    folder,
    faults: faults.map((one) => faultDocument(one, context.locale)),
  }))
  context.print({ packs: cards, broken: wrecks }, () =>
    [
      ...cards.map((card) => `${card.id}  ${card.version}  ${card.question}`),
      ...broken.flatMap(({ folder, faults }) => [
        `! ${context.say('packs.broken', { folder })}`,
        ...faults.map((one) => `    ${one.path ?? ''} ${faultText(one, context.locale)}`),
      ]),
    ].join('\n'),
  )
  return exitCode.done
}

/** One pack as a planner would read it before using it. */
export const describeCommand: CliCommand = async (context) => {
  const [id, ...more] = context.invocation.words
  if (id === undefined || more.length > 0) throw new UsageError('describe takes one PACK')
  const card = cardOf(await context.session.packs.find(id), context.locale)
  context.print(card, () => cardText(context, card))
  return exitCode.done
}

function cardText({ say }: CliContext, card: PackCard): string {
  const optional = (required: boolean) => (required ? '' : ` (${say('describe.optional')})`)
  return [
    `${card.title}  (${card.id} ${card.version})`,
    '',
    `${say('describe.question')}: ${card.question}`,
    '',
    `${say('describe.limits')}:`,
    ...card.limits.map((limit) => `  - ${limit}`),
    '',
    `${say('describe.needs')}:`,
    ...card.needs.flatMap((need) => [
      `  ${need.name}: ${need.title}. ${need.help}`,
      ...need.forms.map((form) => `    ${form.name}: ${form.title} (${form.columns.join(', ')})`),
      ...need.columns.map(
        (column) =>
          `    ${need.name}.${column.name}${optional(column.required)}: ${column.title}. ${column.help}`,
      ),
    ]),
    '',
    `${say('describe.params')}:`,
    ...card.params.map(
      (param) =>
        `  ${param.name} (${say('describe.default', { value: String(param.default) })}): ${param.title}. ${param.help}`,
    ),
    '',
    `${say('describe.outputs')}:`,
    ...card.outputs.flatMap((output) => [
      `  ${output.table}: ${output.title}`,
      ...output.columns.map(
        (column) => `    ${column.name}: ${column.title}${column.unit === '' ? '' : ` [${column.unit}]`}`,
      ),
    ]),
    '',
    `${say('describe.cite')}:`,
    ...card.citations.map((citation) => `  ${citation}`),
  ].join('\n')
}
