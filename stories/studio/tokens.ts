import manifest from 'virtual:custom-elements-manifest';

/** A public custom property, as the manifest tells it. */
export interface Token {
  readonly name: string;
  readonly standard: string;
  readonly meaning: string;
  readonly kind: 'colour' | 'font' | 'length' | 'shadow';
}

interface Property {
  readonly name: string;
  readonly syntax?: string;
  readonly default: string;
  readonly description: string;
}

interface Manifest {
  readonly modules: readonly {readonly declarations?: readonly {readonly cssProperties?: readonly Property[]}[]}[];
}

const KINDS = [['colour', /color/], ['length', /length/]] as const;

const all = (manifest as Manifest).modules.flatMap(({declarations = []}) => declarations.flatMap(({cssProperties = []}) => cssProperties));

/** Each once, in their order; one that is new is there by itself. */
export const TOKENS: readonly Token[] = [...new Map(all.map(({name, syntax = '', default: standard, description}) => [name, {
  name, standard, meaning: description, kind: KINDS.find(([, pattern]) => pattern.test(syntax))?.[0] ?? (name.endsWith('-shadow') ? 'shadow' : 'font'),
} as const])).values()];
