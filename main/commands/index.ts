import { unreachable } from '../../analyses/model/result'
import type { TableSource } from '../../preload/contract/methods'
import { readAudit } from '../workspace/audit'
import { listDataSets, removeDataSet } from '../workspace/data-sets'
import { describeSource, retype } from '../workspace/describe-data-set'
import { dataSetPages, type PageTable, rejectPages, runPages } from '../workspace/pages'
import { removeRun } from '../workspace/runs'
import { namedTerritories } from '../workspace/territory-names'
import type { CommandEnvironment, Commands, CommandTable } from './command-table'
import { importInto, inspectSource, profileOf, tryType, valuesOf } from './data-commands'
import { ledgerOf, publicationLogOf, rulesOf, setRules } from './disclosure-commands'
import { cardOf } from './pack-cards'
import { openProject, openSample, projectInfo, restoreAndOpen } from './project-commands'
import { saveRegister } from './publication-register'
import { saveRecipe } from './recipe-file'
import { batchReport } from './report-batch'
import {
  createReport,
  dropReport,
  exportReport,
  getReport,
  reportList,
  runReport,
  storeReport,
  templatesOf,
  viewReport,
} from './report-commands'
import { exportStored, runSummaries, startRun, suggest, viewRun } from './run-commands'
import { Session } from './session'
import {
  addCodeList,
  addCorrespondence,
  codeListsOf,
  convert,
  correspondencesOf,
  dropCodeList,
  dropCorrespondence,
} from './territory-commands'

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
  'source.inspect': ({ path, options, recipe }, job) =>
    inspectSource(session, { path, options, recipe }, job),
  'source.import': ({ path, options, recipe }, job) => importInto(session, { path, options, recipe }, job),
  'dataSet.list': () => listDataSets(session.project.database),
  'dataSet.remove': ({ name, withMade }) =>
    removeDataSet(session.project, name, { withMade }).then(() => null),
  'dataSet.convert': (request, job) => convert(session, request, job),
  'dataSet.profile': ({ name }, job) => profileOf(session, name, job),
  'dataSet.values': ({ name, column }, job) => valuesOf(session, name, column, job),
  'dataSet.territories': ({ name, column }) => namedTerritories(session.project.database, name, column),
  'dataSet.tryType': ({ name, column, type, options }, job) =>
    tryType(session, { name, column, type, options }, job),
  'dataSet.retype': ({ name, columns }, job) => retype(session.project, name, columns, job),
  'dataSet.card': ({ name, card }) => describeSource(session.project, name, card),
  'recipe.save': async ({ name, title, path }) => {
    await saveRecipe(session, name, title, path)
    return { path }
  },
  'audit.list': () => readAudit(session.project.database),
  'codeList.list': () => codeListsOf(session),
  'codeList.register': (request) => addCodeList(session, request),
  'codeList.remove': ({ id }) => dropCodeList(session, id),
  'correspondence.list': () => correspondencesOf(session),
  'correspondence.register': (request) => addCorrespondence(session, request),
  'correspondence.remove': ({ id }) => dropCorrespondence(session, id),
  'table.page': async ({ source, ...request }) =>
    session.pages.page(await pageTable(session, source), request),
  'pack.list': async ({ locale }) => {
    const { packs, broken } = await session.packs.all({ again: true })
    return { packs: packs.map((pack) => cardOf(pack, locale)), broken }
  },
  'binding.suggest': ({ pack }) => suggest(session, pack),
  'run.start': (order, job) => startRun(session, order, job),
  'run.list': ({ locale }) => runSummaries(session, locale),
  'run.view': (input, job) => viewRun(session, input, job),
  'run.remove': ({ run }) => removeRun(session.project, run).then(() => null),
  'run.export': (input, job) => exportStored(session, input, job),
  'report.templates': ({ locale }) => templatesOf(session, locale),
  'report.list': ({ locale }) => reportList(session, locale),
  'report.get': ({ report }) => getReport(session, report),
  'report.create': (input) => createReport(session, input),
  'report.save': (input) => storeReport(session, input),
  'report.remove': ({ report }) => dropReport(session, report),
  'report.view': (input, job) => viewReport(session, input, job),
  'report.run': (input, job) => runReport(session, input, job),
  'report.export': (input, job) => exportReport(session, input, job),
  'report.batch': (input, job) => batchReport(session, input, job),
  'disclosure.rules': () => rulesOf(session),
  'disclosure.setRules': ({ rules }) => setRules(session, rules),
  'disclosure.ledger': () => ledgerOf(session),
  'disclosure.log': () => publicationLogOf(session),
  'disclosure.saveRegister': ({ path }) => saveRegister(session, path),
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
