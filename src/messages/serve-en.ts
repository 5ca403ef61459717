import type { serveProblemsZhCN, serveZhCN } from './serve-zh-CN.js'

const list = (names: readonly string[]) => names.join(', ')
const said = (what: string, todo: string) => ({ what, todo })

/** What `kefulint serve` tells whoever started it. */
export const serveEn: typeof serveZhCN = {
  ready: (version, url) => `kefulint ${version} is ready: ${url}`,
  stopping: 'stopping: finishing what has begun. Ctrl+C once more ends at once',
}

/** What may go wrong while it starts, and what its answers say. */
export const serveProblemsEn: typeof serveProblemsZhCN = {
  'token-needed': (host) =>
    said(
      `listening on ${host} lets other machines connect, which demands a token`,
      'name its file with --token-file, or set KEFULINT_TOKEN; for this machine alone leave out --host',
    ),
  'bad-token': (least) =>
    said(
      `a token has ${least} characters or more, of letters, digits and . _ ~ + / -`,
      'make one: openssl rand -hex 32 > token.txt',
    ),
  'cannot-listen': (address, why) =>
    said(`cannot listen on ${address} (${why})`, 'if the port is taken, give another --port, or 0 for any'),
  'wrong-host': (host) =>
    said(
      `the Host header is "${host}"; without a token only 127.0.0.1, localhost and [::1] are answered`,
      'use http://127.0.0.1 with the port; set a token before using a name or a reverse proxy',
    ),
  'no-access': () => said('no token, or not the right one', 'add the header Authorization: Bearer TOKEN'),
  'no-such-path': (paths) => said('there is nothing here', `there are: ${list(paths)}`),
  'no-page': () =>
    said('the page kefulint.html is not installed', 'run npm run build, or use what is under /v1'),
  'wrong-method': (allowed) => said(`only ${list(allowed)} is accepted here`, 'use another method'),
  'too-slow': (seconds) =>
    said(
      `the request was not complete after ${seconds} seconds`,
      'check the network; send long logs in parts',
    ),
  'body-too-large': (bytes) =>
    said(`the body is over the limit of ${bytes} bytes`, 'send less at once; logs go to /v1/audit in parts'),
  'wrong-content-type': (got, expected) =>
    said(
      `the type of the body is "${got}"; expected: ${list(expected)}`,
      `add the header Content-Type: ${expected[0]}`,
    ),
  'encoded-body': (got) => said(`compressed bodies (${got}) are not accepted`, 'send it as it is'),
  'body-not-utf8': () => said('the body is not UTF-8', 'convert it to UTF-8'),
  'body-not-json': () =>
    said('the body is not valid JSON', 'check quotes, commas, brackets; one JSON object is expected'),
  'unknown-field': (field, known) =>
    said(
      `there is no field ${field}; known are: ${list(known)}`,
      'check the spelling or leave it out; the conversation so far goes into context',
    ),
  'blank-draft': () => said('the field draft is empty', 'put in the reply that is to be sent'),
  'bad-parameter': (name, got, expected) =>
    said(
      `the parameter ${name} is "${got}"; it must be one of: ${list(expected)}`,
      'correct or leave it out',
    ),
  busy: (limit) =>
    said(`${limit} requests are being worked on, which is the limit`, 'try again later: see Retry-After'),
  'bad-request': () =>
    said('the address or the Host header is malformed', 'check how the address is written'),
  'server-fault': () =>
    said(
      'internal error, the request was not finished',
      'this is a fault of kefulint: please report it with what the server wrote to standard error',
    ),
}
