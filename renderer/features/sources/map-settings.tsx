import { axisOrders, type ImportOptions, type SourcePreview } from '../../../analyses/model/data-set'
import { OtherField } from '../../components/other-field'
import { SelectField } from '../../components/select'
import { useLanguage } from '../../i18n'
import { withMap } from './import-options'

/** Systems of the region by name; any other can be typed. */
const systems = ['EPSG:4326', 'EPSG:5514', 'EPSG:2180', 'EPSG:3035', 'EPSG:3857', 'EPSG:4258'] as const
const asFound = ''

const mapFormats: ReadonlySet<string> = new Set(['geojson', 'geopackage', 'shapefile', 'topojson'])

/** Whether the reference system is worth a question: a map, or a file whose system was not found. */
export const concernsMaps = (preview: SourcePreview | null, options: ImportOptions): boolean =>
  options.crs !== undefined ||
  options.axes !== undefined ||
  (preview === null
    ? mapFormats.has(options.format ?? '')
    : mapFormats.has(preview.dialect.format) ||
      preview.problems.some(({ code }) => code.startsWith('geometry.')))

interface MapSettingsProps {
  readonly options: ImportOptions
  readonly table: string | null
  readonly onChange: (change: (own: ImportOptions) => ImportOptions) => void
}

export function MapSettings({ options, table, onChange }: MapSettingsProps) {
  const { t } = useLanguage()
  const said = { ...options, ...(table === null ? {} : options.tables?.[table]) }
  return (
    <>
      <OtherField
        label={t('map.crs')}
        value={said.crs ?? asFound}
        options={[
          { value: asFound, label: t('map.asFound') },
          ...systems.map((value) => ({ value, label: t(`map.${value}`) })),
          { value: 'none', label: t('map.none') },
        ]}
        otherLabel={t('map.crsOther')}
        otherHelp={t('map.crsHelp')}
        onChange={(crs) => onChange((own) => withMap(own, table, { crs: crs === asFound ? undefined : crs }))}
      />
      <SelectField
        label={t('map.axes')}
        value={said.axes ?? asFound}
        options={[
          { value: asFound, label: t('map.asFound') },
          ...axisOrders.map((value) => ({ value, label: t(`map.axes.${value}`) })),
        ]}
        onChange={(value) => {
          const axes = axisOrders.find((one) => one === value)
          onChange((own) => withMap(own, table, { axes }))
        }}
      />
    </>
  )
}
