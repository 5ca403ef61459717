/** Builds after an installation from the repository. `npm install --global` brings no development dependencies along, so they are fetched here. */
import { execSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const run = (command) =>
  execSync(command, { stdio: 'inherit', env: { ...process.env, npm_config_global: 'false' } })

if (!existsSync('node_modules/tsx')) run('npm ci --include=dev --ignore-scripts --no-audit --no-fund')
run('npm run build')
