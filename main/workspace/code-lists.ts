import { z } from 'zod'
import type { CodeListCard } from '../../analyses/model/code-list-card'
import type { Database } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'
import {
  builtInCodeLists,
  type CodeItem,
  type CodeList,
  plainList,
} from '../../analyses/reference/territories'

/** A list as the project keeps it. */
const definitionSchema = z.object({
  format: z.literal('workbench-code-list/1'),
  id: z.string(),
  edition: z.string().nullable(),
  country: z.string().nullable(),
  level: z.string(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  source: z.string(),
  /** code, label, parent */
  items: z.array(z.tuple([z.string(), z.string(), z.string().nullable()])),
})
export type CodeListDefinition = z.infer<typeof definitionSchema>

export function listOf(definition: CodeListDefinition): CodeList {
  const { id, edition, country, level, validFrom, validTo, source } = definition
  const items = new Map<string, CodeItem>(
    definition.items.map(([code, label, parent]) => [code, { label, parent }] as const),
  )
  return plainList({ id, edition, country, level, validFrom, validTo, source, items, hint: null })
}

export const cardOf = (list: CodeList, own: boolean): CodeListCard => {
  const { id, family, edition, country, validFrom, validTo, source, size } = list
  return { id, family, edition, country, validFrom, validTo, source, size, own }
}

/** The lists loaded into the project, for matching and for their labels. */
export async function projectCodeLists(database: Database): Promise<readonly CodeList[]> {
  const rows = await database.rows('select definition from workbench.code_list order by id')
  return rows.map((row) => listOf(definitionSchema.parse(JSON.parse(String(row['definition'])))))
}

/** Every code list there is to choose from: the project's own, then the built-in ones. */
export async function listCodeLists(database: Database): Promise<readonly CodeListCard[]> {
  const own = await projectCodeLists(database)
  return [...own.map((list) => cardOf(list, true)), ...builtInCodeLists.map((list) => cardOf(list, false))]
}

/** One list with its codes. Faults: `territories.no-list`. */
export async function findCodeList(database: Database, id: string): Promise<CodeList> {
  const lists = [...(await projectCodeLists(database)), ...builtInCodeLists]
  return lists.find((list) => list.id === id) ?? refuse('territories.no-list', { id })
}
