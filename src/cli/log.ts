const LEVELS = ['info', 'warn', 'error'] as const;

export type Level = (typeof LEVELS)[number];

export interface Entry {
  readonly level: Level;
  readonly event: string;
  readonly [field: string]: string | number | boolean | undefined;
}

export type Log = (entry: Entry) => void;

/** One line of JSON each, from the level up. */
export const logFrom = (least: Level): Log => entry => {
  if (LEVELS.indexOf(entry.level) >= LEVELS.indexOf(least)) process.stdout.write(`${JSON.stringify({time: new Date().toISOString(), ...entry})}\n`);
};
