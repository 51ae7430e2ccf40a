import type { ImportOptions } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import type { ByteSource } from '../source/byte-source'
import { type Survey, surveySource } from '../text/survey'

/** A text file whose every byte has been seen once: what a table of text is read from. */
export interface TextSource {
  readonly source: ByteSource
  readonly survey: Survey
}

/** Reads the file once for its digest and its encoding. `progress` hears the share, 0 to 1. */
export async function openText(
  source: ByteSource,
  { encoding }: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
): Promise<TextSource> {
  const survey = await surveySource(source, encoding, job, (read) => progress(read / source.bytes))
  return { source, survey }
}

/** What the formats of text say about their source. */
export const textContents = ({ survey }: TextSource) => ({
  encoding: survey.encoding,
  encodingConfidence: survey.confidence,
  sha256: survey.sha256,
})
