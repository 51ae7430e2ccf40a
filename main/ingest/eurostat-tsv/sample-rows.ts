import type { EurostatHeader } from './header'

type Cells = readonly (string | null)[]

/** The number as written, and the flags after it without blanks and the @ that may precede confidentiality. */
function splitCell(cell: string): { readonly value: string | null; readonly flags: string } {
  const [, number = '', rest = ''] = /^\s*(:|[-+]?[\d.]+(?:[eE][-+]?\d+)?)(.*)$/u.exec(cell) ?? []
  return { value: number === '' || number === ':' ? null : number, flags: rest.replace(/[\s@]/g, '') }
}

/** The same reading of flags as the SQL of `view.ts`: `s` is imputed, `z` cannot exist, c, C, N, P are confidentiality. */
function statusOf(flags: string): readonly [observation: string | null, confidentiality: string | null] {
  const observation = flags
    .replaceAll('s', 'i')
    .replaceAll('z', 'm')
    .replace(/[cCNP]/g, '')
  const confidentiality = /c/i.test(flags) ? 'C' : (/[NP]/.exec(flags)?.[0] ?? null)
  return [observation === '' ? null : observation, confidentiality]
}

/**
 * The first records of the file as the observations they load as (dimensions, period, value, statuses), at most
 * `limit` of them: what a preview shows must be what will be there.
 */
export function sampleRows(header: EurostatHeader, records: readonly Cells[], limit: number): Cells[] {
  const rows: Cells[] = []
  for (const cells of records) {
    const key = (cells[0] ?? '').split(',').map((part) => part.trim())
    if (key.length !== header.dimensions.length) continue
    for (const [index, period] of header.periods.entries()) {
      if (rows.length === limit) return rows
      const { value, flags } = splitCell(cells[index + 1] ?? ':')
      rows.push([...key, period, value, ...statusOf(flags)])
    }
  }
  return rows
}
