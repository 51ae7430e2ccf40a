import type { BrokenPack } from '../../../analyses/model/pack-card'
import { FaultNote } from '../../components/states'
import { useLanguage } from '../../i18n'

/** Analyses that could not be read, with the place of each mistake; the others work. */
export function BrokenPacks({ broken }: { readonly broken: readonly BrokenPack[] }) {
  const { t } = useLanguage()
  return (
    <section className="stack" aria-labelledby="broken">
      <h2 id="broken">{t('analyses.broken', { count: broken.length })}</h2>
      <p>{t('analyses.brokenText')}</p>
      {broken.map(({ folder, faults }) => (
        <div key={folder} className="stack">
          <p>
            <code>{folder}</code>
          </p>
          {faults.map((fault) => (
            <FaultNote
              key={`${fault.code}${fault.path ?? ''}${JSON.stringify(fault.values)}`}
              fault={fault}
            />
          ))}
        </div>
      ))}
    </section>
  )
}
