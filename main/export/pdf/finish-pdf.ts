import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'
import type { Published } from '../../../analyses/model/published'
import type { ReportDocument } from '../../../analyses/model/report-document'
import { encloseInPdf } from '../enclosure'
import { markArtifacts } from './mark-artifacts'
import { metadataPacket } from './metadata'
import { repairOutline } from './repair-outline'
import { repairTags } from './repair-tags'
import { withoutRepeatedHeads } from './repeated-heads'

const name = (text: string): PDFName => PDFName.of(text)

/**
 * What the printer cannot say about a document, said: whose it is and in which language, that its title is shown,
 * what is mere decoration, the parts of tables and lists, what a link leads to. No clock, so that the same report gives
 * the same bytes. It does not declare PDF/UA: only a person can vouch for all of that.
 */
export async function finishPdf(
  printed: Uint8Array,
  report: ReportDocument,
  published?: Published,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(printed, { updateMetadata: false, throwOnInvalidObject: false })
  describe(document, report)
  repairTags(document)
  const repeated = withoutRepeatedHeads(document)
  repairOutline(document, report)
  for (const page of document.getPages()) {
    page.node.set(name('Tabs'), name('S'))
    nameLinks(page.node, report.locale)
    const contents = page.node.lookup(name('Contents'))
    const streams = contents instanceof PDFArray ? contents.asArray() : [page.node.get(name('Contents'))]
    for (const ref of streams) if (ref instanceof PDFRef) markStream(document, ref, repeated.get(page.ref))
  }
  if (published !== undefined) await encloseInPdf(document, published)
  // Packing the objects takes the library time that grows with the square of their number: ten seconds for a long report.
  return document.save({ useObjectStreams: false, updateFieldAppearances: false })
}

function describe(document: PDFDocument, { title, subtitle, locale, imprint }: ReportDocument): void {
  const { catalog } = document
  document.setTitle(title, { showInWindowTitleBar: true })
  document.setAuthor(
    [imprint?.author, imprint?.organisation].filter(Boolean).join(', ') || 'Regional Workbench',
  )
  document.setSubject(imprint?.description || subtitle)
  document.setKeywords([...(imprint?.keywords ?? [])])
  document.setCreator('Regional Workbench')
  document.setLanguage(locale)
  const info = document.context.lookupMaybe(document.context.trailerInfo.Info, PDFDict)
  for (const clock of ['CreationDate', 'ModDate']) info?.delete(name(clock))
  delete document.context.trailerInfo.ID
  const packet = metadataPacket({
    title,
    language: locale,
    author: document.getAuthor() ?? '',
    description: document.getSubject() ?? '',
  })
  const stream = document.context.stream(new TextEncoder().encode(packet), {
    Type: 'Metadata',
    Subtype: 'XML',
  })
  catalog.set(name('Metadata'), document.context.register(stream))
  // A reader that shows an outline can be asked to open it.
  if (catalog.has(name('Outlines'))) catalog.set(name('PageMode'), name('UseOutlines'))
}

const linkWords = {
  cs: 'Odkaz na část zprávy',
  en: 'Link to a part of the report',
  pl: 'Odnośnik do części raportu',
} as const

/** A link says what it is, for who does not see the words it stands on. */
function nameLinks(page: PDFDict, locale: ReportDocument['locale']): void {
  const annotations = page.lookup(name('Annots'))
  if (!(annotations instanceof PDFArray)) return
  for (const item of annotations.asArray()) {
    const link = item instanceof PDFRef ? page.context.lookup(item) : item
    if (link instanceof PDFDict && !link.has(name('Contents')))
      link.set(name('Contents'), PDFHexString.fromText(linkWords[locale]))
  }
}

function markStream(document: PDFDocument, ref: PDFRef, decoration: ReadonlySet<number> = new Set()): void {
  const stream = document.context.lookup(ref)
  if (!(stream instanceof PDFRawStream)) return
  const marked = markArtifacts(decodePDFRawStream(stream).decode(), decoration)
  document.context.assign(ref, document.context.flateStream(marked))
}
