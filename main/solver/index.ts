export { loadSolver } from './highs-solver'
