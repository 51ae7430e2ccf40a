import { fileName } from '../../client/file-name'
import { useJobs } from '../../client/jobs'
import { useCall } from '../../client/use-call'
import { Button } from '../../components/button'
import { Icon } from '../../components/icon'
import { Progress } from '../../components/progress'
import { Screen } from '../../components/screen'
import { FaultNote, Skeleton } from '../../components/states'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'
import { RecentProjects } from './recent-projects'

/** Damage is the one fault of opening that the window can mend by itself. */
const canRestore = (code: string) => code.startsWith('project.damaged')

export function HomeScreen() {
  const { state, dispatch, actions } = useSession()
  const { t } = useLanguage()
  const { openFault } = state
  // Counts change with every import and run; what opening said about them grows old.
  const info = useCall('project.info', state.project ? {} : null, state.revision)
  const project = state.project && (info.value ?? state.project)
  return (
    <Screen title={t('home.title')} subtitle={t('home.subtitle')}>
      <div className="stack home">
        {openFault && (
          <FaultNote
            fault={openFault.fault}
            actions={
              <>
                {canRestore(openFault.fault.code) && (
                  <Button onClick={() => void actions.open(openFault.path, 'restore')}>
                    {t('home.restore')}
                  </Button>
                )}
                <Button onClick={() => void actions.open(openFault.path)}>{t('word.tryAgain')}</Button>
                <Button kind="quiet" onClick={() => dispatch({ kind: 'openFaultClosed' })}>
                  {t('word.close')}
                </Button>
              </>
            }
          />
        )}
        <Waiting />
        {project && (
          <div className="card card-open">
            <Icon name="folder" size={20} />
            <div className="card-text">
              <h2>{t('home.openProject', { name: project.name })}</h2>
              <p className="quiet clip" title={project.path}>
                {project.path}
              </p>
              <p>{t('home.projectFacts', { dataSets: project.dataSets, runs: project.runs })}</p>
            </div>
            <Button
              kind="primary"
              onClick={() => dispatch({ kind: 'go', route: { screen: 'data', dataSet: null } })}
            >
              {t('home.goOn')}
            </Button>
            <Button onClick={() => void actions.closeProject()}>{t('home.close')}</Button>
          </div>
        )}
        <section className="home-ways" aria-label={t('home.ways')}>
          <Way
            icon="plus"
            title={t('home.new')}
            text={t('home.newText')}
            primary={!project}
            onClick={actions.newProject}
          />
          <Way
            icon="folder"
            title={t('home.open')}
            text={t('home.openText')}
            onClick={actions.chooseProject}
          />
          <Way icon="map" title={t('home.sample')} text={t('home.sampleText')} onClick={actions.sample} />
        </section>
        <section className="stack" aria-labelledby="recent">
          <h2 id="recent">{t('home.recent')}</h2>
          {state.started ? <RecentProjects /> : <Skeleton lines={3} />}
        </section>
        <p className="home-hint quiet">
          <Icon name="import" /> {t('home.dropHint')}
        </p>
      </div>
    </Screen>
  )
}

/** The project on its way, with how far it is; or the engine, which starts while the window is already there. */
function Waiting() {
  const { state } = useSession()
  const { t } = useLanguage()
  const { jobs, cancel } = useJobs()
  const { opening, engine } = state
  const job = opening === null ? undefined : jobs.find(({ title }) => title === fileName(opening))
  if (opening !== null && job)
    return (
      <Progress
        title={t('home.opening', { path: opening })}
        progress={job.progress}
        cancelling={job.cancelling}
        onCancel={() => cancel(job.id)}
      />
    )
  if (engine !== 'starting') return null
  return (
    <div className="after-150 quiet row" role="status">
      <progress className="bar bar-short" aria-label={t('engine.starting')} />
      {t('engine.starting')}
    </div>
  )
}

interface WayProps {
  readonly icon: 'plus' | 'folder' | 'map'
  readonly title: string
  readonly text: string
  readonly primary?: boolean
  readonly onClick: () => Promise<void>
}

function Way({ icon, title, text, primary = false, onClick }: WayProps) {
  return (
    <button type="button" className={primary ? 'way way-primary' : 'way'} onClick={() => void onClick()}>
      <Icon name={icon} size={20} />
      <span className="way-title">{title}</span>
      <span className="way-text">{text}</span>
    </button>
  )
}
