import { useState } from 'react'
import { useCall } from '../../client/use-call'
import { Button } from '../../components/button'
import { Screen } from '../../components/screen'
import { FaultNote, Skeleton } from '../../components/states'
import { Tabs } from '../../components/tabs'
import { useLanguage } from '../../i18n'
import { NoProject } from '../frame/no-project'
import { useSession } from '../session/session'
import { LedgerList } from './ledger-list'
import { RulesForm } from './rules-form'
import { whatLeft } from './what-left'

const tabs = ['rules', 'ledger'] as const

/** What may leave the project: its rules, and what has left already. */
export function ProtectionScreen({ report }: { readonly report: string | null }) {
  const { state, dispatch } = useSession()
  const { t } = useLanguage()
  const [tab, setTab] = useState<(typeof tabs)[number]>('rules')
  const ask = state.project ? {} : null
  const rules = useCall('disclosure.rules', ask, state.revision)
  const ledger = useCall('disclosure.ledger', ask, state.revision)
  const log = useCall('disclosure.log', ask, state.revision)
  const left = log.value && ledger.value ? whatLeft(log.value, ledger.value) : null
  if (!state.project) return <NoProject title={t('protection.title')} icon="shield" />
  const back = (
    <Button
      kind="quiet"
      icon="back"
      onClick={() =>
        dispatch({
          kind: 'go',
          route: report === null ? { screen: 'reports' } : { screen: 'report', report },
        })
      }
    >
      {t(report === null ? 'result.all' : 'protection.back')}
    </Button>
  )
  const reading = tab === 'rules' ? rules : log.fault ? log : ledger
  return (
    <Screen title={t('protection.title')} subtitle={t('protection.subtitle')} back={back}>
      <Tabs
        label={t('protection.title')}
        active={tab}
        onChange={(id) => setTab(tabs.find((one) => one === id) ?? 'rules')}
        tabs={tabs.map((id) => ({
          id,
          label: t(`protection.tab-${id}`),
          badge:
            id === 'ledger' && left ? String(left.filter(({ kind }) => kind === 'export').length) : undefined,
        }))}
      >
        {reading.fault && (
          <FaultNote
            fault={reading.fault}
            actions={<Button onClick={reading.reload}>{t('word.tryAgain')}</Button>}
          />
        )}
        {reading.value === null && reading.loading && <Skeleton lines={10} />}
        {tab === 'rules' && rules.value && (
          <RulesForm
            key={JSON.stringify(rules.value)}
            saved={rules.value}
            readOnly={state.project.readOnly}
          />
        )}
        {tab === 'ledger' && left && <LedgerList rows={left} />}
      </Tabs>
    </Screen>
  )
}
