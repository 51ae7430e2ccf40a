import type { Fault } from '../../../analyses/model/fault'

/** Whether a fault names this need, column or parameter, in its facts or at the end of its path. */
export function concerns(fault: Fault, what: 'need' | 'column' | 'param', name: string): boolean {
  // Where a source column is missing, `column` names that one and `needed` the field it should have filled.
  const named = what === 'column' ? (fault.values['needed'] ?? fault.values['column']) : fault.values[what]
  if (named === name) return true
  const place = fault.path?.split(':').at(-1)?.split('.') ?? []
  const group = { need: 'bindings', column: 'columns', param: 'params' }[what]
  return place.some((part, index) => part === group && place[index + 1] === name)
}
