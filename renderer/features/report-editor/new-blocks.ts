import type { CompositionBlock, CompositionSection } from '../../../analyses/model/composition'

type RunBlock = Extract<CompositionBlock, { kind: 'run' }>

const common = () => ({ hidden: false, title: {}, comment: {}, hint: {} })

export const newText = (id: string): CompositionBlock => ({
  kind: 'text',
  id,
  ...common(),
  text: {},
  needs: [],
})

export const newPageBreak = (id: string): CompositionBlock => ({ kind: 'page-break', id, ...common() })

export const newRunBlock = (id: string, what: Pick<RunBlock, 'run' | 'part' | 'name'>): CompositionBlock => ({
  kind: 'run',
  id,
  ...common(),
  ...what,
  columns: [],
  where: {},
  rows: null,
})

export const newSection = (id: string, title: CompositionSection['title']): CompositionSection => ({
  id,
  title,
  hidden: false,
  hint: {},
  blocks: [],
})
