export { dataSetPages, rejectPages, runPages } from './page-tables'
export { type PageRequest, type PageTable, PageViews } from './views'
