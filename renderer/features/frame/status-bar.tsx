import { useJobs } from '../../client/jobs'
import { IconButton } from '../../components/button'
import { Icon } from '../../components/icon'
import { Bar, shareDone } from '../../components/progress'
import { useLanguage } from '../../i18n'
import { useSession } from '../session/session'

/** What lies open, how the engine is, what runs. */
export function StatusBar() {
  const { state } = useSession()
  const { t, formats } = useLanguage()
  const { jobs, cancel } = useJobs()
  const { project, engine, opening } = state
  return (
    <footer className="status-bar">
      <span className="status-part clip" title={project?.path}>
        <Icon name="folder" size={14} />
        <span className="clip">{project ? project.name : t('status.noProject')}</span>
        {project?.readOnly && <span className="badge">{t('status.readOnly')}</span>}
      </span>
      <span className={`status-part engine-${engine}`} role="status">
        <span className="status-lamp" aria-hidden="true" />
        {opening !== null ? t('status.opening') : t(`engine.${engine}`)}
      </span>
      <span className="status-space" />
      {jobs.map((job) => {
        const share = shareDone(job.progress)
        return (
          <span className="status-part status-job" key={job.id}>
            <span className="clip">{job.cancelling ? t('job.cancelling') : job.title}</span>
            <Bar label={job.title} share={share} />
            {share !== null && <span className="number">{formats.percent(share)}</span>}
            {!job.cancelling && (
              <IconButton
                icon="close"
                label={t('job.cancelNamed', { title: job.title })}
                onClick={() => cancel(job.id)}
              />
            )}
          </span>
        )
      })}
      {jobs.length === 0 && <span className="status-part quiet">{t('status.noJobs')}</span>}
    </footer>
  )
}
