import { unreachable } from '../../analyses/model/result'
import type { TableSource } from '../../preload/contract/methods'
import { inspectFile } from '../ingest'
import { listDataSets, removeDataSet } from '../workspace/data-sets'
import { dataSetPages, type PageTable, rejectPages, runPages } from '../workspace/pages'
import { removeRun } from '../workspace/runs'
import type { CommandEnvironment, Commands, CommandTable } from './command-table'
import { importInto } from './data-commands'
import { cardOf } from './pack-cards'
import { openProject, openSample, projectInfo, restoreAndOpen } from './project-commands'
import { exportStored, runSummaries, startRun, suggest, viewRun } from './run-commands'
import { Session } from './session'

/** The use cases the window calls, over one session. The command line uses the same functions. */
export function createCommands(environment: CommandEnvironment): Commands {
  const session = new Session(environment)
  return { table: commandTable(session), close: () => session.close() }
}

const commandTable = (session: Session): CommandTable => ({
  'project.open': ({ path, create }, job) => openProject(session, path, create, job),
  'project.sample': ({ path }, job) => openSample(session, path, job),
  'project.restore': ({ path }, job) => restoreAndOpen(session, path, job),
  'project.close': () => session.close().then(() => null),
  'project.info': async () => (session.openProject === null ? null : projectInfo(session.openProject)),
  'source.inspect': ({ path, options }, job) => inspectFile(path, options, job),
  'source.import': ({ path, options }, job) => importInto(session, { path, options }, job),
  'dataSet.list': () => listDataSets(session.project.database),
  'dataSet.remove': ({ name }) => removeDataSet(session.project, name).then(() => null),
  'table.page': async ({ source, ...request }) =>
    session.pages.page(await pageTable(session, source), request),
  'pack.list': async ({ locale }) => {
    const { packs, broken } = await session.packs.all({ again: true })
    return { packs: packs.map((pack) => cardOf(pack, locale)), broken }
  },
  'binding.suggest': ({ pack }) => suggest(session, pack),
  'run.start': (order, job) => startRun(session, order, job),
  'run.list': ({ locale }) => runSummaries(session, locale),
  'run.view': ({ run, locale }) => viewRun(session, run, locale),
  'run.remove': ({ run }) => removeRun(session.project, run).then(() => null),
  'run.export': (input, job) => exportStored(session, input, job),
})

function pageTable(session: Session, source: TableSource): Promise<PageTable> {
  const { database } = session.project
  switch (source.kind) {
    case 'dataSet':
      return dataSetPages(database, source.name)
    case 'rejects':
      return rejectPages(database, source.name)
    case 'run':
      return runPages(database, source.run, source.table)
    default:
      return unreachable(source)
  }
}
