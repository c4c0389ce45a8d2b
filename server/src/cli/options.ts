/**
 * What was asked for on the command line. Invariant: what cannot be understood is said in the user's language, never guessed.
 */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { languageOf, message, type Language, type MessageKey } from '../messages';
import type { Fact, Message } from '../model/message';
import { SEVERITIES, type Severity } from '../protocol/report';

export interface CheckOptions {
  readonly command: 'check';
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  readonly failOn: Severity | 'never';
  readonly stdinFilename: string | undefined;
}
export interface FixOptions {
  readonly command: 'fix';
  readonly paths: readonly string[];
  readonly dryRun: boolean;
}
export interface InfoOptions { readonly command: 'help' | 'version' }
export type Options = (CheckOptions | FixOptions | InfoOptions) & { readonly language: Language };

export class WrongUse extends Error {
  constructor(readonly reason: Message, readonly language: Language) { super(reason.key); }
}

const ALL = {
  format: { type: 'string' }, 'fail-on': { type: 'string' }, language: { type: 'string' }, 'stdin-filename': { type: 'string' },
  'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' },
} as const satisfies ParseArgsConfig['options'];
type OptionName = keyof typeof ALL;
const COMMON: readonly OptionName[] = ['language', 'help', 'version'];
const OWN: Readonly<Record<'check' | 'fix', readonly OptionName[]>> = { check: ['format', 'fail-on', 'stdin-filename'], fix: ['dry-run'] };
const LANGUAGES = ['zh', 'en'] as const;
const FORMATS = ['text', 'json'] as const;
const FAIL_ON = [...SEVERITIES, 'never'] as const;

/** @param env tells the language where no option does. @throws WrongUse */
export function readOptions(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Options {
  const given = new Given(args, languageOfEnvironment(env));
  given.language = given.choice('language', LANGUAGES, given.language);
  const { language } = given;
  if (given.values.has('help')) { return { command: 'help', language }; }
  if (given.values.has('version')) { return { command: 'version', language }; }
  const [command, ...paths] = given.positionals;
  if (command !== 'check' && command !== 'fix') { return given.refuse('cli.no-command', { command: command ?? '' }); }
  given.allow([...COMMON, ...OWN[command]]);
  if (command === 'fix') { return { command, language, paths, dryRun: given.values.has('dry-run') }; }
  const stdinFilename = given.values.get('stdin-filename');
  if (stdinFilename !== undefined && paths.length > 0) { given.refuse('cli.stdin-with-paths'); }
  return {
    command, language, paths, stdinFilename,
    format: given.choice('format', FORMATS, 'text'), failOn: given.choice('fail-on', FAIL_ON, 'error'),
  };
}

/** Chinese, unless the locale says English: C and POSIX say nothing. */
function languageOfEnvironment(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en/i.test(locale) ? languageOf('en') : 'zh';
}

class Given {
  /** By option name; '' for a flag. */
  readonly values = new Map<string, string>();
  readonly positionals: string[] = [];

  constructor(args: readonly string[], public language: Language) {
    const { tokens } = parseArgs({ args: [...args], options: ALL, strict: false, allowPositionals: true, tokens: true });
    for (const token of tokens) {
      if (token.kind === 'positional') { this.positionals.push(token.value); }
      if (token.kind !== 'option') { continue; }
      const name = String(token.name);
      const known = Object.hasOwn(ALL, name) ? ALL[name as OptionName] : undefined;
      if (known === undefined || (known.type === 'boolean' && token.value !== undefined)) {
        this.refuse('cli.unknown-option', { option: token.rawName });
      }
      if (known?.type === 'string' && token.value === undefined) { this.refuse('cli.no-value', { option: token.rawName }); }
      this.values.set(name, token.value ?? '');
    }
  }

  choice<T extends string>(option: OptionName, choices: readonly T[], otherwise: T): T {
    const value = this.values.get(option);
    const chosen = value === undefined ? otherwise : choices.find((choice) => choice === value);
    return chosen ?? this.refuse('cli.bad-choice', { option, choices: choices.join('|'), value: value ?? '' });
  }

  allow(options: readonly OptionName[]): void {
    for (const name of this.values.keys()) {
      if (!options.includes(name as OptionName)) { this.refuse('cli.unknown-option', { option: `--${name}` }); }
    }
  }

  refuse(key: MessageKey, facts: Readonly<Record<string, Fact>> = {}): never {
    throw new WrongUse(message(key, facts), this.language);
  }
}
