import type { Database, SqlParameters } from '../../../analyses/model/database'

export const abortAfter = (milliseconds: number): AbortSignal => AbortSignal.timeout(milliseconds)

export const code = (expected: string) => ({ fault: { code: expected } })

/** A query of about a minute that keeps calling back. */
export const longQuery = 'SELECT count(*) AS n FROM range(30000000000) AS r(i) WHERE hash(i) % 7 = 3'
/** A nested loop: it never comes back from one batch of work, so nothing inside can stop it. */
export const deafQuery = `SELECT count(*) AS n FROM (SELECT range AS a FROM range(5000000)) AS l,
  (SELECT range AS a FROM range(5000000)) AS r WHERE l.a + r.a = 3`

/** The first row of a query. */
export const oneRow =
  (database: () => Database) =>
  async (sql: string, parameters: SqlParameters = {}) =>
    (await database().rows(sql, parameters))[0]
