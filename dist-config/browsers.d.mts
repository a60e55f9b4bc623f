import type {LaunchOptions} from 'puppeteer-core';
import type {WebKitPrograms} from './engines/webkit.mjs';

/** A browser that was found, and how it is started. */
export type Engine =
  | {readonly name: 'Chromium' | 'Firefox'; readonly launch: LaunchOptions}
  | {readonly name: 'WebKit'; readonly launch: WebKitPrograms};

interface Known {
  readonly find: () => unknown;
  readonly variable: string;
  readonly packages: string;
}
/** `wanted` as in the variable `ENGINES`; without it, whatever is installed. */
export function findEngines(wanted?: string, known?: Readonly<Record<string, Known>>): Promise<{
  readonly engines: readonly Engine[];
  /** A sentence for each engine that is not there. */
  readonly missing: readonly string[];
}>;

/** Those for what is ours and the same in each; more than the first only where `ENGINES` or `THOROUGH` says so. */
export function enginesForOurs(engines: readonly Engine[], asked?: string): readonly Engine[];
