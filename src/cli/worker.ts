import { parentPort, workerData } from 'node:worker_threads'
import { messagesFor } from '../messages/index.js'
import { doJob, type Job } from '../run/jobs.js'
import { linterFor } from '../settings/packs.js'
import type { WorkerData } from './threads.js'

const { options, narrow } = workerData as WorkerData
const messages = messagesFor(options.lang ?? 'zh-CN')
const linter = linterFor(options, messages)

parentPort?.on('message', async (job: Job) => {
  try {
    parentPort?.postMessage(doJob(job, await linter, messages, narrow))
  } catch (error) {
    // Thrown outside the promise, so that the main thread hears of it.
    setImmediate(() => {
      throw error
    })
  }
})
