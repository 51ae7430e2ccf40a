import { type DragEvent, memo, type ReactNode, useState } from 'react'
import type { CompositionBlock, CompositionSection } from '../../../analyses/model/composition'
import { Icon, type IconName } from '../../components/icon'
import { useLanguage } from '../../i18n'
import { textIn } from './composition-edit'
import { useEditor } from './editor-context'

const partIcons: Partial<Record<string, IconName>> = {
  chart: 'analyses',
  table: 'data',
  findings: 'info',
  text: 'document',
}

const blockIcon = (block: CompositionBlock): IconName =>
  block.kind === 'text'
    ? 'text'
    : block.kind === 'page-break'
      ? 'pageBreak'
      : (partIcons[block.part] ?? 'list')

/** Lets a dragged block fall here and shows where it would land. */
function useDrop(onDrop: (() => void) | null) {
  const [over, setOver] = useState(false)
  return {
    over: over && onDrop !== null,
    handlers:
      onDrop === null
        ? {}
        : {
            onDragOver: (event: DragEvent) => {
              event.preventDefault()
              event.stopPropagation()
              setOver(true)
            },
            onDragLeave: () => setOver(false),
            onDrop: (event: DragEvent) => {
              event.preventDefault()
              event.stopPropagation()
              setOver(false)
              onDrop()
            },
          },
  }
}

function HiddenMark() {
  const { t } = useLanguage()
  return (
    <span className="outline-mark">
      <Icon name="hide" size={14} />
      <span className="visually-hidden">{t('outline.isHidden')}</span>
    </span>
  )
}

interface SectionRowProps {
  readonly section: CompositionSection
  readonly folded: boolean
  /** The tree's one stop for Tab. */
  readonly stop: boolean
  readonly onFold: (away: boolean) => void
  readonly onDrop: (() => void) | null
  readonly children: ReactNode
}

export function SectionRow({ section, folded, stop, onFold, onDrop, children }: SectionRowProps) {
  const { report, selection, select } = useEditor()
  const { t } = useLanguage()
  const { over, handlers } = useDrop(onDrop)
  const title = textIn(section.title, report.locale, report.locale) || t('outline.untitled')
  const selected = selection?.kind === 'section' && selection.id === section.id
  return (
    <div className="outline-section" role="none" {...handlers}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it has the keys */}
      <div
        role="treeitem"
        aria-level={1}
        aria-expanded={!folded}
        aria-selected={selected}
        aria-label={section.hidden ? `${title}, ${t('outline.isHidden')}` : title}
        tabIndex={stop ? 0 : -1}
        data-item={section.id}
        className={`outline-row outline-head ${section.hidden ? 'outline-hidden' : ''} ${over ? 'outline-over' : ''}`}
        onClick={() => select({ kind: 'section', id: section.id })}
        onDoubleClick={() => onFold(!folded)}
      >
        <span className="outline-fold" aria-hidden="true" onClick={() => onFold(!folded)}>
          <Icon name={folded ? 'right' : 'down'} size={14} />
        </span>
        <span className="clip">{title}</span>
        {section.hidden && <HiddenMark />}
      </div>
      {!folded && (
        // biome-ignore lint/a11y/useSemanticElements: a group of a tree is no fieldset
        <div role="group">{children}</div>
      )}
    </div>
  )
}

interface BlockRowProps {
  readonly block: CompositionBlock
  readonly section: string
  readonly name: string
  readonly selected: boolean
  /** The tree's one stop for Tab. */
  readonly stop: boolean
  /** Its analysis has not run yet. */
  readonly waiting: boolean
  readonly commented: boolean
  readonly draggable: boolean
  /** Something is being dragged and may fall here. */
  readonly takes: boolean
  readonly onSelect: (block: string) => void
  readonly onDrag: (block: string) => void
  readonly onDrop: (section: string, before: string) => void
}

/** Everything it shows comes in, so that of hundreds of rows only those that changed are drawn again. */
export const BlockRow = memo(function BlockRow(props: BlockRowProps) {
  const { block, section, name, selected, stop, waiting, commented, draggable, takes } = props
  const { onSelect, onDrag, onDrop } = props
  const { t } = useLanguage()
  const { over, handlers } = useDrop(takes ? () => onDrop(section, block.id) : null)
  const marks = [
    block.hidden && t('outline.isHidden'),
    waiting && t('outline.waiting'),
    commented && t('outline.commented'),
  ].filter(Boolean)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it has the keys
    <div
      role="treeitem"
      aria-level={2}
      aria-selected={selected}
      aria-label={[name, ...marks].join(', ')}
      tabIndex={stop ? 0 : -1}
      data-item={block.id}
      title={[name, ...marks].join(' · ')}
      className={`outline-row ${block.hidden ? 'outline-hidden' : ''} ${over ? 'outline-over' : ''}`}
      draggable={draggable}
      onDragStart={draggable ? () => onDrag(block.id) : undefined}
      onClick={() => onSelect(block.id)}
      {...handlers}
    >
      <Icon name={blockIcon(block)} size={14} />
      <span className="clip">{name}</span>
      {commented && <Icon name="comment" size={14} />}
      {waiting && <Icon name="warning" size={14} />}
      {block.hidden && <HiddenMark />}
    </div>
  )
})
