import type {
  Composition,
  CompositionBlock,
  CompositionSection,
  LocalText,
} from '../../../analyses/model/composition'
import type { Locale } from '../../../analyses/model/locale'

/** What of a report is being looked at. Blocks and sections share one space of names. */
export type Selection = { readonly kind: 'section' | 'block'; readonly id: string } | null

export interface Place {
  readonly section: CompositionSection
  readonly sectionIndex: number
  readonly block: CompositionBlock
  readonly index: number
}

export const findSection = (report: Composition, id: string): CompositionSection | null =>
  report.sections.find((section) => section.id === id) ?? null

export function findBlock(report: Composition, id: string): Place | null {
  for (const [sectionIndex, section] of report.sections.entries()) {
    const index = section.blocks.findIndex((block) => block.id === id)
    const block = section.blocks[index]
    if (block) return { section, sectionIndex, block, index }
  }
  return null
}

/** The section a new block belongs to: the selected one, that of the selected block, else the last. */
export function sectionOf(report: Composition, selection: Selection): CompositionSection | null {
  const own =
    selection?.kind === 'section'
      ? findSection(report, selection.id)
      : selection?.kind === 'block'
        ? findBlock(report, selection.id)?.section
        : null
  return own ?? report.sections.at(-1) ?? null
}

const withSections = (report: Composition, sections: CompositionSection[]): Composition => ({
  ...report,
  sections,
})

export const changeSection = (
  report: Composition,
  id: string,
  part: Partial<Omit<CompositionSection, 'id'>>,
): Composition =>
  withSections(
    report,
    report.sections.map((section) => (section.id === id ? { ...section, ...part } : section)),
  )

/** The block anew; where `make` returns null the block goes. */
export const changeBlock = (
  report: Composition,
  id: string,
  make: (block: CompositionBlock) => CompositionBlock | null,
): Composition =>
  withSections(
    report,
    report.sections.map((section) =>
      section.blocks.some((block) => block.id === id)
        ? {
            ...section,
            blocks: section.blocks.flatMap((block) => (block.id === id ? (make(block) ?? []) : [block])),
          }
        : section,
    ),
  )

/** Puts an item of a list one place further; at the ends it stays. */
function shifted<T>(items: readonly T[], index: number, step: number): T[] {
  const target = index + step
  const moved = items[index]
  if (moved === undefined || target < 0 || target >= items.length) return [...items]
  const rest = items.filter((_, at) => at !== index)
  return [...rest.slice(0, target), moved, ...rest.slice(target)]
}

/** Puts a block before another of a section, or at its end. */
export function placeBlock(
  report: Composition,
  id: string,
  sectionId: string,
  before: string | null,
): Composition {
  const place = findBlock(report, id)
  if (!place || before === id || !findSection(report, sectionId)) return report
  const without = changeBlock(report, id, () => null)
  return withSections(
    without,
    without.sections.map((section) => {
      if (section.id !== sectionId) return section
      const found = before === null ? -1 : section.blocks.findIndex((block) => block.id === before)
      const at = found < 0 ? section.blocks.length : found
      return {
        ...section,
        blocks: [...section.blocks.slice(0, at), place.block, ...section.blocks.slice(at)],
      }
    }),
  )
}

/** One step up (-1) or down (1). A block at the edge of its section goes on into the next one. */
export function move(report: Composition, selection: Selection, step: -1 | 1): Composition {
  if (selection === null) return report
  if (selection.kind === 'section') {
    const index = report.sections.findIndex(({ id }) => id === selection.id)
    return withSections(report, shifted(report.sections, index, step))
  }
  const place = findBlock(report, selection.id)
  if (!place) return report
  const target = place.index + step
  if (target >= 0 && target < place.section.blocks.length)
    return changeSection(report, place.section.id, {
      blocks: shifted(place.section.blocks, place.index, step),
    })
  const neighbour = report.sections[place.sectionIndex + step]
  if (!neighbour) return report
  return placeBlock(report, selection.id, neighbour.id, step === 1 ? (neighbour.blocks[0]?.id ?? null) : null)
}

export const isHidden = (report: Composition, selection: Selection): boolean =>
  selection?.kind === 'section'
    ? (findSection(report, selection.id)?.hidden ?? false)
    : selection?.kind === 'block'
      ? (findBlock(report, selection.id)?.block.hidden ?? false)
      : false

export const setHidden = (report: Composition, selection: Selection, hidden: boolean): Composition =>
  selection === null
    ? report
    : selection.kind === 'section'
      ? changeSection(report, selection.id, { hidden })
      : changeBlock(report, selection.id, (block) => ({ ...block, hidden }))

export const remove = (report: Composition, selection: Selection): Composition =>
  selection === null
    ? report
    : selection.kind === 'section'
      ? withSections(
          report,
          report.sections.filter(({ id }) => id !== selection.id),
        )
      : changeBlock(report, selection.id, () => null)

/** A name no section or block has yet. */
export function freshId(report: Composition, stem: string): string {
  const taken = new Set(report.sections.flatMap(({ id, blocks }) => [id, ...blocks.map((block) => block.id)]))
  const base =
    stem
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+/, '')
      .slice(0, 40)
      .replace(/-+$/, '') || 'block'
  let id = base
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
  return id
}

/** Blocks after the selected one, or at the end of the selected section. */
export function addBlocks(
  report: Composition,
  selection: Selection,
  blocks: readonly CompositionBlock[],
): Composition {
  const section = sectionOf(report, selection)
  if (!section) return report
  const index =
    selection?.kind === 'block' ? section.blocks.findIndex(({ id }) => id === selection.id) + 1 : 0
  const at = index > 0 ? index : section.blocks.length
  return changeSection(report, section.id, {
    blocks: [...section.blocks.slice(0, at), ...blocks, ...section.blocks.slice(at)],
  })
}

/** A section after the selected one. */
export function addSection(
  report: Composition,
  selection: Selection,
  section: CompositionSection,
): Composition {
  const after = sectionOf(report, selection)
  const at = after ? report.sections.findIndex(({ id }) => id === after.id) + 1 : report.sections.length
  return withSections(report, [...report.sections.slice(0, at), section, ...report.sections.slice(at)])
}

/** A text in one language; an empty one is no text, so that the other language can stand in. */
export function putText(text: LocalText, locale: Locale, words: string): LocalText {
  const { [locale]: _, ...others } = text
  return words === '' ? others : { ...others, [locale]: words }
}

/** A text as the report shows it: in this language, else in its first one, else in any. */
export const textIn = (text: LocalText, locale: Locale, first: Locale): string =>
  text[locale] ?? text[first] ?? Object.values(text).find((words) => words !== '') ?? ''

/** Everything of the outline in its order: sections, and their blocks unless folded. */
export function outlineOf(report: Composition, folded: ReadonlySet<string>): Exclude<Selection, null>[] {
  return report.sections.flatMap(({ id, blocks }) => [
    { kind: 'section' as const, id },
    ...(folded.has(id) ? [] : blocks.map((block) => ({ kind: 'block' as const, id: block.id }))),
  ])
}
