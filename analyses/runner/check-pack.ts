import { type Fault, fault } from '../model/fault'
import type { MethodStep, Pack } from '../model/pack'
import { citationShelf } from '../reference/citations'
import { stepMethods } from './steps'
import { type AnyStep, isTablesStep, optionFaults } from './steps/step-method'

/**
 * What the parser cannot know: whether the methods exist, whether their options are allowed, whether the citations
 * are on the shelf. Parameters stand for their defaults here; a run checks its own values.
 */
export function checkPack(pack: Pack): readonly Fault[] {
  const citations = pack.manifest.cite
    .filter((key) => !citationShelf.has(key))
    .map((key) => fault('pack.citation-unknown', { key }, 'pack.yaml:cite'))
  return [
    ...citations,
    ...pack.steps.flatMap((step) => (step.kind === 'method' ? methodFaults(step, pack) : [])),
  ]
}

function methodFaults(step: MethodStep, pack: Pack): Fault[] {
  const place = `pack.yaml:steps.${step.name}`
  const method = stepMethods.get(step.method)
  if (method === undefined) {
    const known = [...stepMethods.keys()].sort().join(', ')
    return [fault('pack.method-unknown', { method: step.method, known }, `${place}.method`)]
  }
  const options = Object.fromEntries(
    Object.entries(step.options).map(([name, option]) => [
      name,
      option.kind === 'value' ? option.value : (pack.manifest.params[option.name]?.default ?? null),
    ]),
  )
  return [
    ...shapeFaults(step, method, place),
    ...[...optionFaults(method, options)].map(([option, detail]) =>
      fault('pack.method-option', { method: step.method, option, detail }, `${place}.with.${option}`),
    ),
  ]
}

/** Does the step read as many tables as its method, and name outputs the method has? */
function shapeFaults(step: MethodStep, method: AnyStep, place: string): Fault[] {
  const inputs = isTablesStep(method) ? method.inputs : ['rows']
  const needed = inputs.filter((input) => !input.endsWith('?')).length
  const gives = isTablesStep(method) ? method.gives : []
  const known = [...gives, ...(step.each.length > 0 ? ['refused'] : [])]
  const wrong = (detail: string, at: string) =>
    fault('pack.method-shape', { method: step.method, detail }, `${place}.${at}`)
  return [
    ...(step.from.length < needed || step.from.length > inputs.length
      ? [wrong(inputs.join(', '), 'from')]
      : []),
    ...[...step.gives.keys()]
      .filter((output) => !known.includes(output))
      .map(() => wrong(known.join(', '), 'gives')),
    ...(gives.length > 1 && step.gives.size === 0 ? [wrong(gives.join(', '), 'gives')] : []),
    ...(step.each.length > 0 && !isTablesStep(method) ? [wrong('–', 'each')] : []),
  ]
}
