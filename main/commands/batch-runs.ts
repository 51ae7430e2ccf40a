import type { Composition } from '../../analyses/model/composition'
import type { DataSet } from '../../analyses/model/data-set'
import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import type { Locale } from '../../analyses/model/locale'
import type { RunRecord } from '../../analyses/model/run-record'
import { forTerritory, isForTerritory, slotParams } from '../../analyses/model/template-make'
import { listDataSets } from '../workspace/data-sets'
import type { NamedTerritory } from '../workspace/territory-names'
import { neededNames, runSlot, type SlotRun, slotBindings, storedRuns } from './report-runs'
import type { Session } from './session'

/** One territory's report with its runs. */
export interface Member {
  readonly territory: NamedTerritory
  readonly composition: Composition
  readonly runs: readonly SlotRun[]
  /** Names of runs that are the same for every territory. */
  readonly shared: ReadonlySet<string>
}

/** The runs of a batch: what is the same for all territories is run once, nothing is kept in the project. */
export class BatchRuns {
  private readonly shared: ReadonlySet<string>
  /** Runs of all territories of which each report shows the rows of its own. */
  private readonly readByTerritory: ReadonlySet<string>
  private sharedRuns: Promise<readonly SlotRun[]> | null = null
  private dataSets: Promise<readonly DataSet[]> | null = null
  private ahead: Member | null = null

  constructor(
    private readonly session: Session,
    private readonly order: {
      readonly composition: Composition
      readonly dataSet: string
      readonly column: string
      readonly locale: Locale
    },
  ) {
    const slots = Object.entries(order.composition.runs)
    this.readByTerritory = new Set(
      order.composition.sections
        .flatMap(({ blocks }) => blocks)
        .flatMap((block) =>
          block.kind === 'run' && Object.values(block.where).includes('$territory') ? [block.run] : [],
        ),
    )
    this.shared = new Set(slots.flatMap(([key, slot]) => (isForTerritory(slot) ? [] : [key])))
  }

  /** The first of them is looked at before the batch begins, and need not be run twice. */
  async member(territory: NamedTerritory, job: JobContext): Promise<Member> {
    const ahead = this.ahead
    this.ahead = null
    return ahead?.territory.code === territory.code ? ahead : this.make(territory, job)
  }

  async lookAhead(territory: NamedTerritory, job: JobContext): Promise<Member> {
    this.ahead = await this.make(territory, job)
    return this.ahead
  }

  private async make(territory: NamedTerritory, job: JobContext): Promise<Member> {
    const composition = forTerritory(this.order.composition, territory)
    const shared = await this.common(territory, job)
    const own: SlotRun[] = []
    for (const key of Object.keys(composition.runs)) {
      if (this.shared.has(key)) continue
      const record = await this.run(composition, key, job)
      if (record !== null) own.push({ key, record })
    }
    return { territory, composition, runs: [...shared, ...own], shared: this.shared }
  }

  /** The runs that stand in every report, made for the first of them. */
  async common(territory: NamedTerritory, job: JobContext): Promise<readonly SlotRun[]> {
    this.sharedRuns ??= this.runShared(forTerritory(this.order.composition, territory), job)
    return this.sharedRuns
  }

  /** Takes the common runs as they were protected, so that it is done once and not for every report. */
  keepProtected(runs: readonly SlotRun[]): void {
    this.sharedRuns = Promise.resolve(runs)
  }

  private async runShared(composition: Composition, job: JobContext): Promise<readonly SlotRun[]> {
    const { found } = await storedRuns(this.session, composition)
    const runs = found.filter(({ key, record }) => !this.readByTerritory.has(key) || this.tells(record))
    for (const key of this.shared) {
      if (runs.some((run) => run.key === key)) continue
      const record = await this.run(composition, key, job)
      if (record !== null) runs.push({ key, record })
    }
    return runs
  }

  /** A stored run of districts has no row for a municipality; its report would have an empty table. */
  private tells({ inputs }: RunRecord): boolean {
    return inputs.some(({ columns }) => Object.values(columns).flat().includes(this.order.column))
  }

  private async run(composition: Composition, key: string, job: JobContext): Promise<RunRecord | null> {
    job.signal.throwIfAborted()
    const given = composition.runs[key]
    if (given === undefined) return null
    const byTerritory = this.readByTerritory.has(key)
    const bound = Object.values(given.bindings).flatMap(({ columns }) => Object.values(columns).flat())
    const slot = byTerritory && !bound.includes(this.order.column) ? { ...given, bindings: {} } : given
    this.dataSets ??= listDataSets(this.session.project.database)
    const pack = await this.session.packs.find(slot.pack)
    const dataSets = await this.dataSets
    // What is about the territory is looked for where its territories are; others have codes it may not know.
    const own = isForTerritory(slot)
      ? dataSets.filter(({ name }) => name === this.order.dataSet)
      : dataSets.filter(
          ({ receipt: { columns } }) => byTerritory && columns.some(({ name }) => name === this.order.column),
        )
    const bindings = slotBindings(pack, slot, own) ?? slotBindings(pack, slot, dataSets)
    const params = slotParams(slot, composition.territory)
    if (bindings === null || params === null)
      return slot.optional ? null : refuse('report.no-data', { pack: pack.id, needs: neededNames(pack) })
    return runSlot(this.session, { pack, slot, params, bindings, locale: this.order.locale }, job)
  }
}
