import type { PackManifest } from '../pack-manifest'

/** Every message a pack must have because something in its manifest is shown to a person. */
export function messageKeys(manifest: PackManifest): string[] {
  const each = <T>(record: Readonly<Record<string, T>>, keys: (name: string, item: T) => readonly string[]) =>
    Object.entries(record).flatMap(([name, item]) => keys(name, item))
  return [
    'title',
    'question',
    'uses.0',
    'limits.0',
    ...each(manifest.needs, (need, spec) => [
      `needs.${need}.title`,
      `needs.${need}.help`,
      ...Object.keys(spec.columns).flatMap((column) => [
        `needs.${need}.columns.${column}.title`,
        `needs.${need}.columns.${column}.help`,
      ]),
      ...Object.keys(spec.forms).map((form) => `needs.${need}.forms.${form}`),
    ]),
    ...each(manifest.params, (param, spec) => [
      `params.${param}.title`,
      `params.${param}.help`,
      ...(spec.type === 'choice' ? spec.options.map((option) => `params.${param}.options.${option}`) : []),
    ]),
    ...each(manifest.tables, (table, { columns }) => [
      `tables.${table}.title`,
      ...Object.keys(columns).map((column) => `tables.${table}.columns.${column}`),
    ]),
    ...each(manifest.charts, (chart, { columns }) => [
      ...['title', 'subtitle', 'alt', 'foot'].map((part) => `charts.${chart}.${part}`),
      ...Object.keys(columns).map((column) => `charts.${chart}.columns.${column}`),
    ]),
    ...Object.keys(manifest.findings).map((finding) => `findings.${finding}`),
    ...manifest.statuses.map((status) => `statuses.${status}`),
  ]
}
