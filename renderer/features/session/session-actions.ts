import type { Dispatch } from 'react'
import type { ProjectInfo } from '../../../preload/contract/methods'
import type { Settings } from '../../../preload/contract/shell'
import { call, isCancelled, type Outcome, shell } from '../../client/call'
import { fileName } from '../../client/file-name'
import type { StartJob } from '../../client/jobs'
import { initialSettings, type SessionEvent } from './session-state'

/** How many projects the first screen remembers. */
const recentProjects = 12

export interface SessionActions {
  readonly start: () => Promise<void>
  readonly open: (
    path: string,
    how?: 'open' | 'create' | 'sample' | 'restore',
    keepRoute?: boolean,
  ) => Promise<void>
  readonly chooseProject: () => Promise<void>
  readonly newProject: () => Promise<void>
  readonly sample: () => Promise<void>
  readonly closeProject: () => Promise<void>
  readonly chooseSources: () => Promise<void>
  readonly chooseFolder: () => Promise<void>
  readonly writeSettings: (part: Partial<Settings>) => Promise<void>
  readonly forget: (path: string) => Promise<void>
}

/** A project on its way is a job like any other: it has progress and can be cancelled. Its title is the file's name. */
const openBy = (
  start: StartJob,
  path: string,
  how: 'open' | 'create' | 'sample' | 'restore',
): Promise<Outcome<ProjectInfo>> => {
  const title = fileName(path)
  switch (how) {
    case 'open':
      return start(title, 'project.open', { path })
    case 'create':
      return start(title, 'project.open', { path, create: true })
    case 'sample':
      return start(title, 'project.sample', { path })
    case 'restore':
      return start(title, 'project.restore', { path })
  }
}

async function remember(project: ProjectInfo): Promise<Settings | null> {
  const read = await shell('settings.read', {})
  if (!read.ok) return null
  const others = read.value.recent.filter(({ path }) => path !== project.path)
  const entry = { path: project.path, name: project.name, openedAt: new Date().toISOString() }
  const written = await shell('settings.write', { recent: [entry, ...others].slice(0, recentProjects) })
  return written.ok ? written.value : null
}

/** What buttons, menus, shortcuts and drops do; all of them end here. */
export function makeActions(dispatch: Dispatch<SessionEvent>, start: StartJob): SessionActions {
  const open: SessionActions['open'] = async (path, how = 'open', keepRoute = false) => {
    dispatch({ kind: 'opening', path })
    const outcome = await openBy(start, path, how)
    if (!outcome.ok)
      return dispatch(
        isCancelled(outcome.fault)
          ? { kind: 'openCancelled' }
          : { kind: 'openFailed', fault: outcome.fault, path },
      )
    dispatch({ kind: 'opened', project: outcome.value, keepRoute })
    const settings = await remember(outcome.value)
    if (settings) dispatch({ kind: 'settings', settings })
  }

  const openSample = async () => {
    const info = await shell('app.info', {})
    if (!info.ok) return dispatch({ kind: 'openFailed', fault: info.fault, path: '' })
    await open(info.value.samplePath, 'sample')
  }

  return {
    open,
    sample: openSample,
    start: async () => {
      const [info, settings] = await Promise.all([shell('app.info', {}), shell('settings.read', {})])
      if (!info.ok) return dispatch({ kind: 'openFailed', fault: info.fault, path: '' })
      dispatch({
        kind: 'started',
        version: info.value.version,
        locale: info.value.locale,
        settings: settings.ok ? settings.value : initialSettings,
      })
      const first = info.value.open
      if (first) await open(first.path, first.kind === 'sample' ? 'sample' : 'open')
    },
    chooseProject: async () => {
      const chosen = await shell('dialog.openProject', {})
      if (chosen.ok && chosen.value) await open(chosen.value)
    },
    newProject: async () => {
      const chosen = await shell('dialog.newProject', {})
      if (chosen.ok && chosen.value) await open(chosen.value, 'create')
    },
    closeProject: async () => {
      await call('project.close', {})
      dispatch({ kind: 'closed' })
    },
    chooseSources: async () => {
      const chosen = await shell('dialog.openSource', {})
      if (chosen.ok && chosen.value.length > 0) dispatch({ kind: 'filesAdded', paths: chosen.value })
    },
    chooseFolder: async () => {
      const chosen = await shell('dialog.openFolder', {})
      if (chosen.ok && chosen.value !== null) dispatch({ kind: 'filesAdded', paths: [chosen.value] })
    },
    writeSettings: async (part) => {
      const written = await shell('settings.write', part)
      if (written.ok) dispatch({ kind: 'settings', settings: written.value })
    },
    forget: async (path) => {
      const written = await shell('recent.forget', { path })
      if (written.ok) dispatch({ kind: 'settings', settings: written.value })
    },
  }
}
