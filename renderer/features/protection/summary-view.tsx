import type { DisclosureSummary } from '../../../analyses/model/disclosure'
import { Icon } from '../../components/icon'
import { isMessageKey, useLanguage } from '../../i18n'
import { ReasonBars } from './reason-bars'
import { useRuleSentences } from './rule-sentences'

/** What was hidden and why, and whether what is left can give it away: in sentences a reader of the report may see too. */
export function SummaryView({ summary }: { readonly summary: DisclosureSummary }) {
  const { t, formats } = useLanguage()
  const sentences = useRuleSentences(summary)
  if (!summary.applies) return <p>{t('protection.notNeeded')}</p>
  const hidden = summary.primary + summary.secondary
  const reasons = Object.entries(summary.reasons)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
  const { audit } = summary
  const safe = audit.protected === audit.attacked
  return (
    <div className="stack protection-summary">
      {hidden === 0 ? (
        <p>{t('export.nothingHidden', { cells: formats.integer(summary.cells) })}</p>
      ) : (
        <p className="protection-lead">
          <strong>{formats.integer(hidden)}</strong>{' '}
          {t('protection.hiddenOf', { hidden, all: formats.integer(summary.cells) })}
        </p>
      )}
      {summary.rounding !== undefined && (
        <p>
          {t('protection.rounded', {
            cells: formats.integer(summary.rounding.cells),
            width: formats.integer(summary.rounding.width ?? 0),
          })}{' '}
          {!summary.rounding.additive && t('protection.roundedAlone')}
        </p>
      )}
      {hidden + summary.withheld > 0 && (
        <ul className="plain-list">
          {summary.primary > 0 && <li>{t('protection.primary', { count: summary.primary })}</li>}
          {summary.secondary > 0 && <li>{t('protection.secondary', { count: summary.secondary })}</li>}
          {summary.lost !== null && summary.lost > 0 && (
            <li>
              {summary.lost < 0.01
                ? t('protection.lostLittle')
                : t('protection.lost', { share: formats.percent(summary.lost) })}
            </li>
          )}
          {summary.withheld > 0 && <li>{t('protection.withheld', { count: summary.withheld })}</li>}
        </ul>
      )}
      {reasons.length > 0 && (
        <div className="stack-small">
          <h3>{t('protection.reasons')}</h3>
          <ReasonBars
            items={reasons.map(([reason, count]) => {
              const key = `reason.${reason}`
              return { label: isMessageKey(key) ? t(key) : reason, count }
            })}
          />
        </div>
      )}
      <div className="stack-small">
        <h3>{t('protection.audit')}</h3>
        <p className="with-icon protection-audit">
          <span className={safe ? 'tone-good' : 'tone-bad'}>
            <Icon name={safe ? 'check' : 'bad'} />
          </span>
          <span>
            {audit.attacked === 0
              ? t('protection.auditNothing')
              : t('protection.auditText', { attacked: audit.attacked, kept: audit.protected })}
          </span>
        </p>
        {audit.earlier > 0 && <p>{t('protection.earlier', { count: audit.earlier })}</p>}
        {hidden > 0 && (
          <p className="quiet">{t(audit.optimal ? 'protection.optimal' : 'protection.notOptimal')}</p>
        )}
      </div>
      <div className="stack-small">
        <h3>{t('protection.rulesApplied')}</h3>
        <ul className="plain-list">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
