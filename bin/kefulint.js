#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`kefulint needs Node.js 20.19 or newer, this is ${process.versions.node}: https://nodejs.org`)
  process.exit(2)
}
const { start } = await import('../dist/cli/start.js')
await start()
