import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib'

const fileName = 'published.json'
/** The attachment says no time: the same report gives the same bytes. */
const still = new Date(Date.UTC(1980, 0, 1))

/** The value as a file attached to the PDF, where any reader of PDF finds it. */
export async function encloseInPdf(document: PDFDocument, value: unknown): Promise<void> {
  await document.attach(new TextEncoder().encode(JSON.stringify(value)), fileName, {
    mimeType: 'application/json',
    afRelationship: AFRelationship.Data,
    creationDate: still,
    modificationDate: still,
  })
}

export async function readPdfEnclosure(bytes: Uint8Array): Promise<unknown> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const file = document.getAttachments().find(({ name }) => name === fileName)
  return file === undefined ? undefined : JSON.parse(new TextDecoder().decode(file.data))
}
