import type { Locale } from '../../../analyses/model/locale'
import type { Block } from '../../../analyses/model/report-document'
import { unreachable } from '../../../analyses/model/result'
import { Icon } from '../../components/icon'
import { Facts } from '../../components/screen'
import { Note, toneIcon } from '../../components/states'
import { useLanguage } from '../../i18n'
import { translate } from '../../i18n/translate'
import { ChartBlockView } from './chart-block'
import { TableBlockView } from './table-block'

interface BlockViewProps {
  readonly block: Block
  /** The run whose whole tables may be looked through; none where only what is published may be seen. */
  readonly run?: string | null
  /** The document's language, where it is not the window's: its words are part of what is published. */
  readonly locale?: Locale
}

/** One block of a report, drawn as the exports draw it: text as it comes, no number made here. */
export function BlockView({ block, run = null, locale }: BlockViewProps) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 2 ? 'h2' : 'h3'
      return (
        <Heading id={`report-${block.id}`} tabIndex={-1}>
          {block.text}
        </Heading>
      )
    }
    case 'paragraph':
      return <p>{block.text}</p>
    case 'list':
      return (
        <ul className="prose-list">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'note':
      return (
        <Note tone={block.tone}>
          <p>{block.text}</p>
        </Note>
      )
    case 'comment':
      return <p className="comment">{block.text}</p>
    case 'page-break':
      return null
    case 'findings':
      return <Findings items={block.items} locale={block.lang ?? locale} />
    case 'facts':
      return (
        <section className="stack-small" aria-label={block.caption}>
          {block.caption !== '' && <h3>{block.caption}</h3>}
          <Facts
            items={block.items.map(({ label, value, code }) => ({
              label,
              value: code ? <code className="digest">{value}</code> : value,
            }))}
          />
        </section>
      )
    case 'table':
      return <TableBlockView block={block} run={run} />
    case 'chart':
      return <ChartBlockView block={block} />
    default:
      return unreachable(block)
  }
}

type FindingsBlock = Extract<Block, { kind: 'findings' }>

interface FindingsProps extends Pick<FindingsBlock, 'items'> {
  readonly locale: Locale | undefined
}

function Findings({ items, locale }: FindingsProps) {
  const { t, locale: own } = useLanguage()
  return (
    <ul className="findings" aria-label={t('result.findings')}>
      {items.map(({ severity, text }) => (
        <li key={text} className={`finding tone-${severity}`}>
          <Icon name={toneIcon[severity]} size={20} />
          <p>
            <span className="finding-word">{translate(locale ?? own, `tone.${severity}`)}</span>
            {text}
          </p>
        </li>
      ))}
    </ul>
  )
}
