import {readFileSync} from 'node:fs';
import {VARIABLES, type Values, type Variable, type VariableName} from './variables.js';

export interface Environment {
  readonly values: Values;
  /** A sentence for each thing that keeps the server from starting. */
  readonly faults: readonly string[];
  /** And for each that looks like a mistake. */
  readonly warnings: readonly string[];
}

type Texts = Readonly<Record<string, string | undefined>>;

/** Reads the variables, all of them, whatever is wrong with one. No sentence repeats a variable's text: it may be a secret in the wrong place. */
export function readEnvironment(texts: Texts): Environment {
  const {values, faults} = readVariables(texts);
  const secret = readSecretFile(values, faults);
  return {
    values: {...values, PODERO_CLIENT_SECRET: secret},
    faults: [...faults, ...CHOICES.flatMap(({isWrong, sentence}) => (isWrong(name => Boolean(texts[name])) ? sentence : []))],
    warnings: Object.keys(texts).filter(isUnknown).map(name => `${name} is no variable of podero-widgets${suggestionFor(name)}; it is ignored.`),
  };
}

function readVariables(texts: Texts): {values: Values; faults: string[]} {
  const faults: string[] = [];
  const entries = (Object.entries(VARIABLES) as [VariableName, Variable][]).map(([name, {read, form, is, example, default: fallback, isRequired}]) => {
    const text = texts[name] || fallback;
    if (text === undefined) {
      if (isRequired) faults.push(`${name} is missing: ${is}, such as ${example}.`);
      return [name, undefined];
    }
    const value = read(text);
    if (value === undefined) faults.push(`${name} ${form}, such as ${example}.`);
    return [name, value];
  });
  return {values: Object.fromEntries(entries) as Values, faults};
}

function readSecretFile({PODERO_CLIENT_SECRET: secret, PODERO_CLIENT_SECRET_FILE: file}: Values, faults: string[]): string | undefined {
  if (file === undefined) return secret;
  try {
    const text = readFileSync(file, 'utf8').trim();
    if (text) return text;
    faults.push('PODERO_CLIENT_SECRET_FILE leads to an empty file.');
  } catch {
    faults.push('PODERO_CLIENT_SECRET_FILE has to lead to a file that can be read, such as /run/secrets/podero.');
  }
  return undefined;
}

/** Which variables go together. */
const CHOICES: readonly {readonly isWrong: (has: (name: VariableName) => boolean) => boolean; readonly sentence: string}[] = [
  {
    isWrong: has => has('PODERO_CLIENT_SECRET') === has('PODERO_CLIENT_SECRET_FILE'),
    sentence: 'PODERO_CLIENT_SECRET or PODERO_CLIENT_SECRET_FILE has to be set, and only one of them, such as PODERO_CLIENT_SECRET_FILE=/run/secrets/podero.',
  },
  {
    isWrong: has => has('PODERO_SESSION_URL') === has('PODERO_USER_HEADER'),
    sentence: 'PODERO_SESSION_URL or PODERO_USER_HEADER has to be set, and only one of them: it says who is signed in, such as PODERO_SESSION_URL=http://127.0.0.1:8080/podero-session.',
  },
  {
    isWrong: has => has('PODERO_USER_HEADER') && !has('PODERO_GATEWAY_SECRET'),
    sentence: 'PODERO_GATEWAY_SECRET is missing: PODERO_USER_HEADER is believed only from a gateway that sends this text in x-podero-gateway, such as the output of openssl rand -hex 32.',
  },
];

const isUnknown = (name: string): boolean => name.startsWith('PODERO_') && !(name in VARIABLES);

/** The one with the longest common beginning and end is likely meant. */
function suggestionFor(name: string): string {
  const likeness = (other: string) => {
    const letters = [...name];
    const start = letters.findIndex((letter, at) => letter !== other[at]);
    const end = letters.findIndex((_, at) => name.at(-1 - at) !== other.at(-1 - at));
    return Math.min((start < 0 ? name.length : start) + (end < 0 ? name.length : end), name.length) - Math.abs(name.length - other.length);
  };
  const [nearest] = Object.keys(VARIABLES).toSorted((one, other) => likeness(other) - likeness(one));
  return nearest !== undefined && likeness(nearest) >= name.length - 3 ? ` (${nearest} may be meant)` : '';
}
