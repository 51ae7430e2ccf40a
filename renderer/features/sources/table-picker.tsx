import type { TablePreview } from '../../../analyses/model/data-set'
import { Badge } from '../../components/screen'
import { ScrollArea } from '../../components/scroll-area'
import { useLanguage } from '../../i18n'
import type { ImportDraft } from './import-draft'
import { chosenIds } from './import-options'

interface TablePickerProps {
  readonly draft: ImportDraft
  readonly onShow: (table: string) => void
}

/** The tables of a file or a folder: which are loaded, under which name, and which one is shown. */
export function TablePicker({ draft, onShow }: TablePickerProps) {
  const { t, formats } = useLanguage()
  const { preview, options, disabled, set } = draft
  const chosen = chosenIds(preview, options)
  const append = options.append === true
  const choose = (id: string, on: boolean) => {
    const next = preview.tables
      .map((table) => table.id)
      .filter((one) => (one === id ? on : chosen.includes(one)))
    if (next.length > 0) set({ only: next })
  }
  return (
    <ScrollArea className="scroll stack" label={t('tables.title')}>
      <p className="quiet">{t('tables.help')}</p>
      <fieldset disabled={disabled}>
        <legend className="visually-hidden">{t('tables.title')}</legend>
        <table className="table table-rows">
          <thead>
            <tr>
              <th scope="col">{t('tables.load')}</th>
              <th scope="col">{t('tables.table')}</th>
              <th scope="col">{t('import.name')}</th>
              <th scope="col" className="number">
                {t('tables.records')}
              </th>
              <th scope="col" className="number">
                {t('tables.columns')}
              </th>
              <th scope="col">{t('tables.look')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.tables.map((table) => {
              const isShown = table.id === preview.table && !append
              return (
                <tr key={table.id} className={isShown ? 'row-current' : ''}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={t('tables.loadOne', { table: titleOf(table) })}
                      checked={chosen.includes(table.id)}
                      onChange={({ target }) => choose(table.id, target.checked)}
                    />
                  </td>
                  <th scope="row">
                    {titleOf(table)}
                    {!table.byDefault && (
                      <>
                        {' '}
                        <Badge>{t('tables.notUsual')}</Badge>
                      </>
                    )}
                  </th>
                  <td>{append ? <span className="quiet">–</span> : <code>{table.name}</code>}</td>
                  <td className="number">
                    {table.records === null ? (
                      <span className="quiet" title={t('tables.uncounted')}>
                        –<span className="visually-hidden">{t('tables.uncounted')}</span>
                      </span>
                    ) : (
                      formats.integer(table.records)
                    )}
                  </td>
                  <td className="number">{formats.integer(table.columns)}</td>
                  <td>
                    <button
                      type="button"
                      className="link"
                      disabled={append}
                      aria-pressed={isShown}
                      aria-label={t(isShown ? 'tables.shownOne' : 'tables.showOne', {
                        table: titleOf(table),
                      })}
                      onClick={() => onShow(table.id)}
                    >
                      {t(isShown ? 'tables.isShown' : 'tables.show')}
                    </button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        <label className="check">
          <input
            type="checkbox"
            checked={append}
            onChange={({ target }) => set({ append: target.checked ? true : undefined })}
          />
          <span>
            {t('tables.append')}
            <span className="under">{t('tables.appendHelp')}</span>
          </span>
        </label>
      </fieldset>
    </ScrollArea>
  )
}

const titleOf = ({ title, id, name }: TablePreview): string => title || id || name
