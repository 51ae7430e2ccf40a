import { createContext, Script } from 'node:vm'

/** A regular expression of the metadata that a whole text must match. */
export interface TextPattern {
  /** Null: it took too long to tell, as expressions with nested repetitions do. */
  test(text: string): boolean | null
}

const LONGEST_PLAIN = 2000
const MAX_MILLISECONDS = 100
/** After so many timeouts the expression is given up. */
const MAX_TIMEOUTS = 3

/** Undefined when the text is no regular expression. */
export function textPattern(source: string): TextPattern | undefined {
  const expression = compile(source)
  if (expression === undefined) return undefined
  const simple = isSimple(source)
  const watched = makeWatched(expression)
  return {
    test: (text) => (simple && text.length <= LONGEST_PLAIN ? expression.test(text) : watched(text)),
  }
}

function compile(source: string): RegExp | undefined {
  for (const flags of ['us', 's']) {
    try {
      return new RegExp(`^(?:${source})$`, flags)
    } catch {
      // Tried again without the strictness of Unicode mode, then given up.
    }
  }
  return undefined
}

/** No repetition inside a repeated group, no back reference and few open repetitions: cannot run away. */
function isSimple(source: string): boolean {
  const bare = source.replace(/\\./g, 'a').replace(/\[[^\]]*\]/g, 'a')
  const open = bare.match(/[*+]|\{\d+,\}/g)?.length ?? 0
  const repeatedGroup = /\)\s*(?:[*+]|\{)/.test(bare)
  return (
    open <= 2 &&
    !(repeatedGroup && /[*+{|]/.test(bare.replace(/\)(?:[*+]|\{[^}]*\})/g, ''))) &&
    !/\\[1-9k]/.test(source)
  )
}

/** Runs with a time limit, which the engine can break; answers are remembered because the watch costs. */
function makeWatched(expression: RegExp): (text: string) => boolean | null {
  const known = new Map<string, boolean>()
  const room = { expression, text: '' }
  const context = createContext(room)
  const script = new Script('expression.test(text)')
  let timeouts = 0
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (timeouts >= MAX_TIMEOUTS) return null
    room.text = text
    try {
      const answer = Boolean(script.runInContext(context, { timeout: MAX_MILLISECONDS }))
      if (known.size < 10_000) known.set(text, answer)
      return answer
    } catch {
      timeouts++
      return null
    }
  }
}
