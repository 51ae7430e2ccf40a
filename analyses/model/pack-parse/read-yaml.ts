import { LineCounter, parseDocument } from 'yaml'
import { type Fault, fault } from '../fault'

/** Anchors are handy in a hand-written file; thousands of references to one are an attack. */
const mostAliases = 20

export type Parsed = { readonly value: unknown } | { readonly faults: readonly Fault[] }

/** YAML 1.2 core schema: no custom tags, no merge keys, no duplicate keys, no alias bombs. */
export function readYaml(file: string, text: string): Parsed {
  const lines = new LineCounter()
  const document = parseDocument(text, { schema: 'core', version: '1.2', lineCounter: lines, merge: false })
  const broken = [...document.errors, ...document.warnings]
  if (broken.length > 0) {
    return {
      faults: broken.slice(0, 5).map((error) => {
        const line = lines.linePos(error.pos[0]).line
        return fault('pack.yaml-invalid', { file, line, detail: firstLine(error.message) }, `${file}:${line}`)
      }),
    }
  }
  try {
    return { value: document.toJS({ maxAliasCount: mostAliases }) }
  } catch {
    return { faults: [fault('pack.yaml-invalid', { file, line: 1, detail: 'too many aliases' }, file)] }
  }
}

const firstLine = (message: string): string => (message.split('\n')[0] ?? '').replace(/:$/, '')
