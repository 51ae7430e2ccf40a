import type { ReportDocument } from '../../../analyses/model/report-document'
import type { LongReading } from '../../client/use-long-call'
import { Button } from '../../components/button'
import { Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { SummaryView } from '../protection/summary-view'
import { useSession } from '../session/session'
import { useEditor } from './editor-context'

/** What protection does to this report, and the way to its rules. */
export function ProtectionTab({ view }: { readonly view: LongReading<ReportDocument> }) {
  const { id } = useEditor()
  const { dispatch } = useSession()
  const { t } = useLanguage()
  return (
    <>
      {view.value?.disclosure ? (
        <SummaryView summary={view.value.disclosure} />
      ) : view.loading ? (
        <Skeleton lines={6} />
      ) : (
        <p className="quiet">{t('protection.nothingYet')}</p>
      )}
      <div>
        <Button
          icon="shield"
          onClick={() => dispatch({ kind: 'go', route: { screen: 'protection', report: id } })}
        >
          {t('protection.rules')}
        </Button>
      </div>
    </>
  )
}
