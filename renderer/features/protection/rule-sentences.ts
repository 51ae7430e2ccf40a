import type { DisclosureSummary } from '../../../analyses/model/disclosure'
import { useLanguage } from '../../i18n'

/** The rules that were applied, without the parameters that stay a secret of the project. */
export function useRuleSentences({ rules }: DisclosureSummary): readonly string[] {
  const { t } = useLanguage()
  const others = [
    ...(rules.concentration ? [t('rule.concentration')] : []),
    ...(rules.group && rules.treatment === 'suppress' ? [t('rule.group')] : []),
    ...(rules.extremes ? [t('rule.extremes')] : []),
  ]
  if (rules.treatment === 'round')
    return [
      t('rule.round', { base: rules.base ?? 3 }),
      t('rule.roundMinimum', { minimum: rules.minimum }),
      ...others,
    ]
  return [
    t('rule.minimum', { minimum: rules.minimum }),
    ...(rules.zeros ? [t('rule.zeros')] : []),
    ...others,
    t('rule.suppress'),
  ]
}
