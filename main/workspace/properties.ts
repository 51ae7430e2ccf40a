import type { Database } from '../../analyses/model/database'

/** A fact about the whole project by its name; null when nobody has set it. */
export async function property(database: Database, name: string): Promise<string | null> {
  const [row] = await database.rows('select value from workbench.property where name = $name', { name })
  const value = row?.['value']
  return typeof value === 'string' ? value : null
}

export async function setProperty(transaction: Database, name: string, value: string): Promise<void> {
  await transaction.execute('delete from workbench.property where name = $name', { name })
  await transaction.execute('insert into workbench.property values ($name, $value)', { name, value })
}

/** What tells this project from every other, also after it was copied or renamed. */
export async function projectIdentity(database: Database): Promise<string> {
  const identity = await property(database, 'identity')
  if (identity === null) throw new Error('a project without an identity')
  return identity
}
