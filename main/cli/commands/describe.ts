import type { NeedCard, PackCard, ParamCard } from '../../../analyses/model/pack-card'
import { cardOf } from '../../commands/pack-cards'
import { UsageError } from '../arguments'
import type { CliCommand, CliContext } from '../context'
import { exitCode } from '../exit-codes'

type Say = CliContext['say']

/** One pack as a planner would read it before using it. */
export const describeCommand: CliCommand = async (context) => {
  const [id, ...more] = context.invocation.words
  if (id === undefined || more.length > 0) throw new UsageError('describe takes one PACK')
  const card = cardOf(await context.session.packs.find(id), context.locale)
  context.print(card, () => cardText(context, card))
  return exitCode.done
}

function cardText({ say }: CliContext, card: PackCard): string {
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `${title}:`, ...lines]
  return [
    `${card.title}  (${card.id} ${card.version})`,
    '',
    `${say(`area.${card.area}`)} ${say('describe.question')}: ${card.question}`,
    ...section(
      say('describe.uses'),
      card.uses.map((use) => `  - ${use}`),
    ),
    ...section(
      say('describe.limits'),
      card.limits.map((limit) => `  - ${limit}`),
    ),
    ...section(
      say('describe.needs'),
      card.needs.flatMap((need) => needLines(need, say)),
    ),
    ...section(
      say('describe.params'),
      card.params.flatMap((param) => paramLines(param, say)),
    ),
    ...section(
      say('describe.outputs'),
      card.outputs.flatMap((output) => [
        `  ${output.table}: ${output.title}`,
        ...output.columns.map(
          (column) => `    ${column.name}: ${column.title}${column.unit === '' ? '' : ` [${column.unit}]`}`,
        ),
      ]),
    ),
    ...section(
      say('describe.cite'),
      card.citations.map((citation) => `  ${citation}`),
    ),
  ].join('\n')
}

function needLines(need: NeedCard, say: Say): readonly string[] {
  const marks = (...parts: readonly (string | false)[]) => {
    const said = parts.filter((part) => part !== false)
    return said.length === 0 ? '' : ` (${said.join(', ')})`
  }
  return [
    `  ${need.name}${marks(need.optional && say('describe.optional'))}: ${need.title}. ${need.help}`,
    ...need.forms.map((form) => `    ${form.name}: ${form.title} (${form.columns.join(', ')})`),
    ...need.columns.map(
      (column) =>
        `    ${need.name}.${column.name}${marks(
          !column.required && !column.rest && say('describe.optional'),
          column.many && say('describe.many'),
          column.rest && say('describe.rest'),
        )}: ${column.title}. ${column.help}`,
    ),
  ]
}

function paramLines(param: ParamCard, say: Say): readonly string[] {
  const { default: value, min, max, options = [] } = param
  const unset = value === null || value === '' || (Array.isArray(value) && value.length === 0)
  const standard = unset ? say('describe.unset') : say('describe.default', { value: String(value) })
  const range = min === undefined || max === undefined ? [] : [`${min}..${max}`]
  return [
    `  ${param.name} (${[standard, ...range].join(', ')}): ${param.title}. ${param.help}`,
    ...options.map((option) => `    ${option.value}: ${option.title}`),
  ]
}
