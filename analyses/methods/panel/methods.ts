import type { Method } from '../core/define-method'
import { panelRegressionMethod } from './panel-regression'

export const panelMethods: readonly Method[] = [panelRegressionMethod]
