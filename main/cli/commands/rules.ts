import { resolve } from 'node:path'
import type { DisclosureRules } from '../../../analyses/model/disclosure'
import { changedRules, rulesOf, setRules } from '../../commands/disclosure-commands'
import { pairs, requireText, UsageError } from '../arguments'
import type { CliCommand } from '../context'
import { exitCode } from '../exit-codes'
import { textTable } from '../output'

/** The project's rules of disclosure; changes those that `--set` names. */
export const rulesCommand: CliCommand = async (context) => {
  const { invocation, terminal, session, job, say } = context
  const changes = Object.fromEntries(
    [...pairs(invocation.options['set'], '--set')].map(([name, text]) => [name, ruleValue(name, text)]),
  )
  await session.openAt(resolve(terminal.cwd, requireText(invocation.options, 'project')), false, job)
  const before = await rulesOf(session)
  const changed = Object.keys(changes).length > 0
  const rules = changed ? await setRules(session, changedRules(before, changes)) : before
  context.print(rules, () => textTable([say('rules.name'), say('rules.value')], ruleRows(rules)))
  return exitCode.done
}

const nothing = /^(none|off|no)$/i

/** `2:85` is a dominance rule, `round:5` a treatment, `totals,sexes` a list, `none` switches a rule off. */
function ruleValue(name: string, text: string): unknown {
  const value = text.trim()
  switch (name) {
    case 'minimum':
    case 'p':
    case 'protection':
      if (name === 'p' && nothing.test(value)) return null
      return value === '' ? value : Number(value)
    case 'zeros':
    case 'group':
    case 'extremes':
      return value === 'true' ? true : value === 'false' ? false : value
    case 'dominance': {
      if (nothing.test(value)) return null
      const [n = '', k = ''] = value.split(':', 2)
      return { n: Number(n), k: Number(k) }
    }
    case 'treatment': {
      const [kind = '', base = ''] = value.split(':', 2)
      return kind === 'round' ? { kind, base: Number(base) } : { kind }
    }
    case 'keep':
      return nothing.test(value) ? [] : value.split(',').map((one) => one.trim())
    default:
      throw new UsageError(`--set knows ${names.join(', ')}, not "${name}"`)
  }
}

const names: readonly (keyof DisclosureRules)[] = [
  'minimum',
  'zeros',
  'p',
  'dominance',
  'group',
  'extremes',
  'protection',
  'treatment',
  'keep',
]

/** As they are typed after `--set`. */
const ruleRows = (rules: DisclosureRules): readonly (readonly [string, string])[] => [
  ['minimum', String(rules.minimum)],
  ['zeros', String(rules.zeros)],
  ['p', rules.p === null ? 'none' : String(rules.p)],
  ['dominance', rules.dominance === null ? 'none' : `${rules.dominance.n}:${rules.dominance.k}`],
  ['group', String(rules.group)],
  ['extremes', String(rules.extremes)],
  ['protection', String(rules.protection)],
  ['treatment', rules.treatment.kind === 'round' ? `round:${rules.treatment.base}` : 'suppress'],
  ['keep', rules.keep.length === 0 ? 'none' : rules.keep.join(',')],
]
