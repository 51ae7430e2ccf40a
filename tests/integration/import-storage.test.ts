import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../main/db/duckdb-database'
import { loadFile } from '../../main/ingest'
import { engineWorker, scratchFolder } from '../helpers/engine'
import { quietJob, seeded } from '../helpers/import-files'

// The first rows choose how a column is packed; what comes later may be nothing like them.
test('columns that change their nature after the first rows are stored byte by byte', {
  timeout: 120_000,
}, async () => {
  const folder = scratchFolder('storage')
  try {
    const { below, next } = seeded(3)
    const huge = 'Ž'.repeat(150_000)
    const rows = Array.from({ length: 140_000 }, (_, i) => {
      if (i < 2_000) return [`s${i % 5}`, `v${next()}`]
      if (i === 5_000) return [huge, `${huge}!`]
      if (i < 124_000) return ['', '']
      return [`${below(1e9)}ěš${i}`, i % 3 === 0 ? '' : 'same']
    })
    const path = join(folder, 'mixed.csv')
    writeFileSync(path, `a;b;n\n${rows.map(([a, b], i) => `${a};${b};${i}`).join('\n')}\n`)
    const project = { path: join(folder, 'p.duckdb'), workerPath: engineWorker() }
    const first = await openDatabase(project)
    await first.transaction((within) => loadFile(within, path, { name: 'mixed' }, quietJob))
    await first.close()

    const again = await openDatabase(project)
    const kinds = await again.rows(
      `select column_name as c, compression as k from pragma_storage_info('raw.mixed') where segment_type = 'VARCHAR' and column_name <> 'n' group by 1, 2 order by 1, 2`,
    )
    expect(kinds.map(({ c, k }) => `${c} ${k}`)).toEqual(expect.arrayContaining(['a Dictionary', 'b FSST']))
    let row = 0
    for (const from of [0, 100_000]) {
      const got = await again.rows(
        `select a, b from raw.mixed where _line >= ${from + 2} and _line < ${from + 100_002} order by _line`,
      )
      for (const { a, b } of got) {
        const [wantedA, wantedB] = rows[row++] ?? []
        if (a !== wantedA || b !== wantedB) throw new Error(`row ${row} is not what was read`)
      }
    }
    expect(row).toBe(rows.length)
    await again.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
