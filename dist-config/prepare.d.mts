export const ROOT: string;
export function ensureBuilt(): void;
