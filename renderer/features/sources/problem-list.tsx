import type { Problem } from '../../../analyses/model/data-set'
import { Icon } from '../../components/icon'
import { useLanguage } from '../../i18n'

/** From so many problems on (thousands of columns), the rest is counted and not listed. */
const problemsAtOnce = 50

export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const { t, problem: sentence } = useLanguage()
  const more = problems.length - problemsAtOnce
  return (
    <ul className="problem-list" aria-label={t('problems.label')}>
      {problems.slice(0, problemsAtOnce).map((problem) => (
        <li key={`${problem.code}:${problem.column ?? ''}`}>
          <Icon name="warning" />
          <span>{sentence(problem)}</span>
        </li>
      ))}
      {more > 0 && <li className="quiet">{t('problems.more', { count: more })}</li>}
    </ul>
  )
}
