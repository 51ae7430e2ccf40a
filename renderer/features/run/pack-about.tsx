import type { PackCard } from '../../../analyses/model/pack-card'
import { Icon } from '../../components/icon'
import { Panel } from '../../components/screen'
import { useLanguage } from '../../i18n'

/** What an analysis gives, and above all when not to use it. */
export function PackAbout({ pack, onClose }: { readonly pack: PackCard; readonly onClose: () => void }) {
  const { t } = useLanguage()
  return (
    <Panel title={t('analyses.about')} onClose={onClose}>
      <section>
        <h3>{t('analyses.uses')}</h3>
        <ul className="plain-list">
          {pack.uses.map((use) => (
            <li key={use}>{use}</li>
          ))}
        </ul>
      </section>
      {pack.limits.length > 0 && (
        <section>
          <h3 className="with-icon">
            <Icon name="warning" />
            {t('analyses.limits')}
          </h3>
          <ul className="plain-list">
            {pack.limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{t('analyses.outputs')}</h3>
        <ul className="plain-list">
          {pack.outputs.map(({ table, title }) => (
            <li key={table}>{title}</li>
          ))}
        </ul>
      </section>
      {pack.citations.length > 0 && (
        <section>
          <h3>{t('analyses.citations')}</h3>
          <ul className="plain-list">
            {pack.citations.map((citation) => (
              <li key={citation}>{citation}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="quiet">{t('analyses.version', { id: pack.id, version: pack.version })}</p>
    </Panel>
  )
}
