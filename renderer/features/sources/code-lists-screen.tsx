import { useState } from 'react'
import type { CodeListCard } from '../../../analyses/model/code-list-card'
import { useCall } from '../../client/use-call'
import { Button } from '../../components/button'
import { Badge, Screen } from '../../components/screen'
import { ScrollArea } from '../../components/scroll-area'
import { FaultNote, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { NoProject } from '../frame/no-project'
import { useSession } from '../session/session'
import { BackToData } from './back-to-data'
import { DeclareCodeList } from './declare-code-list'
import { codeListWord } from './evidence-words'

/** Lists of codes that territories are recognised by: those built in, and the project's own. */
export function CodeListsScreen() {
  const { state } = useSession()
  const { t } = useLanguage()
  const [declaring, setDeclaring] = useState(false)
  const list = useCall('codeList.list', state.project ? {} : null, state.revision)
  if (!state.project) return <NoProject title={t('codeLists.title')} icon="list" />
  return (
    <Screen
      fill
      title={t('codeLists.title')}
      subtitle={t('codeLists.subtitle')}
      back={<BackToData />}
      actions={
        <Button
          kind="primary"
          icon="plus"
          disabled={state.project.readOnly}
          onClick={() => setDeclaring(true)}
        >
          {t('codeLists.declare')}
        </Button>
      }
    >
      {list.fault && (
        <FaultNote fault={list.fault} actions={<Button onClick={list.reload}>{t('word.tryAgain')}</Button>} />
      )}
      {list.value === null && list.loading && <Skeleton lines={8} />}
      {list.value !== null && <Lists lists={list.value} />}
      {declaring && <DeclareCodeList onClose={() => setDeclaring(false)} />}
    </Screen>
  )
}

function Lists({ lists }: { readonly lists: readonly CodeListCard[] }) {
  const language = useLanguage()
  const { t, formats } = language
  const none = <span className="quiet">–</span>
  return (
    <ScrollArea className="scroll" label={t('codeLists.title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('codeLists.list')}</th>
            <th scope="col">{t('codeLists.edition')}</th>
            <th scope="col">{t('codeLists.country')}</th>
            <th scope="col" className="number">
              {t('codeLists.size')}
            </th>
            <th scope="col">{t('codeLists.valid')}</th>
            <th scope="col">{t('codeLists.source')}</th>
          </tr>
        </thead>
        <tbody>
          {lists.map(({ id, edition, country, size, validFrom, validTo, source, own }) => (
            <tr key={id}>
              <th scope="row">
                {codeListWord(id, language)} {own && <Badge>{t('codeLists.own')}</Badge>}
                <code className="under">{id}</code>
              </th>
              <td>{edition ?? none}</td>
              <td>{country ?? none}</td>
              <td className="number">{size === null ? t('codeLists.byRule') : formats.integer(size)}</td>
              <td className="nowrap">
                {validFrom === null && validTo === null ? none : `${validFrom ?? '…'} – ${validTo ?? '…'}`}
              </td>
              <td className="quiet">{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
