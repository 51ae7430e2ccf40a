import { useState } from 'react'
import type { DataSet } from '../../../analyses/model/data-set'
import { Button } from '../../components/button'
import { Badge } from '../../components/screen'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

interface DataSetListProps {
  readonly dataSets: readonly DataSet[]
  readonly selected: string
}

/** From so many data sets on, a list is searched and not read. */
const manyDataSets = 12

export function DataSetList({ dataSets, selected }: DataSetListProps) {
  const { state, dispatch, actions } = useSession()
  const { t, formats } = useLanguage()
  const [search, setSearch] = useState('')
  const shown = dataSets.filter(({ name }) => name.includes(search.trim().toLowerCase()))
  return (
    <nav className="side" aria-label={t('data.list')}>
      <div className="side-head">
        <h2>{t('data.list')}</h2>
        <Button
          kind="primary"
          icon="import"
          disabled={state.project?.readOnly ?? true}
          onClick={() => void actions.chooseSources()}
        >
          {t('data.importShort')}
        </Button>
      </div>
      {dataSets.length >= manyDataSets && (
        <input
          className="input"
          type="search"
          aria-label={t('data.search')}
          placeholder={t('data.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      <ul className="side-list">
        {shown.map((dataSet) => (
          <li key={dataSet.name}>
            <button
              type="button"
              className="side-item"
              aria-current={dataSet.name === selected ? 'true' : undefined}
              onClick={() => dispatch({ kind: 'go', route: { screen: 'data', dataSet: dataSet.name } })}
            >
              <span className="side-title">{dataSet.name}</span>
              <span className="side-facts">
                <span className="quiet">
                  {t('data.rows', { count: dataSet.rows, formatted: formats.integer(dataSet.rows) })}
                </span>
                {dataSet.synthetic && <Badge tone="attention">{t('data.synthetic')}</Badge>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div className="side-foot">
        <Button
          kind="quiet"
          icon="folder"
          disabled={state.project?.readOnly ?? true}
          onClick={() => void actions.chooseFolder()}
        >
          {t('data.importFolder')}
        </Button>
        <Button
          kind="quiet"
          icon="list"
          onClick={() => dispatch({ kind: 'go', route: { screen: 'codeLists' } })}
        >
          {t('codeLists.title')}
        </Button>
        <Button
          kind="quiet"
          icon="shield"
          onClick={() => dispatch({ kind: 'go', route: { screen: 'audit' } })}
        >
          {t('audit.title')}
        </Button>
      </div>
    </nav>
  )
}
