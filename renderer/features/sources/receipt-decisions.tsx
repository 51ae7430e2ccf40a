import type { DataSetReceipt } from '../../../analyses/model/data-set'
import type { PersonalRecord } from '../../../analyses/model/personal-data'
import { type Language, useLanguage } from '../../i18n'
import { StepWords } from './step-words'

/** A decision about personal data as a sentence. */
export const decisionWords = ({ action, derive = [], ground }: PersonalRecord, { t }: Language): string => {
  const facts = derive.map((fact) => t(`personal.fact.${fact}`)).join(', ')
  return [
    t(`personal.done.${action}`),
    facts === '' ? '' : t('personal.derived', { facts }),
    ground === undefined ? '' : t('personal.groundWas', { ground }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** What a person decided on the way: about columns that identify persons, about special values, about shape. */
export function ReceiptDecisions({ receipt }: { readonly receipt: DataSetReceipt }) {
  const language = useLanguage()
  const { t, formats } = language
  const { personal = [], steps = [], columns } = receipt
  const marks = columns.flatMap(({ name, special = [] }) => special.map((mark) => ({ name, ...mark })))
  return (
    <>
      {personal.length > 0 && (
        <section className="stack-small" aria-labelledby="decisions">
          <h2 id="decisions">{t('receipt.personal')}</h2>
          <ul className="plain-list">
            {personal.map((record) => (
              <li key={record.column}>
                <code>{record.column}</code>
                {record.kind !== null && ` (${t(`personal.${record.kind}`)})`}:{' '}
                {decisionWords(record, language)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {steps.length > 0 && (
        <section className="stack-small" aria-labelledby="steps">
          <h2 id="steps">{t('receipt.steps')}</h2>
          <ol className="plain-list">
            {steps.map((step) => (
              <li key={JSON.stringify(step)}>
                <StepWords step={step} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {marks.length > 0 && (
        <section className="stack-small" aria-labelledby="marks">
          <h2 id="marks">{t('special.title')}</h2>
          <div className="scroll-box">
            <table className="table table-narrow">
              <thead>
                <tr>
                  <th scope="col">{t('shape.column')}</th>
                  <th scope="col">{t('special.token')}</th>
                  <th scope="col">{t('special.meaning')}</th>
                  <th scope="col" className="number">
                    {t('special.count')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {marks.slice(0, 100).map(({ name, token, status, count }) => (
                  <tr key={`${name}:${token}`}>
                    <th scope="row">
                      <code>{name}</code>
                    </th>
                    <td>
                      <code>{token}</code>
                    </td>
                    <td>{t(`special.${status}`)}</td>
                    <td className="number">{formats.integer(count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </>
  )
}
