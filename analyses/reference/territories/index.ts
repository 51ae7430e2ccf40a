import type { CodeItem, CodeList } from './code-list'
import { nutsLists } from './nuts'
import { lau1Lists, registerLists } from './registers'
import { ruleLists } from './rules'

export * from './code-list'
export * from './match'
export { registers } from './registers'
export { hasCheckDigit } from './rules'

const lau1: ReadonlyMap<string, CodeItem> = new Map(lau1Lists.flatMap(({ items }) => [...items]))

/** Every territory list that comes with the workbench. Special lists stand before the general ones they are part of. */
export const builtInCodeLists: readonly CodeList[] = [...registerLists, ...nutsLists(lau1), ...ruleLists]
