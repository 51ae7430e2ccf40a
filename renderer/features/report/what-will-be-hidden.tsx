import { useState } from 'react'
import type { ReportDocument } from '../../../analyses/model/report-document'
import type { LongReading } from '../../client/use-long-call'
import { Button } from '../../components/button'
import { Disclosure } from '../../components/disclosure'
import { Icon } from '../../components/icon'
import { Progress } from '../../components/progress'
import { FaultNote } from '../../components/states'
import { useLanguage } from '../../i18n'
import { SummaryView } from '../protection/summary-view'

interface WhatWillBeHiddenProps {
  readonly view: LongReading<ReportDocument>
  /** Data for which protection is off. */
  readonly publicData: readonly string[]
}

/** Before a file is written: how many values it will not hold, and why. */
export function WhatWillBeHidden({ view, publicData }: WhatWillBeHiddenProps) {
  const { t, formats } = useLanguage()
  const [open, setOpen] = useState(false)
  if (view.fault)
    return (
      <FaultNote fault={view.fault} actions={<Button onClick={view.reload}>{t('word.tryAgain')}</Button>} />
    )
  if (view.loading)
    return (
      <Progress
        title={t('export.looking')}
        progress={view.progress}
        cancelling={false}
        onCancel={view.cancel}
      />
    )
  const summary = view.value?.disclosure
  if (!summary) return null
  const hidden = summary.primary + summary.secondary
  return (
    <div className="will-hide">
      <p className="with-icon">
        <Icon name="shield" />
        <span>
          {!summary.applies
            ? t(publicData.length === 0 ? 'export.nobody' : 'export.allPublic')
            : hidden === 0
              ? t('export.nothingHidden', { cells: formats.integer(summary.cells) })
              : t('export.willHide', { hidden, cells: formats.integer(summary.cells) })}
        </span>
      </p>
      {summary.applies && (
        <>
          <Disclosure
            label={t('export.why')}
            open={open}
            controls="will-hide-details"
            onToggle={() => setOpen(!open)}
          />
          {open && (
            <div id="will-hide-details">
              <SummaryView summary={summary} />
            </div>
          )}
        </>
      )}
    </div>
  )
}
