export type YamlValue =
  | string
  | number
  | boolean
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue }

/**
 * Block YAML with every string in double quotes. A writer of our own because a YAML package may change
 * its line breaks or quoting between versions, and the committed bytes must not.
 */
export function toYaml(value: { readonly [key: string]: YamlValue }, indent = ''): string {
  return Object.entries(value)
    .map(([key, item]) => `${indent}${key}:${after(item, indent)}`)
    .join('')
}

function after(item: YamlValue, indent: string): string {
  if (typeof item !== 'object') return ` ${JSON.stringify(item)}\n`
  if (!Array.isArray(item)) return `\n${toYaml(item as { readonly [key: string]: YamlValue }, `${indent}  `)}`
  return `\n${item.map((entry: YamlValue) => listEntry(entry, `${indent}  `)).join('')}`
}

function listEntry(entry: YamlValue, indent: string): string {
  if (typeof entry !== 'object' || Array.isArray(entry)) return `${indent}-${after(entry, indent)}`
  const block = toYaml(entry as { readonly [key: string]: YamlValue }, `${indent}  `)
  return `${indent}- ${block.slice(indent.length + 2)}`
}
