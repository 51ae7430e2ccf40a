/* Reads what the test runners wrote about themselves. A missing or broken report counts as a failure. */
import { readFileSync } from 'node:fs'

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} failures one line per failure
 */

/** @returns {Tally} */
export const nothing = () => ({ passed: 0, failed: 0, skipped: 0, failures: [] })

/**
 * @param {string} failure
 * @returns {Tally}
 */
export const oneFailure = (failure) => ({ passed: 0, failed: 1, skipped: 0, failures: [failure] })

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export const sum = (tallies) =>
  tallies.reduce(
    (a, b) => ({
      passed: a.passed + b.passed,
      failed: a.failed + b.failed,
      skipped: a.skipped + b.skipped,
      failures: [...a.failures, ...b.failures],
    }),
    nothing(),
  )

/**
 * A runner that found nothing to run, or died without a failed test (an unhandled rejection, a crash), failed.
 * @param {string} runner
 * @param {number} code its exit code
 * @param {Tally} tally
 * @returns {Tally}
 */
const plausible = (runner, code, tally) => {
  if (tally.passed + tally.failed + tally.skipped === 0) return oneFailure(`${runner}: no test was found`)
  if (code !== 0 && tally.failed === 0) return sum([tally, oneFailure(`${runner}: ended with code ${code}`)])
  return tally
}

/**
 * @param {string} path
 * @returns {any} the report, null when there is none
 */
const readReport = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/**
 * @param {string} path vitest's JSON report
 * @param {number} code vitest's exit code
 * @returns {Tally}
 */
export const vitestTally = (path, code) => {
  const report = readReport(path)
  if (!report) return oneFailure(`vitest: wrote no report (code ${code})`)
  const tally = nothing()
  for (const file of report.testResults) {
    // A file that does not load has no tests; it would otherwise vanish from the count.
    if (
      file.status === 'failed' &&
      !file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed')
    ) {
      tally.failed++
      tally.failures.push(`${file.name}: ${String(file.message).split('\n')[0]}`)
    }
    for (const test of file.assertionResults) {
      if (test.status === 'passed') tally.passed++
      else if (test.status === 'failed') {
        tally.failed++
        tally.failures.push(`${file.name}: ${test.fullName}`)
      } else tally.skipped++
    }
  }
  return plausible('vitest', code, tally)
}

/**
 * @param {any} suite
 * @returns {any[]} the specs of a suite and the suites in it
 */
const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]

/**
 * @param {string} path Playwright's JSON report
 * @param {number} code Playwright's exit code
 * @returns {Tally}
 */
export const playwrightTally = (path, code) => {
  const report = readReport(path)
  if (!report) return oneFailure(`playwright: wrote no report (code ${code})`)
  const tally = nothing()
  for (const spec of report.suites.flatMap(specsOf)) {
    for (const test of spec.tests) {
      if (test.status === 'skipped') tally.skipped++
      else if (test.status === 'expected') tally.passed++
      else {
        tally.failed++
        tally.failures.push(`${spec.file}: ${spec.title}`)
      }
    }
  }
  for (const error of report.errors) {
    tally.failed++
    tally.failures.push(`playwright: ${String(error.message).split('\n')[0]}`)
  }
  return plausible('playwright', code, tally)
}
