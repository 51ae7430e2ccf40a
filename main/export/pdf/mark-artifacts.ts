import { operations } from './content-stream'

const construction = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'])
const painting = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
const alone = new Set(['Do', 'sh', 'BI'])

/**
 * A page's drawing with everything that carries no meaning (frames, backgrounds, page numbers) marked as such, so that
 * nothing is left unmarked. A reader that speaks passes it over. Nothing is drawn differently.
 */
export function markArtifacts(stream: Uint8Array): Uint8Array {
  const inserts: { at: number; text: string }[] = []
  let depth = 0
  let opened: number | null = null
  for (const { operator, operands: _, start, end } of operations(stream)) {
    const wrap = (from: number) => {
      inserts.push({ at: from, text: '/Artifact BMC\n' }, { at: end, text: '\nEMC\n' })
    }
    if (operator === 'BMC' || operator === 'BDC') {
      depth += 1
      opened = null
    } else if (operator === 'EMC') depth -= 1
    else if (depth > 0) continue
    else if (operator === 'BT') opened = start
    else if (operator === 'ET') {
      if (opened !== null) wrap(opened)
      opened = null
    } else if (construction.has(operator)) opened ??= start
    else if (painting.has(operator)) {
      if (opened !== null) wrap(opened)
      opened = null
    } else if (operator === 'n') opened = null
    else if (alone.has(operator)) wrap(start)
  }
  return inserted(stream, inserts)
}

function inserted(
  stream: Uint8Array,
  inserts: readonly { readonly at: number; readonly text: string }[],
): Uint8Array {
  const pieces: Uint8Array[] = []
  let from = 0
  for (const { at, text } of inserts) {
    pieces.push(stream.subarray(from, at), new TextEncoder().encode(text))
    from = at
  }
  return Buffer.concat([...pieces, stream.subarray(from)])
}
