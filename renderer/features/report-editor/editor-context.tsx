import { createContext, useContext } from 'react'
import type { CompositionBlock } from '../../../analyses/model/composition'
import type { Locale } from '../../../analyses/model/locale'
import type { PackCard } from '../../../analyses/model/pack-card'
import { namedText } from '../../../analyses/model/template-make'
import type { RunSummary } from '../../../preload/contract/methods'
import { useLanguage } from '../../i18n'
import { type Selection, textIn } from './composition-edit'
import type { Editing } from './use-editing'

/** What every part of the editor works on. */
export interface EditorValue extends Editing {
  readonly id: string
  readonly readOnly: boolean
  readonly packs: readonly PackCard[]
  /** Stored runs of the project, newest first. */
  readonly runs: readonly RunSummary[]
  readonly selection: Selection
  readonly select: (selection: Selection) => void
  /** Languages the report is written in: the first, and the second where there is one. */
  readonly locales: readonly Locale[]
}

export const EditorContext = createContext<EditorValue | null>(null)

export function useEditor(): EditorValue {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('useEditor outside of the report editor')
  return editor
}

/** What a run is for in the report, else the title of its analysis. */
export function useSlotTitle(): (slot: string) => string {
  const { report, packs } = useEditor()
  return (slot) => {
    const run = report.runs[slot]
    if (run === undefined) return slot
    const own = textIn(run.title, report.locale, report.locale)
    return own === '' ? (packs.find(({ id }) => id === run.pack)?.title ?? run.pack) : own
  }
}

/** Heading of a table of a pack; its name where the pack gives none. */
const tableTitle = (editor: EditorValue, slot: string, table: string): string => {
  const pack = editor.packs.find(({ id }) => id === editor.report.runs[slot]?.pack)
  return pack?.outputs.find((output) => output.table === table)?.title ?? table
}

/** First words of a text, without its marks. */
const firstWords = (text: string): string =>
  text
    .replace(/^\s*(?:#+|-|:)\s*/gm, '')
    .replace(/\{\{[^}]*\}\}/g, '…')
    .replace(/[|\s]+/g, ' ')
    .trim()
    .replace(/^(.{80}).+$/su, '$1…')

/** What a block is called in the outline: in the report's own language, as it stands on the page beside it. */
export function useBlockName(): (block: CompositionBlock) => string {
  const { t, locale } = useLanguage()
  const editor = useEditor()
  const slotTitle = useSlotTitle()
  return (block) => {
    const own = textIn(block.title, editor.report.locale, editor.report.locale)
    if (own !== '') return namedText(own, editor.report)
    if (block.kind === 'page-break') return t('editor.pageBreak')
    const hint = textIn(block.hint, locale, editor.report.locale)
    if (block.kind === 'text')
      return (
        firstWords(
          namedText(textIn(block.text, editor.report.locale, editor.report.locale), editor.report),
        ) || (hint === '' ? t('editor.emptyText') : t('editor.toWrite', { hint: firstWords(hint) }))
      )
    const part = block.part === 'table' ? tableTitle(editor, block.run, block.name) : t(`part.${block.part}`)
    return `${part} · ${slotTitle(block.run)}`
  }
}
