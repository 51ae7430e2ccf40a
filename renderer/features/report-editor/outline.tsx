import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
import { useLanguage } from '../../i18n'
import { findBlock, move, outlineOf, placeBlock, remove, type Selection, textIn } from './composition-edit'
import { useBlockName, useEditor } from './editor-context'
import { BlockRow, SectionRow } from './outline-rows'
import { OutlineTools } from './outline-tools'

type Item = Exclude<Selection, null>

const same = (a: Selection, b: Selection): boolean => a?.kind === b?.kind && a?.id === b?.id

/**
 * The report's sections and blocks as a tree with one stop for Tab: arrows go through it, Alt with an arrow moves what
 * is selected, Delete removes it. Dragging is an extra for who has a mouse.
 */
export function Outline() {
  const editor = useEditor()
  const { report, selection, select, change, readOnly } = editor
  const { t } = useLanguage()
  const blockName = useBlockName()
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [dragged, setDragged] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const tree = useRef<HTMLDivElement>(null)
  const items = outlineOf(report, folded)
  const current = items.findIndex((item) => same(item, selection))

  const focusOn = (item: Item) => {
    select(item)
    window.requestAnimationFrame(() =>
      tree.current?.querySelector<HTMLElement>(`[data-item="${item.id}"]`)?.focus(),
    )
  }
  const fold = (id: string, away: boolean) =>
    setFolded((before) => new Set(away ? [...before, id] : [...before].filter((one) => one !== id)))

  const moveSelected = (step: -1 | 1) => {
    if (selection === null || readOnly) return
    const moved = move(report, selection, step)
    change((now) => move(now, selection, step))
    const order = outlineOf(moved, new Set()).findIndex((item) => same(item, selection))
    const section = findBlock(moved, selection.id)?.section
    if (section && folded.has(section.id)) fold(section.id, false)
    setSaid(
      t('outline.moved', {
        place: order + 1,
        of: outlineOf(moved, new Set()).length,
        section: section ? textIn(section.title, report.locale, report.locale) : '',
      }),
    )
    focusOn(selection)
  }
  const removeSelected = () => {
    if (selection === null || readOnly) return
    const next = items[current + 1] ?? items[current - 1] ?? null
    change((now) => remove(now, selection))
    setSaid(t('outline.removed'))
    if (next) focusOn(next)
    else select(null)
  }
  const press = (event: KeyboardEvent) => {
    const act = keys(event, items[current], folded)
    if (act === null) return
    event.preventDefault()
    if (act.kind === 'step') {
      const target = items[Math.max(0, Math.min(items.length - 1, act.by === 0 ? act.to : current + act.by))]
      if (target) focusOn(target)
    } else if (act.kind === 'move') moveSelected(act.step)
    else if (act.kind === 'remove') removeSelected()
    else if (act.kind === 'fold') fold(act.id, act.away)
    else focusOn({ kind: 'section', id: findBlock(report, act.id)?.section.id ?? act.id })
  }
  const drop = (section: string, before: string | null) => {
    if (dragged !== null) change((now) => placeBlock(now, dragged, section, before))
    setDragged(null)
  }
  const stop = current >= 0 ? current : 0
  // The same functions throughout, so that a row without a change is not drawn again.
  const latest = useRef({ select, drop })
  latest.current = { select, drop }
  const selectBlock = useCallback((id: string) => latest.current.select({ kind: 'block', id }), [])
  const dropBlock = useCallback((section: string, before: string) => latest.current.drop(section, before), [])

  return (
    <>
      <OutlineTools onMove={moveSelected} onRemove={removeSelected} />
      <div
        ref={tree}
        className="outline"
        role="tree"
        aria-label={t('outline.label')}
        onKeyDown={press}
        onDragEnd={() => setDragged(null)}
      >
        {report.sections.map((section) => (
          <SectionRow
            key={section.id}
            section={section}
            folded={folded.has(section.id)}
            stop={items[stop]?.id === section.id}
            onFold={(away) => fold(section.id, away)}
            onDrop={dragged === null ? null : () => drop(section.id, null)}
          >
            {section.blocks.map((block) => (
              <BlockRow
                key={block.id}
                block={block}
                section={section.id}
                name={blockName(block)}
                selected={selection?.kind === 'block' && selection.id === block.id}
                stop={items[stop]?.id === block.id}
                waiting={block.kind === 'run' && (report.runs[block.run]?.run ?? null) === null}
                commented={textIn(block.comment, report.locale, report.locale) !== ''}
                draggable={!readOnly}
                takes={dragged !== null}
                onSelect={selectBlock}
                onDrag={setDragged}
                onDrop={dropBlock}
              />
            ))}
          </SectionRow>
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  )
}

type Act =
  | { readonly kind: 'step'; readonly by: number; readonly to: number }
  | { readonly kind: 'move'; readonly step: -1 | 1 }
  | { readonly kind: 'remove' }
  | { readonly kind: 'fold'; readonly id: string; readonly away: boolean }
  | { readonly kind: 'parent'; readonly id: string }

/** The keys of a tree, as people know them from file managers. */
function keys(event: KeyboardEvent, item: Item | undefined, folded: ReadonlySet<string>): Act | null {
  const vertical = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
  if (vertical !== null)
    return event.altKey ? { kind: 'move', step: vertical } : { kind: 'step', by: vertical, to: 0 }
  if (event.altKey || event.ctrlKey || event.metaKey) return null
  if (event.key === 'Home') return { kind: 'step', by: 0, to: 0 }
  if (event.key === 'End') return { kind: 'step', by: 0, to: Number.MAX_SAFE_INTEGER }
  if (event.key === 'Delete') return { kind: 'remove' }
  if (item === undefined) return null
  if (event.key === 'ArrowRight' && item.kind === 'section')
    return folded.has(item.id) ? { kind: 'fold', id: item.id, away: false } : { kind: 'step', by: 1, to: 0 }
  if (event.key === 'ArrowLeft')
    return item.kind === 'block' ? { kind: 'parent', id: item.id } : { kind: 'fold', id: item.id, away: true }
  return null
}
