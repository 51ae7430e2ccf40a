import type { CodeListCard, CorrespondenceCard } from '../../analyses/model/code-list-card'
import type { DataSet } from '../../analyses/model/data-set'
import type { JobContext } from '../../analyses/model/job'
import type { ParsedInput } from '../../preload/contract/methods'
import { convertDataSet } from '../workspace/convert-data-set'
import { listCodeLists, registerCodeList, removeCodeList } from '../workspace/territories'
import {
  listCorrespondences,
  registerCorrespondence,
  removeCorrespondence,
} from '../workspace/territory-changes'
import type { Session } from './session'

/** The project's own code lists, then the built-in ones. */
export const codeListsOf = ({ project }: Session): Promise<readonly CodeListCard[]> =>
  listCodeLists(project.database)

export const addCodeList = (
  { project }: Session,
  request: ParsedInput<'codeList.register'>,
): Promise<CodeListCard> => registerCodeList(project, request)

export const dropCodeList = async ({ project }: Session, id: string): Promise<null> => {
  await removeCodeList(project, id)
  return null
}

export const correspondencesOf = ({ project }: Session): Promise<readonly CorrespondenceCard[]> =>
  listCorrespondences(project.database)

export const addCorrespondence = (
  { project }: Session,
  request: ParsedInput<'correspondence.register'>,
): Promise<CorrespondenceCard> => registerCorrespondence(project, request)

export const dropCorrespondence = async ({ project }: Session, id: string): Promise<null> => {
  await removeCorrespondence(project, id)
  return null
}

/** A data set on the map of another day. */
export const convert = (
  { project }: Session,
  request: ParsedInput<'dataSet.convert'>,
  job: JobContext,
): Promise<DataSet> => convertDataSet(project, request, job)
