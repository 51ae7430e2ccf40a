import type { Fault } from './fault'
import type { PackManifest } from './pack-manifest'
import { checkDisclosure } from './pack-parse/check-disclosure'
import { checkNames } from './pack-parse/check-names'
import { readCases } from './pack-parse/read-cases'
import { readCharts } from './pack-parse/read-charts'
import { readManifest } from './pack-parse/read-manifest'
import { readMessages } from './pack-parse/read-messages'
import { readSteps } from './pack-parse/read-steps'
import { readTemplates } from './pack-parse/read-templates'
import type { Pack } from './pack-types'
import { failed, type Result, succeeded } from './result'

export type { OutputUnit, PackCase, PackManifest, ParamSpec } from './pack-manifest'
export { packCard } from './pack-parse/card'
export { fillMessage, fillsMessage, type MessageValues } from './pack-parse/read-messages'
export type * from './pack-types'
export type { TemplateBlock, TemplateSlot } from './report-template'

/**
 * Reads a pack from its files (path inside the pack folder, with `/` -> text).
 * All faults are reported at once, each with its place (`pack.yaml:steps.gap.with.count`).
 * Whether methods exist and SQL binds is the runner's to say (`checkPack`).
 */
export function parsePack(files: ReadonlyMap<string, string>): Result<Pack> {
  const manifest = readManifest(files)
  if (!manifest.ok) return manifest
  const faults: Fault[] = []
  const take = <T>(result: { readonly value: T; readonly faults: readonly Fault[] }): T => {
    faults.push(...result.faults)
    return result.value
  }
  faults.push(...checkNames(manifest.value), ...checkDisclosure(manifest.value))
  const steps = take(readSteps(manifest.value, files))
  const charts = take(readCharts(manifest.value, files))
  const messages = take(readMessages(manifest.value, files))
  const templates = take(readTemplates(manifest.value, files))
  const cases = take(readCases(manifest.value, files))
  if (faults.length > 0) return failed(...faults)
  return succeeded({
    id: manifest.value.id,
    version: manifest.value.version,
    manifest: manifest.value,
    steps: steps.steps,
    findings: steps.findings,
    charts,
    messages,
    templates,
    cases,
  })
}

/** The form of a need that the bound columns complete, or null when none is complete (or none is declared). */
export function boundForm(manifest: PackManifest, need: string, bound: Iterable<string>): string | null {
  const columns = new Set(bound)
  const forms = Object.entries(manifest.needs[need]?.forms ?? {})
  return forms.find(([, form]) => form.columns.every((column) => columns.has(column)))?.[0] ?? null
}
