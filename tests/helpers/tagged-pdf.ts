import { PDFDocument, PDFName } from '@cantoo/pdf-lib'

/** A tagged PDF of one page with nothing on it, as a printer would return for an empty report. */
export async function taggedPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.addPage()
  const { context, catalog } = document
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  const root = context.obj({ Type: 'StructTreeRoot' })
  catalog.set(PDFName.of('StructTreeRoot'), context.register(root))
  return document.save({ useObjectStreams: false })
}
