import { jsonStat } from '../json-stat/json-stat'
import { ngsi } from '../ngsi/ngsi'
import { sensorThings } from '../sensorthings/sensorthings'
import { jsonFormats } from './format'

/** Every format written in JSON. */
export const jsonFamily = jsonFormats({ standards: [jsonStat, sensorThings], kinds: [ngsi] })
