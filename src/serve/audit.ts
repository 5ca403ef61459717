/** `POST /v1/audit`: conversations in, what `kefulint audit --format ndjson` writes out, while they still come in. */

import { type Batch, newBatch } from '../audit/batch.js'
import { noticingDuplicates } from '../audit/duplicates.js'
import { startTally } from '../audit/tally.js'
import { parseThreshold } from '../audit/threshold.js'
import { KefulintError } from '../errors.js'
import { failure, problemsOf } from '../messages/index.js'
import type { Problem } from '../model.js'
import { readBlocks } from '../read/lines.js'
import { ndjsonReporter } from '../report/ndjson.js'
import { doJob } from '../run/jobs.js'
import { openKnown } from '../run/known.js'
import { metaOf, tellBatch } from '../run/tell.js'
import { chunksIn, expectBody, isMasked } from './body.js'
import type { Endpoint, Env, Face } from './service.js'
import { streamOf } from './stream.js'

const TYPES = ['application/x-ndjson', 'application/ndjson', 'application/jsonl']
/** The name of the file that problems and findings point to. */
const BODY = '<body>'

export const audit: Endpoint =
  ({ limits, fault }) =>
  (c) => {
    expectBody(c, TYPES, limits.audit)
    const { face, counts } = c.var
    const run = {
      face,
      counts,
      mask: isMasked(c),
      line: limits.audit.line,
      fault,
      gone: () => c.req.raw.signal.aborted,
    }
    const { stream, ended } = streamOf(auditLines(chunksIn(c, limits.audit), run))
    c.set('ended', ended)
    return c.body(stream, 200, { 'Content-Type': `${TYPES[0]}; charset=utf-8` })
  }

interface AuditRun {
  face: Face
  counts: Env['Variables']['counts']
  mask: boolean
  /** The longest record in bytes. */
  line: number
  fault(error: unknown): void
  /** Whether nobody listens any more. */
  gone(): boolean
}

/** Pulled by whoever reads the answer: what is not read is not judged. An audit that was cut off has no summary. */
async function* auditLines(chunks: AsyncIterable<Uint8Array>, run: AuditRun): AsyncGenerator<string> {
  const { face, mask, counts } = run
  const { messages } = face
  let written = ''
  const take = () => {
    const text = written
    written = ''
    return text
  }
  const write = (text: string | Uint8Array) => {
    written += text
  }
  const reporter = ndjsonReporter({ write, messages, mask, width: 0, colour: false })
  Object.assign(counts, { conversations: 0, findings: 0, problems: 0, incomplete: 1 })
  try {
    const known = await openKnown({ ...face, command: 'audit', flags: {} }, face)
    reporter.begin(metaOf(face))
    yield take()
    const tally = startTally(face)
    for await (const batch of noticingDuplicates(batchesIn(chunks, run), messages)) {
      const marked = { ...batch, judged: batch.judged.map(known.mark) }
      tally.add(marked)
      tellBatch([reporter], marked, {})
      count(marked, counts)
      if (written !== '') yield take()
    }
    const summary = tally.summary()
    void reporter.end(summary, parseThreshold(face.settings.failOn, messages)(summary))
    delete counts.incomplete
  } catch (error) {
    if (run.gone()) return
    if (!(error instanceof KefulintError)) run.fault(error)
    const { code, what, todo } =
      error instanceof KefulintError ? error : failure(messages, 'server-fault', {})
    reporter.problem({ code, file: BODY, what, todo })
  }
  yield take()
}

async function* batchesIn(
  chunks: AsyncIterable<Uint8Array>,
  { face, line }: AuditRun,
): AsyncGenerator<Batch> {
  const { linter, messages } = face
  const problems: Problem[] = []
  const onProblem = problemsOf(messages, BODY, (problem) => problems.push(problem))
  for await (const block of readBlocks(chunks, onProblem, line))
    yield doJob({ problems: problems.splice(0), file: BODY, format: 'ndjson', block }, linter, messages)
  yield newBatch(problems)
}

function count({ conversations, judged, problems }: Batch, counts: AuditRun['counts']) {
  counts.conversations! += conversations
  counts.problems! += problems.length
  for (const { verdict } of judged) counts.findings! += verdict.findings.length
}
