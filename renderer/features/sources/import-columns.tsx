import { Fragment, useState } from 'react'
import { type Column, columnRoles, columnTypes, type SourcePreview } from '../../../analyses/model/data-set'
import { Button } from '../../components/button'
import { Disclosure } from '../../components/disclosure'
import { Badge } from '../../components/screen'
import { ScrollArea } from '../../components/scroll-area'
import { SelectBox } from '../../components/select'
import { useLanguage } from '../../i18n'
import { ColumnDetails } from './column-details'
import { useColumnSearch } from './column-dictionary'
import { evidenceLine } from './evidence-words'
import type { ImportDraft } from './import-draft'
import { mask } from './sample-rows'

/** What stands in a column, so that a type can be judged without going back to the rows. */
const examples = (preview: SourcePreview, column: Column): string => {
  const index = preview.columns.indexOf(column)
  const values = preview.sample
    .map((cells) => cells[index])
    .filter((cell) => cell !== null && cell !== undefined)
  return [...new Set(values)].slice(0, 3).join(' · ')
}

export function ImportColumns({ draft }: { readonly draft: ImportDraft }) {
  const { t } = useLanguage()
  const { preview, disabled } = draft
  const { search, setSearch, found, shown, more } = useColumnSearch(preview.columns)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (name: string) =>
    setOpen(
      (before) => new Set(before.has(name) ? [...before].filter((one) => one !== name) : [...before, name]),
    )
  return (
    <ScrollArea className="scroll" label={t('import.tabColumns')}>
      {preview.columns.length > 20 && (
        <input
          className="input search"
          type="search"
          aria-label={t('columns.search')}
          placeholder={t('columns.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      <fieldset disabled={disabled}>
        <legend className="visually-hidden">{t('import.tabColumns')}</legend>
        <table className="table table-rows">
          <thead>
            <tr>
              <th scope="col">{t('columns.label')}</th>
              <th scope="col">{t('columns.type')}</th>
              <th scope="col">{t('columns.role')}</th>
              <th scope="col" className="wide-only">
                {t('columns.why')}
              </th>
              <th scope="col" className="wide-only">
                {t('columns.examples')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((column) => (
              <Fragment key={column.name}>
                <ColumnRow
                  column={column}
                  draft={draft}
                  open={open.has(column.name)}
                  onToggle={() => toggle(column.name)}
                />
                {open.has(column.name) && (
                  <tr className="details-row" id={`details-${column.name}`}>
                    <td colSpan={5}>
                      <ColumnDetails column={column} draft={draft} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </fieldset>
      {found.length === 0 && <p className="quiet">{t('columns.noneFound')}</p>}
      {found.length > shown.length && (
        <Button onClick={more}>{t('columns.more', { count: found.length - shown.length })}</Button>
      )}
    </ScrollArea>
  )
}

interface ColumnRowProps {
  readonly column: Column
  readonly draft: ImportDraft
  readonly open: boolean
  readonly onToggle: () => void
}

function ColumnRow({ column, draft, open, onToggle }: ColumnRowProps) {
  const language = useLanguage()
  const { t } = language
  const said = draft.said(column.name)
  const label = column.label === '' ? t('columns.noLabel') : column.label
  const name = column.label || column.name
  const left = said.personal?.action === 'drop'
  const asked = draft.preview.problems.some((problem) => problem.column === column.name)
  return (
    <tr className={left ? 'row-left' : ''}>
      <th scope="row">
        <Disclosure
          label={label}
          {...(column.label === '' ? {} : { name: t('columns.detailsOf', { column: name }) })}
          open={open}
          controls={`details-${column.name}`}
          onToggle={onToggle}
        />
        <span className="under">
          <code>{column.name}</code>
          {asked && <Badge tone="attention">{t('columns.asked')}</Badge>}
          {left && <Badge>{t('columns.leftOut')}</Badge>}
        </span>
      </th>
      <td>
        <SelectBox
          aria-label={t('columns.typeOf', { column: name })}
          value={said.type ?? column.type}
          options={columnTypes.map((type) => ({ value: type, label: t(`type.${type}`) }))}
          onChange={(value) => {
            const type = columnTypes.find((one) => one === value)
            if (type) draft.setColumn(column.name, { type })
          }}
        />
      </td>
      <td>
        <SelectBox
          aria-label={t('columns.roleOf', { column: name })}
          value={said.role ?? column.role}
          options={columnRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          onChange={(value) => {
            const role = columnRoles.find((one) => one === value)
            if (role) draft.setColumn(column.name, { role })
          }}
        />
      </td>
      <td className="wide-only evidence">{evidenceLine(column, language)}</td>
      <td className="wide-only quiet examples">
        <span className="examples-text">
          {draft.masked.has(column.name) ? mask : examples(draft.preview, column)}
        </span>
      </td>
    </tr>
  )
}
