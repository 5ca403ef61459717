/** The back end of a chat tool in short: `POST /send` with `{ "chat": "c1", "text": "…", "confirmed": [] }`. */
import { createServer } from 'node:http'
import { holdBack } from './hold-back.js'

/** Conversations by id; a real chat tool has its own store. */
const chats = new Map([
  ['c1', { id: 'c1', messages: [{ role: 'buyer', text: '有没有发票' }], order: { status: 'unpaid' } }],
])

const guard = holdBack({
  replyOf: ({ body }) => body,
  contextOf: ({ body }) => chats.get(body.chat),
})

const server = createServer(async (request, response) => {
  const answer = (status, value) => {
    response.writeHead(status, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(value))
  }
  if (request.method !== 'POST' || request.url !== '/send') {
    answer(404, { error: 'POST /send' })
    return
  }
  request.body = await bodyOf(request)
  if (!chats.has(request.body?.chat) || typeof request.body.text !== 'string') {
    answer(400, { error: 'chat and text are needed' })
    return
  }
  guard(request, response, () => {
    const { chat, text } = request.body
    // Here it would go out to the buyer.
    chats.get(chat).messages.push({ role: 'agent', text })
    answer(200, { sent: true, messages: chats.get(chat).messages.length })
  })
})

async function bodyOf(request) {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

server.listen(Number(process.env.PORT ?? 8621), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`)
})
