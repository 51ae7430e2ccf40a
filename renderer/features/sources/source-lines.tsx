import type { SourcePreview } from '../../../analyses/model/data-set'
import { ScrollArea } from '../../components/scroll-area'
import { EmptyState } from '../../components/states'
import { useLanguage } from '../../i18n'
import { lineKind } from './import-options'

/** A line longer than this is cut for the eye; nothing is cut in the import. */
const longest = 400

interface SourceLinesProps {
  readonly preview: SourcePreview
  /** Lines hold whole records: while a column is hidden, they are hidden too. */
  readonly hidden: boolean
}

/** The file as it is, with what each line is taken for: the place to see a wrong header at once. */
export function SourceLines({ preview, hidden }: SourceLinesProps) {
  const { t } = useLanguage()
  if (hidden) return <EmptyState icon="shield" title={t('personal.linesHidden')} />
  return (
    <ScrollArea className="scroll" label={t('import.tabLines')}>
      <table className="lines">
        <caption className="visually-hidden">{t('import.tabLines')}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('lines.number')}</th>
            <th scope="col">{t('lines.kind')}</th>
            <th scope="col">{t('lines.text')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.lines.map((line, index) => {
            const kind = lineKind(preview, index + 1)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
              <tr key={index} className={`line line-${kind}`}>
                <td className="line-number">{index + 1}</td>
                <td className="line-kind">{t(`line.${kind}`)}</td>
                <td className="line-text">
                  <code>{line.length > longest ? `${line.slice(0, longest)}…` : line}</code>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollArea>
  )
}
