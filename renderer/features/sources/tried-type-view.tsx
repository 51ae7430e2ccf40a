import type { TriedType } from '../../../analyses/model/tried-type'
import { Note } from '../../components/states'
import { useLanguage } from '../../i18n'

/** What a column would lose under another type, with examples and their lines. */
export function TriedTypeView({ tried }: { readonly tried: TriedType }) {
  const { t, formats } = useLanguage()
  const { filled, read, marks, failing, examples, ambiguousDate } = tried
  return (
    <div className="stack-small" role="status">
      <Note tone={failing > 0 ? 'attention' : 'good'}>
        <p>
          {failing > 0
            ? t('retype.loss', {
                count: failing,
                formatted: formats.integer(failing),
                share: formats.percent(failing / Math.max(1, filled)),
              })
            : t('retype.noLoss')}
        </p>
        <p className="quiet">
          {t('retype.counts', {
            filled: formats.integer(filled),
            read: formats.integer(read),
            marks: formats.integer(marks),
          })}
        </p>
      </Note>
      {ambiguousDate && (
        <Note tone="attention">
          <p>{t('retype.ambiguous')}</p>
        </Note>
      )}
      {examples.length > 0 && (
        <table className="table table-narrow">
          <caption>{t('retype.examples')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('retype.text')}</th>
              <th scope="col" className="number">
                {t('special.count')}
              </th>
              <th scope="col" className="number">
                {t('retype.line')}
              </th>
            </tr>
          </thead>
          <tbody>
            {examples.map(({ text, count, line }) => (
              <tr key={text}>
                <th scope="row">
                  <code>{text}</code>
                </th>
                <td className="number">{formats.integer(count)}</td>
                <td className="number">{formats.integer(line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
