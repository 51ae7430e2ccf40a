import { IntlMessageFormat } from 'intl-messageformat'

interface Element {
  readonly type: number
  readonly value?: unknown
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>
  readonly children?: readonly Element[]
}

/** Names an ICU message expects to be filled in, sorted, each once. Literal text and `#` are no names. */
export function messageSlots(message: string): string[] {
  const literal = 0
  const pound = 7
  const walk = (elements: readonly Element[]): string[] =>
    elements.flatMap((element) => {
      const own = element.type === literal || element.type === pound ? [] : [String(element.value)]
      const inner = Object.values(element.options ?? {}).flatMap((option) => walk(option.value))
      return [...own, ...inner, ...walk(element.children ?? [])]
    })
  const ast = new IntlMessageFormat(message, 'en', undefined, {
    ignoreTag: true,
  }).getAst() as unknown as readonly Element[]
  return [...new Set(walk(ast))].sort()
}
