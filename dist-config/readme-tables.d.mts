import type {Manifest} from '../test/elements/manifest.js';

export const PAGES: readonly string[];
export const TABLE_NAMES: readonly string[];
export function withTables(page: string, manifest: Manifest): string;
