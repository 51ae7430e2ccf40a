import { type NeedContent, needContent, type PackDisclosure } from '../model/pack-disclosure'
import type { PackManifest } from '../model/pack-manifest'
import type { RunRecord } from '../model/run-record'
import type { PublishedRun } from './request'

type Input = RunRecord['inputs'][number]

/** A need whose rows are about persons or firms, so that its results are protected. */
export interface GuardedNeed {
  readonly need: string
  readonly content: NeedContent
  readonly input: Input
}

/** Identifiers that name places: nobody is exposed by one of them. Compared with the words of a column's name. */
const placeNames =
  /(^|[^a-z])(geo|nuts\d?|lau\d?|territory|territories|obec|obce|mesto|gmina|gminy|miasto|powiat|okres|orp|kraj|wojewodztwo|region|municipality|district|county|countyreal|country|state|area|zone|station|sensor|building)([^a-z]|$)/

/**
 * The needs to be protected. The data card of the data set decides where it says who the rows are about; else what the
 * pack says is in the need. Units named by an identifier count as persons unless the name is that of places.
 */
export function guardedNeeds({ pack, record }: PublishedRun): readonly GuardedNeed[] {
  const { disclosure } = pack.manifest
  return record.inputs.flatMap((input): readonly GuardedNeed[] => {
    const subjects = input.card?.subjects
    if (subjects === 'territories' || subjects === 'public') return []
    const content = contentOf(disclosure, input.need, record)
    if (content === 'facts') return []
    if (subjects === undefined && disclosure === undefined && !speaksOfPersons(pack.manifest, input))
      return []
    if (subjects === undefined && content === 'units' && namesPlaces(pack.manifest, input)) return []
    return [{ need: input.need, content, input }]
  })
}

const contentOf = (disclosure: PackDisclosure | undefined, need: string, record: RunRecord): NeedContent =>
  disclosure === undefined ? 'persons' : needContent(disclosure, need, record.params)

const boundNames = (bound: string | readonly string[] | undefined): readonly string[] =>
  bound === undefined ? [] : typeof bound === 'string' ? [bound] : bound

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function namesPlaces(manifest: PackManifest, { need, columns }: Input): boolean {
  const spec = manifest.needs[need]?.columns ?? {}
  const names = Object.keys(spec).filter((column) => columns[column] !== undefined)
  const identifiers = names.filter((column) => spec[column]?.role === 'identifier')
  const first = identifiers[0]
  if (first === undefined) return names.some((column) => spec[column]?.role === 'territory')
  return boundNames(columns[first]).every((source) => placeNames.test(plain(source)))
}

/** A pack that says nothing of persons may still be about them: by sex, by age, by counts of them, or by names of units. */
function speaksOfPersons(manifest: PackManifest, input: Input): boolean {
  const { need, columns } = input
  const spec = manifest.needs[need]?.columns ?? {}
  const roles = Object.keys(columns).map((column) => spec[column]?.role)
  const counts = [...Object.values(manifest.tables), ...Object.values(manifest.charts)].some((output) =>
    Object.values(output.columns).some(({ unit }) => unit === 'persons'),
  )
  if (counts || roles.includes('sex') || roles.includes('age')) return true
  return roles.includes('identifier') && !namesPlaces(manifest, input)
}
