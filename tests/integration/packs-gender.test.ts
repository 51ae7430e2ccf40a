import { packSuite } from '../helpers/pack-suite'

await packSuite('gender')
