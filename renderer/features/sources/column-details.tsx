import type { Column } from '../../../analyses/model/data-set'
import { useLanguage } from '../../i18n'
import { ColumnMeaning } from './column-meaning'
import { ColumnReading } from './column-reading'
import { evidenceDetails, evidenceLine } from './evidence-words'
import type { ImportDraft } from './import-draft'
import { ProblemList } from './problem-list'
import { SpecialValues } from './special-values'

/** Everything that is known of a column, and everything that can be said about it. */
export function ColumnDetails({ column, draft }: { readonly column: Column; readonly draft: ImportDraft }) {
  const language = useLanguage()
  const { t } = language
  const { preview } = draft
  const masked = draft.masked.has(column.name)
  const problems = masked ? [] : preview.problems.filter((problem) => problem.column === column.name)
  const line = evidenceLine(column, language)
  const evidence = masked ? [] : [...(line === null ? [] : [line]), ...evidenceDetails(column, language)]
  const derived = preview.columns.filter((one) => one.derived?.from === column.name)
  return (
    <div className="details">
      {problems.length > 0 && <ProblemList problems={problems} />}
      {evidence.length > 0 && (
        <section>
          <h2 className="minor">{t('columns.why')}</h2>
          <ul className="plain-list">
            {[...new Set(evidence)].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <p>
        {t('columns.unit')}: {column.unit ?? <span className="quiet">{t('columns.noUnit')}</span>}
      </p>
      {derived.length > 0 && (
        <p>
          {t('columns.makes')}{' '}
          {derived.map(({ name, derived: made }) => (
            <span key={name}>
              <code>{name}</code> ({made ? t(`derived.${made.as}`) : ''}){' '}
            </span>
          ))}
        </p>
      )}
      <ColumnReading
        name={column.name}
        type={draft.said(column.name).type ?? column.type}
        said={draft.said(column.name)}
        onChange={(change) => draft.setColumn(column.name, change)}
      />
      {!masked && (
        <ColumnMeaning
          column={column}
          role={draft.said(column.name).role ?? column.role}
          said={draft.said(column.name)}
          onChange={(change) => draft.setColumn(column.name, change)}
        />
      )}
      {!masked && (
        <SpecialValues
          found={column.special ?? []}
          said={draft.said(column.name).special}
          onChange={(special) => draft.setColumn(column.name, { special })}
        />
      )}
    </div>
  )
}
