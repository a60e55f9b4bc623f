import type {Log, LogEntry} from '../proxy/index.js';

const LEVELS: readonly LogEntry['level'][] = ['info', 'warn', 'error'];

/** One line of JSON each, from the level up. */
export const logFrom = (least: LogEntry['level']): Log => entry => {
  if (LEVELS.indexOf(entry.level) >= LEVELS.indexOf(least)) process.stdout.write(`${JSON.stringify({time: new Date().toISOString(), ...entry})}\n`);
};
