import type { ShapeStep } from '../../../analyses/model/shape-step'
import { useLanguage } from '../../i18n'

const named = 4

/** A step of shape as a sentence. */
export function StepWords({ step }: { readonly step: ShapeStep }) {
  const { t } = useLanguage()
  switch (step.kind) {
    case 'wide-to-long': {
      const first = step.columns.slice(0, named).join(', ')
      const more = step.columns.length - named
      const columns = more > 0 ? t('evidence.andMore', { values: first, count: more }) : first
      const into = step.into.map(({ name }) => name).join(', ')
      return t('shape.words.long', { count: step.columns.length, columns, into, value: step.value })
    }
    case 'long-to-wide':
      return t('shape.words.wide', { names: step.names, values: step.values })
    case 'add-level':
      return t('shape.words.level', { column: step.column })
    case 'join-time': {
      const { date, time, into } = step
      const parts = [date, time].flatMap((part) => (typeof part === 'string' ? [part] : Object.values(part)))
      return t('shape.words.time', { columns: parts.filter(Boolean).join(', '), into })
    }
    case 'differences':
      return t('shape.words.differences', { column: step.column, order: step.order, into: step.into })
  }
}
