import type {LitElement, PropertyDeclaration} from 'lit';

type Decorator = (prototype: object, name: string) => void;

/**
 * Lit's `@property()` for TypeScript's own decorators, the only kind compiled here: lit's serves both kinds, and costs the
 * entry half a kilobyte more.
 */
export const property = (options?: PropertyDeclaration): Decorator => ({constructor}, name) =>
  (constructor as typeof LitElement).createProperty(name, options);

/** Lit's `@state()`: what an element remembers for itself. */
export const state = (): Decorator => property({state: true, attribute: false});

/** Of a switch, as attribute or property: on by its presence, off by the text `false` too, which is all that some CMS can write. */
export const isOn = (value: unknown): boolean => value != null && value !== false && value !== 'false';
