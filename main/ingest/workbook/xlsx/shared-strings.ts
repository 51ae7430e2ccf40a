import type { CancelSignal } from '../../../../analyses/methods/core/signal'
import type { ByteSource } from '../../source/byte-source'
import { textValue } from '../cells'
import type { WorkbookStore } from '../workbook'
import { readXml } from '../xml'
import { StringItem } from './strings'

/** Reads the shared texts into the store. Returns which of them are blank. */
export async function readSharedStrings(
  source: ByteSource,
  store: WorkbookStore,
  signal: CancelSignal,
  read: (bytes: number) => void,
): Promise<ReadonlySet<number>> {
  const blank = new Set<number>()
  const item = new StringItem()
  let inside = false
  const handler = {
    open(name: string) {
      if (name === 'si') {
        inside = true
        item.begin()
      } else if (inside) item.open(name)
    },
    close(name: string) {
      if (name === 'si') {
        inside = false
        const text = item.value()
        const index = store.addShared(text)
        if (textValue(text).kind === 'blank') blank.add(index)
      } else if (inside) item.close(name)
    },
    text(text: string) {
      if (inside) item.text(text)
    },
  }
  await readXml(source, handler, signal, read)
  return blank
}
