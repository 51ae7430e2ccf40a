import type { SourcePreview } from '../../../analyses/model/data-set'
import { Note } from '../../components/states'
import { useLanguage } from '../../i18n'

/** So many changes are named above the preview; the tab of problems has them all. */
const namedChanges = 3

/** What is not as the recipe knew it, before anything is loaded by it. */
export function RecipeChanges({ preview }: { readonly preview: SourcePreview }) {
  const { t, problem } = useLanguage()
  const changes = preview.problems.filter(({ code }) => code.startsWith('recipe.'))
  if (changes.length === 0)
    return (
      <Note tone="good" role="status">
        <p>{t('recipe.same')}</p>
      </Note>
    )
  const more = changes.length - namedChanges
  return (
    <Note tone="attention" role="status">
      <p>{t('recipe.changed', { count: changes.length })}</p>
      <ul className="plain-list">
        {changes.slice(0, namedChanges).map((change) => (
          <li key={`${change.code}:${change.column ?? ''}:${change.subject ?? ''}`}>{problem(change)}</li>
        ))}
        {more > 0 && <li>{t('problems.more', { count: more })}</li>}
      </ul>
    </Note>
  )
}
