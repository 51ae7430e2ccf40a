import { ngsi } from '../ngsi/ngsi'
import { jsonFormats } from './format'

/** Every format written in JSON. */
export const jsonFamily = jsonFormats({ standards: [], kinds: [ngsi] })
