/**
 * Contact sheets: every chart of every golden case of every pack, drawn as a report draws it, for looking at.
 *   tsx tests/real/chart-sheets.ts run  RECORDS [PACK]      runs the cases and keeps their records
 *   tsx tests/real/chart-sheets.ts draw RECORDS OUT [--pack P] [--case C] [--chart ID] [--locale cs] [--vision grey] [--theme print]
 * `draw` needs no engine, so a chart can be changed and looked at again at once.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Resvg } from '@resvg/resvg-js'
import { z } from 'zod'
import { type ChartTheme, chartThemes, withTheme } from '../../analyses/charts'
import { FaultError } from '../../analyses/model/fault'
import { type Locale, locales } from '../../analyses/model/locale'
import type { Pack } from '../../analyses/model/pack'
import type { ChartBlock } from '../../analyses/model/report-document'
import type { RunRecord } from '../../analyses/model/run-record'
import { buildReport } from '../../analyses/report'
import { chartSvg } from '../../main/export/svg/chart-svg'
import { type Fonts, loadFonts } from '../../main/export/svg/fonts'
import { loadPacks } from '../../main/packs'
import { openProject } from '../../main/workspace/open-project'
import { engineWorker, scratchFolder } from '../helpers/engine'
import { quiet, runCase } from '../helpers/pack-case'
import { pngOf, simulate, type Vision, visions } from '../helpers/vision'

const root = resolve(import.meta.dirname, '../..')
const readPacks = async () => (await loadPacks([join(root, 'analyses/packs')], { cases: true })).packs

async function run(records: string, only: string | undefined): Promise<void> {
  mkdirSync(records, { recursive: true })
  for (const pack of (await readPacks()).filter(({ id }) => only === undefined || id === only)) {
    const folder = scratchFolder(`charts-${pack.id}`)
    const options = { create: true, workerPath: engineWorker(), app: 'test', job: quiet }
    const project = await openProject(join(folder, 'cases.duckdb'), options)
    for (const golden of pack.cases) {
      const record = await runCase(project, folder, pack, golden, 'en')
      if (record instanceof FaultError) {
        if (!golden.expect.faults.includes(record.fault.code))
          process.stderr.write(`${pack.id} ${golden.name}: ${JSON.stringify(record.fault)}\n`)
        continue
      }
      writeFileSync(join(records, `${pack.id}~${golden.name}.json`), JSON.stringify(record))
    }
    await project.close()
    rmSync(folder, { recursive: true, force: true })
    process.stdout.write(`${pack.id}\n`)
  }
}

interface Wish {
  readonly pack: string | undefined
  readonly case: string | undefined
  readonly chart: string | undefined
  readonly locale: Locale
  readonly vision: Vision
  readonly theme: ChartTheme
}

interface Drawn {
  readonly name: string
  readonly svg: string
  readonly width: number
  readonly height: number
}

const recordShape = z.custom<RunRecord>((value) => typeof value === 'object' && value !== null)

async function draw(records: string, out: string, wish: Wish): Promise<void> {
  mkdirSync(out, { recursive: true })
  const fonts = await loadFonts(join(root, 'node_modules/source-sans'))
  for (const pack of (await readPacks()).filter(({ id }) => wish.pack === undefined || id === wish.pack)) {
    const drawn: Drawn[] = []
    for (const file of readdirSync(records).filter((name) => name.startsWith(`${pack.id}~`))) {
      const name = file.slice(pack.id.length + 1, -'.json'.length)
      if (wish.case !== undefined && name !== wish.case) continue
      const record = recordShape.parse(JSON.parse(readFileSync(join(records, file), 'utf8')))
      drawn.push(...(await drawRecord(pack, name, record, wish, fonts)))
    }
    writeSheets(pack.id, drawn, out, wish, fonts)
  }
}

async function drawRecord(pack: Pack, name: string, record: RunRecord, wish: Wish, fonts: Fonts) {
  const { blocks } = buildReport({ pack, record, locale: wish.locale })
  const charts = blocks.filter((block): block is ChartBlock => block.kind === 'chart')
  const drawn: Drawn[] = []
  for (const chart of charts.filter(({ id }) => wish.chart === undefined || id === wish.chart)) {
    const spec = withTheme(chart.spec, wish.theme, wish.locale)
    const svg = await chartSvg({ ...chart, spec }, fonts, { headings: true }).catch(
      (error: unknown) =>
        `<svg width="700" height="40"><text y="20" fill="red">${String(error)}</text></svg>`,
    )
    const [, width = '0', height = '0'] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
    drawn.push({
      name: `${pack.id} / ${name} / ${chart.id}`,
      svg,
      width: Number(width),
      height: Number(height),
    })
  }
  return drawn
}

const columns = 2
const tallest = 1900
const caption = 24

/** Pictures in columns, the next one under the shortest; a full sheet starts a new one. */
function writeSheets(pack: string, drawn: readonly Drawn[], out: string, wish: Wish, fonts: Fonts): void {
  let placed: string[] = []
  let tops = Array.from({ length: columns }, () => 0)
  let sheet = 1
  const flush = () => {
    if (placed.length === 0) return
    const size = `width="${columns * 780}" height="${Math.ceil(Math.max(...tops))}"`
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="100%" height="100%" fill="#bbb"/>${placed.join('')}</svg>`
    const picture = new Resvg(svg, {
      font: { fontFiles: [...fonts.files], loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' },
    }).render()
    const pixels = simulate(picture.pixels, wish.vision)
    const name = [pack, wish.locale, wish.vision, wish.theme, sheet++].join('-')
    writeFileSync(join(out, `${name}.png`), pngOf(pixels, picture.width, picture.height))
    placed = []
    tops = tops.map(() => 0)
  }
  drawn.forEach(({ name, svg, width, height }, index) => {
    const column = tops.indexOf(Math.min(...tops))
    const top = tops[column] ?? 0
    if (top + height > tallest && top > 0) flush()
    const left = tops.indexOf(Math.min(...tops))
    const y = tops[left] ?? 0
    // Ids of clips are the chart's own and the same in each case of it.
    const own = svg.replace(/(id="|url\(#)(chart-)/g, `$1s${index}-$2`)
    placed.push(
      `<text x="${left * 780 + 8}" y="${y + 16}" font-size="13" font-family="Source Sans 3">${name} ${width}×${height}</text>`,
      own.replace('<svg ', `<svg x="${left * 780}" y="${y + caption}" `),
    )
    tops[left] = y + caption + height
  })
  flush()
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    pack: { type: 'string' },
    case: { type: 'string' },
    chart: { type: 'string' },
    locale: { type: 'string' },
    vision: { type: 'string' },
    theme: { type: 'string' },
  },
})
const [what, records = '', target] = positionals
if (what === 'run') await run(records, target)
else if (what === 'draw' && existsSync(records) && target !== undefined)
  await draw(records, target, {
    pack: values.pack,
    case: values.case,
    chart: values.chart,
    locale: locales.find((locale) => locale === values.locale) ?? 'cs',
    vision: visions.find((vision) => vision === values.vision) ?? 'normal',
    theme: chartThemes.find((theme) => theme === values.theme) ?? 'light',
  })
else process.stderr.write('run RECORDS [PACK] | draw RECORDS OUT [options]\n')
