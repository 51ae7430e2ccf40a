import type { Locale } from '../locale'
import type { NeedCard, PackCard, ParamCard } from '../pack-card'
import type { NeedSpec, ParamSpec } from '../pack-manifest'
import type { Pack } from '../pack-types'

/** A pack as a person chooses it, in one language. Texts are the pack's own messages. */
export function packCard(pack: Pack, locale: Locale): PackCard {
  const messages = pack.messages[locale]
  const text = (key: string): string => messages.get(key) ?? key
  const { manifest } = pack
  return {
    id: pack.id,
    version: pack.version,
    area: manifest.area,
    topics: manifest.topics,
    title: text('title'),
    question: text('question'),
    uses: [...messages].filter(([key]) => key.startsWith('uses.')).map(([, use]) => use),
    limits: [...messages].filter(([key]) => key.startsWith('limits.')).map(([, limit]) => limit),
    needs: Object.entries(manifest.needs).map(([name, spec]) => needCard(name, spec, text)),
    params: Object.entries(manifest.params).map(([name, spec]) => paramCard(name, spec, text)),
    outputs: Object.entries(manifest.tables).map(([table, { columns }]) => ({
      table,
      title: text(`tables.${table}.title`),
      columns: Object.entries(columns).map(([column, { unit }]) => ({
        name: column,
        title: text(`tables.${table}.columns.${column}`),
        unit,
      })),
    })),
    citations: manifest.cite,
  }
}

function needCard(name: string, spec: NeedSpec, text: (key: string) => string): NeedCard {
  const key = `needs.${name}`
  const alternatives = new Set(
    Object.values(spec.forms).flatMap((form) => [...form.columns, ...form.optional]),
  )
  return {
    name,
    title: text(`${key}.title`),
    help: text(`${key}.help`),
    optional: spec.optional,
    columns: Object.entries(spec.columns).map(([column, { role, optional, many, rest }]) => ({
      name: column,
      title: text(`${key}.columns.${column}.title`),
      help: text(`${key}.columns.${column}.help`),
      role,
      required: !optional && !rest && !alternatives.has(column),
      many,
      rest,
    })),
    forms: Object.entries(spec.forms).map(([form, { columns, optional }]) => ({
      name: form,
      title: text(`${key}.forms.${form}`),
      columns: [...columns, ...optional],
      optional: [...optional],
    })),
  }
}

function paramCard(name: string, spec: ParamSpec, text: (key: string) => string): ParamCard {
  const card = {
    name,
    title: text(`params.${name}.title`),
    help: text(`params.${name}.help`),
    type: spec.type,
    default: spec.default,
    advanced: spec.advanced,
  }
  if (spec.type === 'integer' || spec.type === 'number') return { ...card, min: spec.min, max: spec.max }
  if (spec.type === 'text' || spec.type === 'list') {
    const weights = spec.type === 'list' && spec.as === 'weights'
    return { ...card, ...(spec.of === undefined ? {} : { of: spec.of }), ...(weights ? { weights } : {}) }
  }
  if (spec.type !== 'choice') return card
  return {
    ...card,
    options: spec.options.map((value) => ({ value, title: text(`params.${name}.options.${value}`) })),
  }
}
