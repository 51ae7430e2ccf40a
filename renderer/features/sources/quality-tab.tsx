import type { DataSetProfile, QualityFinding } from '../../../analyses/model/profile'
import { isCancelled } from '../../client/call'
import type { LongReading } from '../../client/use-long-call'
import { Button } from '../../components/button'
import { Icon, type IconName } from '../../components/icon'
import { Late } from '../../components/late'
import { Progress } from '../../components/progress'
import { ScrollArea } from '../../components/scroll-area'
import { EmptyState, FaultNote, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useColumnSearch } from './column-dictionary'
import { ColumnCard } from './column-profile'

const icons: Readonly<Record<QualityFinding['severity'], IconName>> = {
  serious: 'bad',
  notable: 'warning',
  note: 'info',
}
const tones = { serious: 'bad', notable: 'attention', note: 'note' } as const

interface QualityTabProps {
  readonly name: string
  readonly reading: LongReading<DataSetProfile>
}

/** What is known of the quality of a data set: findings first, then how each column lies. */
export function QualityTab({ name, reading }: QualityTabProps) {
  const { t } = useLanguage()
  const { value, fault, loading, progress, cancel, reload } = reading
  if (fault)
    return isCancelled(fault) ? (
      <EmptyState
        icon="search"
        title={t('profile.stopped')}
        action={<Button onClick={reload}>{t('profile.again')}</Button>}
      />
    ) : (
      <FaultNote fault={fault} actions={<Button onClick={reload}>{t('word.tryAgain')}</Button>} />
    )
  if (value === null || loading)
    return (
      <div className="stack">
        <Late after={500}>
          <Progress
            title={t('profile.looking', { name })}
            progress={progress}
            cancelling={false}
            onCancel={cancel}
          />
        </Late>
        <Skeleton lines={8} />
      </div>
    )
  return <Profile profile={value} />
}

function Profile({ profile }: { readonly profile: DataSetProfile }) {
  const { t, formats } = useLanguage()
  const { findings, key, duplicates, columns } = profile
  const { search, setSearch, found, shown, more } = useColumnSearch(columns.map(({ column }) => column))
  const cards = new Map(columns.map((one) => [one.column.name, one]))
  return (
    <ScrollArea className="scroll stack" label={t('data.tabQuality')}>
      <section className="stack-small" aria-labelledby="findings">
        <h2 id="findings">{t('profile.findings')}</h2>
        {findings.length === 0 ? (
          <p className="with-icon tone-text-good">
            <Icon name="check" /> {t('profile.noFindings')}
          </p>
        ) : (
          <ul className="quality-list">
            {findings.map((finding) => (
              <Finding
                key={`${finding.problem.code}:${finding.problem.column ?? ''}:${finding.problem.subject ?? ''}`}
                finding={finding}
              />
            ))}
          </ul>
        )}
        <p>
          {key.length === 0
            ? t('profile.noKey')
            : t('profile.key', {
                columns: key.join(', '),
                count: duplicates,
                formatted: formats.integer(duplicates),
              })}
        </p>
      </section>
      <section className="stack-small" aria-labelledby="profiles">
        <h2 id="profiles">{t('profile.columns')}</h2>
        {columns.length > 20 && (
          <input
            className="input search"
            type="search"
            aria-label={t('columns.search')}
            placeholder={t('columns.search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        )}
        <ul className="profile-cards">
          {shown.map(({ name }) => {
            const one = cards.get(name)
            return one && <ColumnCard key={name} profile={one} />
          })}
        </ul>
        {found.length > shown.length && (
          <Button onClick={more}>{t('columns.more', { count: found.length - shown.length })}</Button>
        )}
      </section>
    </ScrollArea>
  )
}

function Finding({ finding }: { readonly finding: QualityFinding }) {
  const { t, problem } = useLanguage()
  return (
    <li>
      <span className={`quality-word tone-${tones[finding.severity]}`}>
        <Icon name={icons[finding.severity]} /> {t(`severity.${finding.severity}`)}
      </span>
      <span>{problem(finding.problem)}</span>
    </li>
  )
}
