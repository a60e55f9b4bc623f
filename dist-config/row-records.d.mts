export function rowsOf(name: string): readonly string[];
export function recordOf(name: string, engine: string, result: 'passed' | 'failed' | 'skipped', why?: string): string;
