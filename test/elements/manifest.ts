/** As much of `custom-elements.json` as the tests read. */
export interface Manifest {
  readonly modules: readonly {readonly path: string; readonly declarations: readonly ElementDoc[]}[];
}

export interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: {readonly text: string};
}

export interface ElementDoc extends Entry {
  readonly tagName: string;
  readonly attributes: readonly (Entry & {readonly fieldName?: string})[];
  readonly members: readonly (Entry & {readonly kind: 'field' | 'method'; readonly attribute?: string})[];
  readonly slots?: readonly Entry[];
  readonly events: readonly Entry[];
  readonly cssParts: readonly Entry[];
  readonly cssProperties: readonly Entry[];
}

/** An event's description closes with what its detail carries: `{devices, series?}`. */
export const documentedDetail = ({description = ''}: Entry): string[] =>
  /`\{(.+)\}`$/.exec(description)?.[1]?.split(', ').map(name => name.replace('?', '')) ?? [];

export const namesOf = (entries: readonly {readonly name: string}[] = []): string[] => entries.map(({name}) => name);

/** What is only in the code, and what is only in the documentation. */
export function differences(documented: Iterable<string>, real: Iterable<string>): typeof AGREE {
  const [ours, theirs] = [new Set(documented), new Set(real)];
  return {
    'not documented': [...theirs].filter(name => !ours.has(name)).sort(),
    'documented only': [...ours].filter(name => !theirs.has(name)).sort(),
  };
}

export const AGREE: Readonly<Record<'not documented' | 'documented only', readonly string[]>> = {'not documented': [], 'documented only': []};
