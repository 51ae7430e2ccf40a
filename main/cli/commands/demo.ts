import { mkdir, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Pack } from '../../../analyses/model/pack'
import { openSample } from '../../commands/project-commands'
import { protectedFor, writeExports } from '../../commands/publish'
import { keepRun, runPack, sampleRuns, single } from '../../commands/run-commands'
import { sampleProfiles } from '../../commands/sample-profiles'
import { writeBytes } from '../../export'
import type { CliCommand, CliContext } from '../context'
import { exitCode } from '../exit-codes'
import { jsonDocument } from '../output'

interface Written {
  readonly path: string
  readonly bytes: number
}

/** The main job on the sample region: import, run every pack its data can serve, write the reports. */
export const demoCommand: CliCommand = async (context) => {
  const { invocation, terminal, session, job, say } = context
  const { out } = invocation.options
  const folder = resolve(terminal.cwd, typeof out === 'string' ? out : 'workbench-demo')
  if (!invocation.json) terminal.err(`${say('demo.start')}\n`)
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'sample-region.duckdb')
  // The demonstration shows the whole way each time; what an earlier one made is its own to replace.
  await Promise.all(['', '.check', '.previous'].map((ending) => rm(`${path}${ending}`, { force: true })))
  const info = await openSample(session, path, job)
  const { packs } = await session.packs.all()
  const files: Written[] = []
  for (const pack of packs) files.push(...(await demonstrate(context, pack, folder)))
  files.push(...(await demonstrateProfiles(context, folder)))
  context.print({ folder, dataSets: info.dataSets, files }, () =>
    [say('demo.done', { folder }), ...files.map((file) => `  ${say('report.wrote', { ...file })}`)].join(
      '\n',
    ),
  )
  return exitCode.done
}

/** A report for each of several municipalities, in one go. */
async function demonstrateProfiles(
  { session, job, locale }: CliContext,
  folder: string,
): Promise<readonly Written[]> {
  const { written } = await sampleProfiles(session, { folder: join(folder, 'profiles'), locale }, job)
  const paths = written.flatMap(({ files }) => files)
  return Promise.all(paths.map(async (path) => ({ path, bytes: (await stat(path)).size })))
}

async function demonstrate(context: CliContext, pack: Pack, folder: string): Promise<Written[]> {
  const { session, job, locale } = context
  const written: Written[] = []
  for (const { bindings, params } of await sampleRuns(session, pack.id)) {
    const record = await runPack(session, { pack: pack.id, bindings, params, locale }, job)
    await keepRun(session, record)
    const name = `${pack.id}.${record.inputs[0]?.dataSet ?? ''}`.replaceAll('_', '-')
    const json = new TextEncoder().encode(jsonDocument(record))
    await writeBytes(join(folder, `${name}.run.json`), json)
    written.push({ path: join(folder, `${name}.run.json`), bytes: json.length })
    const exhibit = await protectedFor(session, single(record), job)
    const runs = exhibit.runs.map(({ key }) => key)
    const documents = (['html', 'svg', 'png', 'csv'] as const).map((format) => ({
      ...{ locale, format, composition: null, runs },
      path: join(folder, `${name}.${format}`),
    }))
    written.push(...(await writeExports(session, exhibit, documents, job)).written)
  }
  return written
}
