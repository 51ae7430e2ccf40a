import type { ColumnProfile } from '../../../analyses/model/profile'
import { cellText } from '../../components/cell-text'
import { Icon, isIconName } from '../../components/icon'
import { Badge } from '../../components/screen'
import { useLanguage } from '../../i18n'
import { Histogram, rounded } from './histogram'

/** One column of the quality page: what it holds, how it lies, what is missing. */
export function ColumnCard({ profile }: { readonly profile: ColumnProfile }) {
  const { t, formats, locale } = useLanguage()
  const { column, rows, missing, distinct, distinctExact, numbers, range, frequent } = profile
  const number = (value: number) => cellText(rounded(value), { kind: 'number', grouping: true }, locale)
  const label = column.label || column.name
  return (
    <li className="profile-card">
      <h3>
        {isIconName(column.role) && <Icon name={column.role} />} {label}
      </h3>
      <p className="quiet">
        {`${t(`type.${column.type}`)} · ${t(`role.${column.role}`)}`}
        {column.unit !== null && ` · ${column.unit}`}
      </p>
      <dl className="profile-facts">
        <Fact
          label={t('columns.missing')}
          value={
            missing === 0
              ? formats.integer(0)
              : `${formats.integer(missing)} (${formats.percent(missing / Math.max(1, rows))})`
          }
        />
        <Fact
          label={t('columns.distinct')}
          value={`${distinctExact ? '' : '≈ '}${formats.integer(distinct)}`}
        />
        {range !== null && <Fact label={t('profile.range')} value={`${range.first} – ${range.last}`} />}
        {numbers !== null && (
          <>
            <Fact
              label={t('profile.quartiles')}
              value={[numbers.q1, numbers.median, numbers.q3].map(number).join(' · ')}
            />
            <Fact label={t('profile.mean')} value={number(numbers.mean)} />
            {numbers.outliers > 0 && (
              <Fact label={t('profile.outliers')} value={formats.integer(numbers.outliers)} />
            )}
          </>
        )}
      </dl>
      {profile.constant && <Badge tone="attention">{t('profile.constant')}</Badge>}
      {numbers !== null && !profile.constant && <Histogram name={label} numbers={numbers} />}
      {numbers === null && frequent.length > 0 && <Frequent profile={profile} />}
    </li>
  )
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

const mostValues = 5

function Frequent({ profile }: { readonly profile: ColumnProfile }) {
  const { t, formats } = useLanguage()
  const filled = Math.max(1, profile.rows - profile.missing)
  return (
    <table className="table table-small frequent">
      <caption>{t('profile.frequent')}</caption>
      <tbody>
        {profile.frequent.slice(0, mostValues).map(({ value, count }) => (
          <tr key={value}>
            <th scope="row">{value}</th>
            <td className="frequent-bar" aria-hidden="true">
              <span style={{ width: `${Math.max(1, (count / filled) * 100)}%` }} />
            </td>
            <td className="number">{formats.integer(count)}</td>
            <td className="number quiet">{formats.percent(count / filled)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
