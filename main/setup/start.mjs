// `npm start`: sets up what is missing and opens the workbench on the sample region.
import './node-version.mjs'

const { start } = await import('./start-workbench.mjs')
const { runMain } = await import('./say.mjs')
await runMain(start)
