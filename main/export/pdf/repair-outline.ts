import { PDFDict, type PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import type { ReportDocument } from '../../../analyses/model/report-document'
import { pageMessages } from '../html/messages'

const name = (text: string): PDFName => PDFName.of(text)

/** The printer repeats the words of a heading that moved to the next page; the report knows what they are. */
export function repairOutline(document: PDFDocument, report: ReportDocument): void {
  const headings = report.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
  const contents =
    report.contents === true && headings.length > 0 ? [pageMessages[report.locale].contents] : []
  const titles = [report.title, ...contents, ...headings]
  const entries = [...entriesOf(document)]
  if (entries.length !== titles.length) return
  for (const [index, entry] of entries.entries())
    entry.set(name('Title'), PDFHexString.fromText(titles[index] ?? ''))
}

/** Entries of the outline, each before those below it. */
export function* entriesOf(document: PDFDocument): Generator<PDFDict> {
  const outlines = document.catalog.lookupMaybe(name('Outlines'), PDFDict)
  if (outlines !== undefined) yield* below(outlines)
}

function* below(parent: PDFDict): Generator<PDFDict> {
  const first = parent.lookupMaybe(name('First'), PDFDict)
  for (let at = first; at !== undefined; at = at.lookupMaybe(name('Next'), PDFDict)) {
    yield at
    yield* below(at)
  }
}
