import type { ColumnRole, ColumnType } from '../../../analyses/model/data-set'

/** What a column of GTFS holds; `time` may pass 24:00:00 and stays text, with its seconds beside it. */
export type FieldKind = 'id' | 'text' | 'integer' | 'number' | 'date' | 'time' | 'category'

/** A column that names records of other files. Several files: the key is in any of them. */
export interface Reference {
  readonly column: string
  readonly to: readonly (readonly [file: string, column: string])[]
}

/** Files of a feed in the order they are listed in. Source: GTFS Schedule Reference, revision of 2024-11. */
export const feedFiles = [
  'agency.txt',
  'stops.txt',
  'routes.txt',
  'trips.txt',
  'stop_times.txt',
  'calendar.txt',
  'calendar_dates.txt',
  'fare_attributes.txt',
  'fare_rules.txt',
  'fare_products.txt',
  'fare_media.txt',
  'fare_leg_rules.txt',
  'fare_transfer_rules.txt',
  'timeframes.txt',
  'rider_categories.txt',
  'areas.txt',
  'stop_areas.txt',
  'networks.txt',
  'route_networks.txt',
  'shapes.txt',
  'frequencies.txt',
  'transfers.txt',
  'pathways.txt',
  'levels.txt',
  'location_groups.txt',
  'location_group_stops.txt',
  'booking_rules.txt',
  'translations.txt',
  'feed_info.txt',
  'attributions.txt',
] as const

/** Without these a folder is no feed. */
export const coreFiles = ['stops.txt', 'routes.txt', 'trips.txt', 'stop_times.txt'] as const
/** Missing ones are reported. */
export const requiredFiles = ['agency.txt'] as const

const kinds: Readonly<Record<string, FieldKind>> = {
  stop_lat: 'number',
  stop_lon: 'number',
  shape_pt_lat: 'number',
  shape_pt_lon: 'number',
  shape_dist_traveled: 'number',
  shape_pt_sequence: 'integer',
  stop_sequence: 'integer',
  route_sort_order: 'integer',
  headway_secs: 'integer',
  min_transfer_time: 'integer',
  transfer_duration: 'integer',
  traversal_time: 'integer',
  stair_count: 'integer',
  length: 'number',
  max_slope: 'number',
  min_width: 'number',
  price: 'number',
  amount: 'number',
  level_index: 'number',
  arrival_time: 'time',
  departure_time: 'time',
  start_time: 'time',
  end_time: 'time',
  start_pickup_drop_off_window: 'time',
  end_pickup_drop_off_window: 'time',
  start_date: 'date',
  end_date: 'date',
  date: 'date',
  feed_start_date: 'date',
  feed_end_date: 'date',
  location_type: 'category',
  wheelchair_boarding: 'category',
  wheelchair_accessible: 'category',
  bikes_allowed: 'category',
  route_type: 'category',
  direction_id: 'category',
  pickup_type: 'category',
  drop_off_type: 'category',
  timepoint: 'category',
  exception_type: 'category',
  payment_method: 'category',
  transfers: 'category',
  transfer_type: 'category',
  pathway_mode: 'category',
  is_bidirectional: 'category',
  exact_times: 'category',
  monday: 'category',
  tuesday: 'category',
  wednesday: 'category',
  thursday: 'category',
  friday: 'category',
  saturday: 'category',
  sunday: 'category',
  parent_station: 'id',
  stop_code: 'id',
  platform_code: 'id',
  agency_timezone: 'category',
  stop_timezone: 'category',
}

/** Kind of a column by its name; one that GTFS does not know is text. */
export const kindOf = (column: string): FieldKind => kinds[column] ?? (/_id$/.test(column) ? 'id' : 'text')

const trips = [['trips.txt', 'trip_id']] as const
const stops = [['stops.txt', 'stop_id']] as const
const services = [
  ['calendar.txt', 'service_id'],
  ['calendar_dates.txt', 'service_id'],
] as const
const routes = [['routes.txt', 'route_id']] as const

/** Which columns of which file name records of others. */
export const references: Readonly<Record<string, readonly Reference[]>> = {
  'stops.txt': [
    { column: 'parent_station', to: stops },
    { column: 'level_id', to: [['levels.txt', 'level_id']] },
  ],
  'routes.txt': [{ column: 'agency_id', to: [['agency.txt', 'agency_id']] }],
  'trips.txt': [
    { column: 'route_id', to: routes },
    { column: 'service_id', to: services },
    { column: 'shape_id', to: [['shapes.txt', 'shape_id']] },
  ],
  'stop_times.txt': [
    { column: 'trip_id', to: trips },
    { column: 'stop_id', to: stops },
  ],
  'frequencies.txt': [{ column: 'trip_id', to: trips }],
  'transfers.txt': [
    { column: 'from_stop_id', to: stops },
    { column: 'to_stop_id', to: stops },
    { column: 'from_trip_id', to: trips },
    { column: 'to_trip_id', to: trips },
    { column: 'from_route_id', to: routes },
    { column: 'to_route_id', to: routes },
  ],
  'pathways.txt': [
    { column: 'from_stop_id', to: stops },
    { column: 'to_stop_id', to: stops },
  ],
  'fare_rules.txt': [
    { column: 'fare_id', to: [['fare_attributes.txt', 'fare_id']] },
    { column: 'route_id', to: routes },
  ],
  'stop_areas.txt': [
    { column: 'area_id', to: [['areas.txt', 'area_id']] },
    { column: 'stop_id', to: stops },
  ],
}

export interface FieldType {
  readonly type: ColumnType
  readonly role: ColumnRole
}

/** Type and role of a kind in the view. */
export const fieldTypes: Readonly<Record<FieldKind, FieldType>> = {
  id: { type: 'code', role: 'identifier' },
  text: { type: 'text', role: 'text' },
  integer: { type: 'integer', role: 'measure' },
  number: { type: 'number', role: 'measure' },
  date: { type: 'date', role: 'period' },
  time: { type: 'text', role: 'period' },
  category: { type: 'code', role: 'category' },
}
