import type { Database } from '../../analyses/model/database'

/** What tells this project from every other, also after it was copied or renamed. */
export async function projectIdentity(database: Database): Promise<string> {
  const [row] = await database.rows(`select value from workbench.property where name = 'identity'`)
  const identity = row?.['value']
  if (typeof identity !== 'string') throw new Error('a project without an identity')
  return identity
}
