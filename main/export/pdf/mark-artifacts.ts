import { operations } from './content-stream'

const construction = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'])
const painting = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
const alone = new Set(['Do', 'sh', 'BI'])
const begin = '/Artifact BMC\n'

/**
 * A page's drawing with everything that carries no meaning (frames, backgrounds, page numbers) marked as such, so that
 * nothing is left unmarked. A reader that speaks passes it over. Nothing is drawn differently. `decoration`: marked
 * pieces that became decoration.
 */
export function markArtifacts(stream: Uint8Array, decoration: ReadonlySet<number> = new Set()): Uint8Array {
  const inserts: Insert[] = []
  let depth = 0
  let opened: number | null = null
  for (const { operator, operands, start, end } of operations(stream)) {
    const wrap = (from: number) => {
      inserts.push({ at: from, text: begin }, { at: end, text: '\nEMC\n' })
    }
    if (operator === 'BMC' || operator === 'BDC') {
      depth += 1
      opened = null
      const mark = operands[1] instanceof Map ? operands[1].get('MCID') : undefined
      if (typeof mark === 'number' && decoration.has(mark))
        inserts.push({ at: start, text: begin, until: end })
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

interface Insert {
  readonly at: number
  readonly text: string
  /** What stands up to here is replaced. */
  readonly until?: number
}

function inserted(stream: Uint8Array, inserts: readonly Insert[]): Uint8Array {
  const pieces: Uint8Array[] = []
  let from = 0
  for (const { at, text, until } of inserts) {
    pieces.push(stream.subarray(from, at), new TextEncoder().encode(text))
    from = until ?? at
  }
  return Buffer.concat([...pieces, stream.subarray(from)])
}
