// `npm run build`: bundles into out/ when a source changed.
import './node-version.mjs'

const { prepareBuild, prepareDependencies } = await import('./prepare.mjs')
const { projectRoot } = await import('./runtime.mjs')
const { runMain } = await import('./say.mjs')

await runMain(async () => {
  await prepareDependencies(projectRoot())
  await prepareBuild(projectRoot())
  return 0
})
