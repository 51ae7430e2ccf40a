// `npm test`: sets up what is missing, runs everything, ends with `N passed, N failed, N skipped`.
import '../main/setup/node-version.mjs'

const { runAll } = await import('./run/all.mjs')
const { runMain } = await import('../main/setup/say.mjs')
await runMain(() => runAll(process.argv.slice(2)))
