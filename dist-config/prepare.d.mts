export const ROOT: string;
export function ensureInstalled(): void;
export function ensureBuilt(): void;
/** When the youngest of its files was changed; 0 for what is not there. */
export function newestIn(path: string): number;
