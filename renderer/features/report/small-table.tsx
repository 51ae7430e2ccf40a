import type { TableBlock } from '../../../analyses/model/report-document'
import { ScrollArea } from '../../components/scroll-area'

/** Words of a narrow column would stand one under another: short texts stay on a line, long ones get room. */
const textClass = (text: string): string | undefined =>
  text.length === 0 ? undefined : text.length <= 24 ? 'text-short' : 'text-long'

/** A table as a document has it: real headers, absent values with their reason, figures to the right. */
export function SmallTable({ block }: { readonly block: TableBlock }) {
  const header = (label: string, unit: string) => (unit === '' ? label : `${label} (${unit})`)
  return (
    <ScrollArea className="scroll-box" label={block.caption}>
      <table className="table">
        <caption>{block.caption}</caption>
        <thead>
          <tr>
            {block.columns.map(({ name, label, unit, numeric }) => (
              <th key={name} scope="col" className={numeric ? 'number' : undefined}>
                {header(label, unit)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report's rows have no other name and never move
            <tr key={row}>
              {cells.map((cell, index) => {
                const column = block.columns[index]
                return (
                  <td
                    key={column?.name ?? index}
                    className={[
                      column?.numeric ? 'number' : textClass(cell.text),
                      cell.hidden && 'cell-hidden',
                    ]
                      .filter(Boolean)
                      .join(' ')}
                    title={cell.reason}
                  >
                    {cell.text}
                    {cell.reason !== undefined && <span className="visually-hidden"> {cell.reason}</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {block.note !== '' && <p className="quiet">{block.note}</p>}
    </ScrollArea>
  )
}
