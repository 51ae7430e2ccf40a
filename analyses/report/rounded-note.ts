import type { Making } from './making'

/** Under tables and pictures of persons and firms: their counts are not the exact ones. Empty where they are. */
export function roundedNote(relation: string, { pack, record, words }: Making): string {
  const { rounding, rules } = record.disclosure ?? {}
  const declared = pack.manifest.disclosure
  const rule = declared?.relations[relation]
  const counts = typeof rule === 'object' && ('cells' in rule || 'follows' in rule)
  if (rounding === undefined || (declared !== undefined && !counts)) return ''
  return words.own(rounding.additive ? 'rounded.note' : 'rounded.alone', { base: rules?.base ?? 0 })
}

export const withNote = (text: string, note: string): string =>
  [text, note].filter((one) => one !== '').join(' ')
