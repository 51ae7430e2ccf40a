/** Codes of one column by level of their classification, outermost first. One level: nothing is counted twice. */
export interface CodeLevel {
  readonly name: string
  readonly codes: readonly string[]
}

/** Sections A to U, ranges of them, then divisions, groups and classes with or without the letter and the dot. */
const nace: readonly (readonly [string, RegExp])[] = [
  ['sections', /^[A-V][-–_][A-V](?:_?X_?[A-V](?:\d{2})?)?$/],
  ['section', /^[A-V]$/],
  ['division', /^[A-V]?\d{2}$/],
  ['group', /^[A-V]?\d{2}\.?\d$/],
  ['class', /^[A-V]?\d{2}\.?\d{2}$/],
]
const NACE_NAME = /nace|(?:^|_)(?:pkd|okec|ateco|sekce|odvetvi|branch|sector|industry)(?:_|$)/

/** Words that say a column holds codes of a tree: CPV, ISCO, COICOP, HS, budget items… */
const TREE_NAME =
  /cpv|cpa|isco|isced|coicop|prodcom|(?:^|_)(?:hs|cn|sitc|polozka|paragraf|paragraph|dzial|rozdzial)(?:_|$)/

/** The levels found among the codes, or null when the codes are not of a tree. `name` is the column's plain name. */
export function codeLevels(codes: readonly string[], name: string): readonly CodeLevel[] | null {
  const plain = codes.map((code) => code.trim()).filter((code) => code !== '')
  if (plain.length < 3) return null
  return (NACE_NAME.test(name) ? naceLevels(plain) : null) ?? prefixLevels(plain, TREE_NAME.test(name))
}

function naceLevels(codes: readonly string[]): readonly CodeLevel[] | null {
  const levels = nace.map(([name, pattern]) => ({ name, codes: codes.filter((code) => pattern.test(code)) }))
  const found = levels.filter((level) => level.codes.length > 0)
  const count = found.reduce((sum, level) => sum + level.codes.length, 0)
  return count >= codes.length * 0.8 ? found : null
}

/** A code that begins another is its parent: 0, 0A, 0A1. Enough of them must be, or it is chance. */
function prefixLevels(codes: readonly string[], named: boolean): readonly CodeLevel[] | null {
  if (codes.some((code) => code.length > 16 || /\s/.test(code))) return null
  const all = new Set(codes)
  const depthOf = (code: string): number => {
    let depth = 0
    for (let length = 1; length < code.length; length++) {
      // S1 begins S12 by counting; only a code said to be of a tree goes on in digits.
      const counts = /\d/.test(code.charAt(length - 1)) && /\d/.test(code.charAt(length))
      if ((named || !counts) && all.has(code.slice(0, length))) depth += 1
    }
    return depth
  }
  const depths = codes.map((code) => [code, depthOf(code)] as const)
  const nested = depths.filter(([, depth]) => depth > 0).length
  const numbers = codes.every((code) => /^\d+$/.test(code))
  // 1 begins 10 in every list of numbers; only codes said to be of a tree, or of letters, mean it.
  if (nested < codes.length * 0.4 || (!named && (numbers || codes.length < 6))) return null
  const deepest = Math.max(...depths.map(([, depth]) => depth))
  return Array.from({ length: deepest + 1 }, (_, level) => ({
    name: String(level + 1),
    codes: depths.flatMap(([code, depth]) => (depth === level ? [code] : [])),
  }))
}
