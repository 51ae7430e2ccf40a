import { useState } from 'react'
import type { ChartBlock } from '../../../analyses/model/report-document'
import { Chart } from '../../components/chart'
import { useLanguage } from '../../i18n'
import { useTheme } from '../session/theme-context'
import { SmallTable } from './small-table'

/** A chart with its finding, its sentence and its numbers; the reader chooses between picture and table. */
export function ChartBlockView({ block }: { readonly block: ChartBlock }) {
  const { t } = useLanguage()
  const theme = useTheme()
  const [shown, setShown] = useState<'chart' | 'table'>('chart')
  return (
    <figure className="figure" aria-labelledby={`chart-${block.id}`}>
      <div className="figure-head">
        <div>
          <h3 id={`chart-${block.id}`}>{block.title}</h3>
          <p className="quiet">{block.subtitle}</p>
        </div>
        <fieldset className="switch" aria-label={t('chart.show')}>
          {(['chart', 'table'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="switch-part"
              aria-pressed={shown === one}
              onClick={() => setShown(one)}
            >
              {t(`chart.${one}`)}
            </button>
          ))}
        </fieldset>
      </div>
      {shown === 'chart' ? (
        <Chart spec={block.spec} alt={block.alt} dark={theme === 'dark'} />
      ) : (
        <SmallTable block={block.table} />
      )}
      <figcaption>
        <p>{block.alt}</p>
        <p className="quiet figure-foot">{block.foot}</p>
      </figcaption>
    </figure>
  )
}
