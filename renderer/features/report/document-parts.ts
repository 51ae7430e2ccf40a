import type { Block, ReportDocument } from '../../../analyses/model/report-document'

export interface DocumentPart {
  readonly id: string
  readonly title: string
}

export interface DocumentParts {
  readonly charts: readonly DocumentPart[]
  readonly tables: readonly DocumentPart[]
}

/** What of a report can be saved on its own: its charts, and its tables (those of charts are in them already). */
export const partsOf = (document: ReportDocument): DocumentParts => ({
  charts: document.blocks.flatMap((block) =>
    block.kind === 'chart' ? [{ id: block.id, title: block.title }] : [],
  ),
  tables: document.blocks.flatMap((block) =>
    block.kind === 'table' ? [{ id: block.id, title: block.caption }] : [],
  ),
})

export const blockKey = (block: Block, index: number): string =>
  'id' in block ? `${block.kind}:${block.id}` : `${block.kind}:${index}`

/** A file's name from a title: letters and digits of any language, nothing a file system could stumble over. */
export const fileNameOf = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 80) || 'report'
