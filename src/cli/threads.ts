/** The same work on one thread or on several; results come in the order of the jobs either way. */

import { Worker } from 'node:worker_threads'
import type { Batch } from '../audit/batch.js'
import type { Narrow } from '../audit/narrow.js'
import type { Linter, LinterOptions } from '../engine/types.js'
import type { Messages } from '../messages/index.js'
import { doJob, type Job } from '../run/jobs.js'

/** What each thread is given once. */
export type WorkerData = Pick<How, 'options' | 'narrow'>

/** Below this, starting threads takes longer than they save. */
const SMALL_INPUT = 32 << 20

export function threadsFor(bytes: number, cores: number, asked?: number): number {
  return asked ?? (bytes < SMALL_INPUT ? 1 : Math.min(4, cores))
}

export interface How {
  linter: Linter
  /** What the linter was made from: threads make their own. */
  options: LinterOptions
  messages: Messages
  threads: number
  narrow?: Narrow
}

export async function* judged(jobs: AsyncIterable<Job>, how: How): AsyncGenerator<Batch> {
  const { linter, options, messages, threads, narrow } = how
  if (threads > 1) yield* onThreads(jobs, { options, narrow }, threads)
  else for await (const job of jobs) yield doJob(job, linter, messages, narrow)
}

async function* onThreads(
  jobs: AsyncIterable<Job>,
  shared: WorkerData,
  threads: number,
): AsyncGenerator<Batch> {
  const workers = Array.from({ length: threads }, () => startWorker(shared))
  const running: Promise<Batch>[] = []
  try {
    let next = 0
    for await (const job of jobs) {
      const result = workers[next++ % threads]!.run(job)
      // Awaited in its turn; until then a failure must not count as unhandled.
      result.catch(() => {})
      running.push(result)
      if (running.length >= threads * 2) yield await running.shift()!
    }
    for (const result of running) yield await result
  } finally {
    for (const worker of workers) worker.stop()
  }
}

type Settle = { resolve: (batch: Batch) => void; reject: (error: unknown) => void }

function startWorker(shared: WorkerData) {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: shared })
  /** A worker does its jobs in turn, so answers come in the order of the questions. */
  const waiting: Settle[] = []
  let failed: unknown
  const fail = (error: unknown) => {
    failed ??= error
    for (const { reject } of waiting.splice(0)) reject(error)
  }
  worker.on('message', (batch: Batch) => waiting.shift()?.resolve(batch))
  worker.on('error', fail)
  worker.on('exit', (code) => fail(new Error(`a thread ended with code ${code}`)))
  return {
    run: (job: Job) =>
      new Promise<Batch>((resolve, reject) => {
        if (failed !== undefined) {
          reject(failed)
          return
        }
        waiting.push({ resolve, reject })
        post(worker, job)
      }),
    stop: () => void worker.terminate(),
  }
}

/** Bytes are copied out once, since the rest of their buffer is still needed here, and then handed over. */
function post(worker: Worker, job: Job) {
  if (!('block' in job)) {
    worker.postMessage(job)
    return
  }
  const bytes = new Uint8Array(job.block.bytes)
  worker.postMessage({ ...job, block: { ...job.block, bytes } }, [bytes.buffer])
}
