/** The command line: reads the arguments, loads the one command that is asked for, turns errors into exit codes. */

import { Command, CommanderError } from 'commander'
import { KefulintError } from '../errors.js'
import { VERSION } from '../generated/version.js'
import { detectLang, failure, LANGS, type Messages, messagesFor } from '../messages/index.js'
import { FORMAT_NAMES } from '../read/names.js'
import type { LinterFlags } from '../settings/flags.js'
import { errorText } from './error-text.js'
import type { Cli, Io } from './io.js'
import { addInputFlags, addKnownFlags, addLinterFlags, addReportFlags, langFlag } from './options.js'

export async function main(args: readonly string[], io: Io): Promise<number> {
  const flag = langAsked(args)
  const lang = detectLang(io.env, flag)
  const messages = messagesFor(lang ?? 'en')
  const cli: Cli = { io, messages, lang: lang ?? 'en' }
  let exitCode = 0
  const program = programOf(cli, (code) => {
    exitCode = code
  })
  try {
    if (lang === undefined) throw failure(messages, 'bad-flag', {}, '--lang', flag ?? '', LANGS.join(' | '))
    if (args.length === 0) {
      program.outputHelp()
      return 2
    }
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    return failed(
      error instanceof CommanderError && error.exitCode !== 0 ? usageError(error, messages, program) : error,
      cli,
    )
  }
}

function programOf(cli: Cli, done: (code: number) => void): Command {
  const { io, messages } = cli
  const { help } = messages
  const program = new Command('kefulint')
    .description(help.about)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: () => {}, getOutHelpWidth: () => io.columns })
    .configureHelp({
      styleTitle: (title) => helpTitle(title, messages),
      // Commander would add defaults in English.
      optionDescription: ({ description }) => description,
    })
    .helpCommand(false)
    .version(VERSION, '-V, --version', help.version)
  const common = (command: Command, examples: readonly string[]) =>
    command
      .helpOption('-h, --help', help.help)
      .addOption(langFlag(messages))
      .addHelpText(
        'after',
        `\n${help.examples}\n${examples.map((line) => `  ${line}\n`).join('')}\n${help.exitCodes}`,
      )
  common(program, help.mainExamples)

  const collect = (value: string, before: string[]) => [...before, value]
  const run = async (flags: LinterFlags & { printConfig?: boolean }, command: () => Promise<number>) =>
    done(await (flags.printConfig ? printed(flags, cli) : command()))
  const add = (name: string, about: string, examples: readonly string[]) =>
    common(program.command(name), examples).description(about)

  const audit = add('audit', help.audit, help.auditExamples).argument('[files...]', help.patterns)
  addInputFlags(addKnownFlags(addReportFlags(audit, messages), messages), messages)
    .option('--input-format <name>', help.inputFormat(FORMAT_NAMES))
    .option('--threads <n>', help.threads)
    .option('--strict-input', help.strictInput)
    .option('--since <day>', help.since)
    .option('--until <day>', help.until)
    .option('--agent <name>', help.agent, collect, [])
    .option('--shop <id>', help.shop, collect, [])
    .action((files, flags) => run(flags, async () => (await import('./audit.js')).audit(files, flags, cli)))

  addReportFlags(add('check', help.check, help.checkExamples).argument('<draft>', help.draft), messages)
    .option('--context <file>', help.context)
    .option('--question <text>', help.question, collect, [])
    .option('--paid', help.paid)
    .option('--explain', help.explain)
    .action((draft, flags) => run(flags, async () => (await import('./check.js')).check(draft, flags, cli)))

  const gate = add('gate', help.gate, help.gateExamples).argument('[files...]', help.replies)
  addInputFlags(addKnownFlags(addReportFlags(gate, messages), messages), messages).action((files, flags) =>
    run(flags, async () => (await import('./gate.js')).gate(files, flags, cli)),
  )

  addLinterFlags(add('serve', help.serve, help.serveExamples), messages)
    .option('--host <address>', help.host)
    .option('--port <n>', help.port)
    .option('--token-file <file>', help.tokenFile)
    .option('--quiet', help.quietLog)
    .action((flags) => run(flags, async () => (await import('./serve.js')).serve(flags, cli)))

  const convert = add('convert', help.convert, help.convertExamples)
  addInputFlags(convert.argument('[files...]', help.convertPatterns), messages)
    .option('--kind <kind>', help.kind)
    .option('--input-format <name>', help.inputFormat(FORMAT_NAMES))
    .option('--output <file>', help.convertOutput)
    .option('--no-mask', help.noMask)
    .option('--strict-input', help.strictInput)
    .option('--config <file>', help.config)
    .action(async (files, flags) => done(await (await import('./convert.js')).convert(files, flags, cli)))

  add('formats', help.formats, help.formatsExamples).action(async () =>
    done((await import('./formats.js')).formats(cli)),
  )

  const report = add('report', help.report, help.reportExamples).argument('[files...]', help.savedFiles)
  addReportFlags(report, messages)
    .option('--strict-input', help.strictInput)
    .option('--suppressions <file>', help.suppressions)
    .action((files, flags) => run(flags, async () => (await import('./report.js')).report(files, flags, cli)))

  addLinterFlags(add('rules', help.rules, help.rulesExamples).argument('[rule]', help.rule), messages)
    .option('--format <name>', help.format(['pretty', 'json']), collect, [])
    .action((id, flags) => run(flags, async () => (await import('./rules.js')).rules(id, flags, cli)))

  addLinterFlags(add('test', help.test, help.testExamples), messages)
    .option('--mutate', help.mutate)
    .action((flags) => run(flags, async () => (await import('./test.js')).test(flags, cli)))

  add('compile', help.compile, help.compileExamples)
    .argument('<path>', help.compilePath)
    .option('--output <file>', help.convertOutput)
    .action(async (path, flags) => done(await (await import('./compile.js')).compile(path, flags, cli)))

  add('init', help.init, help.initExamples).action(async () =>
    done(await (await import('./init.js')).init(cli)),
  )

  return program
}

async function printed(flags: LinterFlags, cli: Cli): Promise<number> {
  return (await import('./print-config.js')).printConfig(flags, cli)
}

/** Known before commander runs, since the help texts depend on it. */
function langAsked(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  if (at < 0 || args.slice(0, at).includes('--')) return undefined
  return args[at] === '--lang' ? args[at + 1] : args[at]!.slice('--lang='.length)
}

function failed(error: unknown, cli: Cli): number {
  const { io, messages } = cli
  if (isClosedPipe(error)) return 0
  if (error instanceof CommanderError) return error.exitCode
  if (error instanceof KefulintError) {
    io.err(errorText(error))
    return error.exitCode
  }
  if (io.env.KEFULINT_DEBUG) io.err(`${(error as Error)?.stack ?? String(error)}\n`)
  io.err(errorText(failure(messages, 'internal', {}, error instanceof Error ? error.message : String(error))))
  return 3
}

export function isClosedPipe(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | null)?.code === 'EPIPE'
}

/** Commander speaks English only; its codes are translated, with the name that it puts between quotes. */
function usageError({ code, message }: CommanderError, messages: Messages, program: Command): KefulintError {
  const name = /'(.*?)'/.exec(message)?.[1] ?? ''
  switch (code) {
    case 'commander.unknownOption':
      return failure(messages, 'unknown-flag', {}, name)
    case 'commander.unknownCommand':
      return failure(messages, 'unknown-command', {}, name)
    case 'commander.missingArgument':
      return failure(messages, 'missing-argument', {}, name)
    case 'commander.optionMissingArgument':
      return failure(messages, 'missing-value', {}, name)
    case 'commander.excessArguments':
      return failure(messages, 'extra-argument', {})
    default:
      return failure(
        messages,
        'no-command',
        {},
        program.commands.map((command) => command.name()),
      )
  }
}

function helpTitle(title: string, { help }: Messages): string {
  const titles: Record<string, string> = {
    'Usage:': help.usage,
    'Arguments:': help.arguments,
    'Options:': help.options,
    'Commands:': help.commands,
  }
  return titles[title] ?? title
}
