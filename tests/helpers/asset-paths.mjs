// `--import` of this before a script: `?asset` imports are paths, as electron-vite gives them in a build.
import { register } from 'node:module'

const hooks = `
import { fileURLToPath } from 'node:url'
export async function load(url, context, next) {
  if (!url.endsWith('?asset')) return next(url, context)
  const path = fileURLToPath(url.slice(0, -'?asset'.length))
  return { format: 'module', source: 'export default ' + JSON.stringify(path), shortCircuit: true }
}`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
