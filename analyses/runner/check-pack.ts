import { type Fault, fault } from '../model/fault'
import type { MethodStep, Pack } from '../model/pack'
import { citationShelf } from '../reference/citations'
import { stepMethods } from './steps'
import { optionFaults } from './steps/step-method'

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
      option.kind === 'value' ? option.value : (pack.manifest.params[option.name]?.default ?? ''),
    ]),
  )
  return [...optionFaults(method, options)].map(([option, detail]) =>
    fault('pack.method-option', { method: step.method, option, detail }, `${place}.with.${option}`),
  )
}
