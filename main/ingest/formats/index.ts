import { arrowFormat } from '../arrow-file/format'
import { csuFormat } from '../csu-csv/format'
import { delimitedFormat } from '../csv/format'
import { csvwFormat } from '../csvw/format'
import { duckdbFormat } from '../duckdb-file/format'
import { eurostatFormat } from '../eurostat-tsv/format'
import { fixedWidthFormat } from '../fixed-width/format'
import { geojsonFormat } from '../geojson/format'
import { gtfsFormat } from '../gtfs/format'
import { influxFormat } from '../influx-csv/format'
import { jsonFamily } from '../json'
import { ngsiCsvFormat } from '../ngsi/csv-format'
import { pabulibFormat } from '../pabulib/format'
import { parquetFormat } from '../parquet/format'
import { sdmxCsvFormat } from '../sdmx-csv/format'
import { shapefileFormat } from '../shapefile/format'
import { geopackageFormat, sqliteFormat } from '../sqlite/format'
import { topojsonFormat } from '../topojson/format'
import { odsFormat, xlsFormat, xlsxFormat } from '../workbook/formats'
import type { Format } from './format'

/**
 * Every format, the more special ones first: the first that recognises a file opens it. Formats that read several
 * files together stand before those that would take one of these files alone.
 */
export const formats: readonly Format[] = [
  parquetFormat,
  arrowFormat,
  geopackageFormat,
  sqliteFormat,
  duckdbFormat,
  xlsxFormat,
  odsFormat,
  xlsFormat,
  eurostatFormat,
  influxFormat,
  pabulibFormat,
  csvwFormat,
  sdmxCsvFormat,
  csuFormat,
  ngsiCsvFormat,
  gtfsFormat,
  shapefileFormat,
  topojsonFormat,
  geojsonFormat,
  ...jsonFamily,
  fixedWidthFormat,
  delimitedFormat,
]
