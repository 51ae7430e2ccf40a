import type { RowCounts } from '../../../analyses/model/data-set'
import { useLanguage } from '../../i18n'

/** The receipt's promise as a sum that can be checked by eye: nothing is lost without a word. */
export function CountSum({ rows, about = false }: { readonly rows: RowCounts; readonly about?: boolean }) {
  const { t, formats } = useLanguage()
  const parts = [
    { label: t('receipt.loaded'), count: rows.loaded, tone: 'good' },
    { label: t('receipt.rejected'), count: rows.rejected, tone: rows.rejected > 0 ? 'attention' : '' },
    { label: t('receipt.preamble'), count: rows.preamble, tone: '' },
    { label: t('receipt.footer'), count: rows.footer, tone: '' },
  ]
  return (
    <p className="sum">
      <span className="sum-part">
        <strong className="number">{`${about ? '≈ ' : ''}${formats.integer(rows.read)}`}</strong>
        <span>{t('receipt.read')}</span>
      </span>
      {parts.map(({ label, count, tone }, index) => (
        <span className="sum-part" key={label}>
          <span className="sum-sign">{index === 0 ? '=' : '+'}</span>
          <strong className={`number tone-text-${tone}`}>{formats.integer(count)}</strong>
          <span>{label}</span>
        </span>
      ))}
    </p>
  )
}
