import { SaxesParser } from 'saxes'

/** An element of XML with what is inside it, in order. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
}

/** Well-formed XML as a tree; anything else is thrown out by the parser. */
export function readXml(text: string): Element {
  const parser = new SaxesParser()
  const open: Element[] = [{ name: '', attributes: {}, children: [] }]
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', (piece) => open.at(-1)?.children.push(piece))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(text).close()
  const [root] = open[0]?.children.filter((child): child is Element => typeof child !== 'string') ?? []
  if (root === undefined) throw new Error('no element')
  return root
}

export const elementsIn = (element: Element): readonly Element[] =>
  element.children.filter((child): child is Element => typeof child !== 'string')

/** All elements inside, however deep, in their order. */
export const everyElement = (element: Element): readonly Element[] =>
  elementsIn(element).flatMap((child) => [child, ...everyElement(child)])

export const childrenNamed = (element: Element, name: string): readonly Element[] =>
  elementsIn(element).filter((child) => child.name === name)

/** All elements of a name, however deep; not those inside another of that name. */
export const allNamed = (element: Element, name: string): readonly Element[] =>
  elementsIn(element).flatMap((child) => (child.name === name ? [child] : allNamed(child, name)))

export const textIn = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
