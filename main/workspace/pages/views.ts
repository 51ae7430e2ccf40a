import { type Database, quoteName, type SqlParameters } from '../../../analyses/model/database'
import { refuse } from '../../../analyses/model/fault'
import type { Locale } from '../../../analyses/model/locale'
import { type ColumnKind, type Filter, filterSql } from './filter-sql'
import { sortKey } from './sort-key'

/** A table of the project that can be paged. */
export interface PageTable {
  /** Names the content: changes when the content may have changed. */
  readonly key: string
  /** SQL of a SELECT that gives the columns and, as `row_id`, the rowid of the table beneath. */
  readonly rows: string
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind }[]
}

export interface Sort {
  readonly column: string
  readonly direction: 'ascending' | 'descending'
}

export interface PageRequest {
  readonly offset: number
  readonly limit: number
  readonly sort: readonly Sort[]
  readonly filter: readonly Filter[]
  readonly locale: Locale
}

interface View {
  readonly key: string
  /** Table in the scratch catalogue with the rowids in their order; null for the table's own order. */
  readonly order: string | null
  readonly total: number
}

/** How many orders are kept: a person flips between a few. */
const keptViews = 6

/**
 * Pages of large tables. The table's own order needs no work: rows are found by rowid. A sort or a filter
 * is worked out once as a list of rowids in memory, so that scrolling a million sorted rows neither sorts
 * again for each page nor shows a row twice where values are equal.
 */
export class PageViews {
  private views: View[] = []
  private counter = 0
  /** One view is made at a time: quick scrolling asks for several pages of the same new view at once. */
  private making: Promise<unknown> = Promise.resolve()

  constructor(private readonly database: Database) {}

  /** An Arrow IPC stream of the page and the number of rows that pass the filter. */
  async page(table: PageTable, request: PageRequest): Promise<{ ipc: Uint8Array; total: number }> {
    try {
      return await this.read(table, request)
    } catch (error) {
      // A killed engine takes its in-memory orders with it: make them anew, once.
      if (this.views.every(({ order }) => order === null)) throw error
      this.views = []
      return this.read(table, request)
    }
  }

  private async read(table: PageTable, request: PageRequest): Promise<{ ipc: Uint8Array; total: number }> {
    const made = this.making.then(() => this.view(table, request))
    this.making = made.catch(() => undefined)
    const view = await made
    const from = Math.min(request.offset, view.total)
    const to = Math.min(from + request.limit, view.total)
    const names = table.columns.map(({ name }) => quoteName(name)).join(', ')
    const place =
      view.order === null
        ? `where row_id >= ${from} and row_id < ${to} order by row_id`
        : await this.places(view.order, from, to)
    return {
      ipc: await this.database.arrow(`select ${names} from (${table.rows}) as shown ${place}`),
      total: view.total,
    }
  }

  /** The wanted rows as a list of constants: only then are the casts of the view worked out for them alone. */
  private async places(order: string, from: number, to: number): Promise<string> {
    const rows = await this.database.rows(
      `select row_id from ${order} where rowid >= ${from} and rowid < ${to} order by rowid`,
    )
    const ids = rows.map((row) => Number(row['row_id'])).join(', ')
    return ids === '' ? 'where false' : `where row_id in (${ids}) order by list_position([${ids}], row_id)`
  }

  private async view(table: PageTable, request: PageRequest): Promise<View> {
    const key = JSON.stringify([
      table.key,
      request.sort,
      request.filter,
      request.sort.length > 0 ? request.locale : '',
    ])
    const known = this.views.find((view) => view.key === key)
    const view = known ?? (await this.make(key, table, request))
    this.views = [view, ...this.views.filter((other) => other !== view)]
    for (const old of this.views.splice(keptViews)) await this.forget(old)
    return view
  }

  private async make(key: string, table: PageTable, { sort, filter, locale }: PageRequest): Promise<View> {
    const kindOf = (name: string): ColumnKind =>
      table.columns.find((column) => column.name === name)?.kind ??
      refuse('table.no-column', { column: name })
    const conditions = filter.map((one, index) => filterSql(one, kindOf(one.column), index))
    const orders = sort.map(({ column, direction }) => {
      const kind = kindOf(column)
      const by = kind === 'text' ? sortKey(quoteName(column), locale) : quoteName(column)
      return `${by} ${direction === 'ascending' ? 'asc' : 'desc'} nulls last`
    })
    if (conditions.length === 0 && orders.length === 0)
      return { key, order: null, total: await this.count(`(${table.rows}) as shown`) }
    this.counter += 1
    const order = `scratch.main.page_order_${this.counter}`
    const where = conditions.length === 0 ? '' : `where ${conditions.map(({ sql }) => sql).join(' and ')}`
    const parameters: SqlParameters = Object.assign(
      {},
      ...conditions.map((condition) => condition.parameters),
    )
    await this.database.execute(
      `create or replace table ${order} as select row_id from (${table.rows}) as shown
       ${where} order by ${[...orders, 'row_id'].join(', ')}`,
      parameters,
    )
    return { key, order, total: await this.count(order) }
  }

  private async count(relation: string): Promise<number> {
    const rows = await this.database.rows(`select count(*) as n from ${relation}`)
    return Number(rows[0]?.['n'] ?? 0)
  }

  private async forget({ order }: View): Promise<void> {
    if (order !== null) await this.database.execute(`drop table if exists ${order}`)
  }
}
