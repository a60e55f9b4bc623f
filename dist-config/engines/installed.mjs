import {existsSync} from 'node:fs';

/** The program that the variable names, else the first of the paths that is there, if any. */
export function installed(variable, ...paths) {
  const named = process.env[variable];
  if (named && !existsSync(named)) throw new Error(`${variable} is set to ${named}, and there is no such file.`);
  return named || paths.find(path => existsSync(path));
}
