import type { AuditEntry } from '../../../analyses/model/audit'
import { useCall } from '../../client/use-call'
import { Button } from '../../components/button'
import { Screen } from '../../components/screen'
import { ScrollArea } from '../../components/scroll-area'
import { EmptyState, FaultNote, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { NoProject } from '../frame/no-project'
import { useSession } from '../session/session'
import { BackToData } from './back-to-data'
import { decisionWords } from './receipt-decisions'

/** Every decision about personal data, newest first, with the digest of the file it concerned. */
export function AuditScreen() {
  const { state } = useSession()
  const { t } = useLanguage()
  const list = useCall('audit.list', state.project ? {} : null, state.revision)
  if (!state.project) return <NoProject title={t('audit.title')} icon="shield" />
  return (
    <Screen fill title={t('audit.title')} subtitle={t('audit.subtitle')} back={<BackToData />}>
      {list.fault && (
        <FaultNote fault={list.fault} actions={<Button onClick={list.reload}>{t('word.tryAgain')}</Button>} />
      )}
      {list.value === null && list.loading && <Skeleton lines={8} />}
      {list.value?.length === 0 && (
        <EmptyState icon="shield" title={t('audit.emptyTitle')}>
          <p>{t('audit.emptyText')}</p>
        </EmptyState>
      )}
      {list.value !== null && list.value.length > 0 && <Entries entries={[...list.value].reverse()} />}
    </Screen>
  )
}

function Entries({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const language = useLanguage()
  const { t, formats } = language
  return (
    <ScrollArea className="scroll" label={t('audit.title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('audit.when')}</th>
            <th scope="col">{t('audit.dataSet')}</th>
            <th scope="col">{t('shape.column')}</th>
            <th scope="col">{t('audit.decision')}</th>
            <th scope="col">{t('audit.file')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ at, dataSet, file, sha256, decision }) => (
            <tr key={`${at}:${dataSet}:${decision.column}`}>
              <td>{formats.dateTime(at)}</td>
              <td>{dataSet}</td>
              <td>
                <code>{decision.column}</code>
                {decision.kind !== null && <span className="under">{t(`personal.${decision.kind}`)}</span>}
              </td>
              <td>{decisionWords(decision, language)}</td>
              <td>
                {file}
                <code className="under digest" title={sha256}>
                  {sha256}
                </code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
