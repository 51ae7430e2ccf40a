import { type DataSet, type Dialect, isTextDialect } from '../../../analyses/model/data-set'
import { Facts } from '../../components/screen'
import { ScrollArea } from '../../components/scroll-area'
import { type Formats, type Translate, useLanguage } from '../../i18n'
import { CountSum } from './count-sum'
import { dialectWords } from './dialect-words'
import { ReceiptDecisions } from './receipt-decisions'

const headerFact = (dialect: Dialect, t: Translate, formats: Formats) =>
  isTextDialect(dialect)
    ? [
        {
          label: t('receipt.headerLine'),
          value: dialect.headerLine === null ? t('receipt.noHeader') : formats.integer(dialect.headerLine),
        },
      ]
    : Object.entries(dialect.facts).map(([label, value]) => ({ label, value }))

export function ReceiptView({ dataSet }: { readonly dataSet: DataSet }) {
  const { t, formats } = useLanguage()
  const { receipt, source } = dataSet
  const dialect = receipt.dialect ?? source.dialect
  return (
    <ScrollArea className="scroll stack" label={t('data.tabReceipt')}>
      <section className="stack" aria-labelledby="sum">
        <h2 id="sum">{t('receipt.sum')}</h2>
        <CountSum rows={receipt.rows} />
        <p className="quiet">{t('receipt.sumText', { header: receipt.header })}</p>
        {receipt.observations !== undefined && (
          <p>
            {t('receipt.observations', {
              count: receipt.observations,
              formatted: formats.integer(receipt.observations),
            })}
          </p>
        )}
      </section>
      <section className="stack" aria-labelledby="source">
        <h2 id="source">{t('receipt.source')}</h2>
        <Facts
          items={[
            { label: t('receipt.file'), value: source.file },
            ...(receipt.table
              ? [{ label: t('receipt.table'), value: receipt.table.title || receipt.table.id }]
              : []),
            { label: t('receipt.size'), value: formats.bytes(source.bytes) },
            { label: t('receipt.encoding'), value: source.encoding },
            { label: t('receipt.dialect'), value: dialectWords(dialect, t) },
            ...headerFact(dialect, t, formats),
            { label: t('receipt.sha256'), value: <code className="digest">{source.sha256}</code> },
            { label: t('receipt.importedAt'), value: formats.dateTime(dataSet.importedAt) },
          ]}
        />
      </section>
      <ReceiptDecisions receipt={receipt} />
    </ScrollArea>
  )
}
