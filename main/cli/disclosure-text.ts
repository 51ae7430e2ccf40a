import type { DisclosureSummary } from '../../analyses/model/disclosure'
import type { Say } from './messages'

/** What protection did, for who exports: the same facts the report itself states. */
export function disclosureText(say: Say, summary: DisclosureSummary): string {
  if (!summary.applies) return say('disclosure.nobody')
  const { primary, secondary, cells, withheld, rules, audit, rounding } = summary
  return [
    say(rules.treatment === 'round' ? 'disclosure.round-rule' : 'disclosure.rule', {
      minimum: rules.minimum,
    }),
    rules.treatment === 'round'
      ? say('disclosure.rounded', {
          ...{ cells, base: rules.base ?? 0, width: rounding?.width ?? 0 },
          additive: rounding?.additive === true ? 'yes' : 'no',
        })
      : say('disclosure.hidden', { cells, primary, secondary }),
    ...(withheld === 0 ? [] : [say('disclosure.withheld', { count: withheld })]),
    ...(audit.attacked === 0
      ? []
      : [say('disclosure.attacked', { attacked: audit.attacked, protected: audit.protected })]),
    audit.ledger === false
      ? say('disclosure.no-ledger')
      : say('disclosure.earlier', { count: audit.earlier }),
  ].join('\n')
}
