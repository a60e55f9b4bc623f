import type * as z from 'zod/mini';

/** Copies from JSON what a schema names; undefined where nothing of it may pass. */
export type Picker = (value: unknown) => unknown;

type Schema = z.core.$ZodType;

/**
 * The filter that a schema describes: of an object only the fields it names, of an array the elements, and where it
 * expects a single value only text, number, boolean or null. A structure in a place where another was expected does not
 * pass: whatever it is, nobody has looked at it. Values are handed on as sent, however wrong: judging them is the reader's
 * task. Leaves undefined where nothing passed, which JSON leaves out of an object and writes as null in an array.
 */
export function allowFields(schema: Schema): Picker {
  const {def} = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object': return allowObject(def.shape);
    case 'array': return allowArray(def.element);
    case 'union': return allowAnyOf(def.options);
    case 'optional':
    case 'nullable': return allowFields(def.innerType);
    default: return allowLeaf;
  }
}

function allowObject(shape: Readonly<Record<string, Schema>>): Picker {
  const picks = Object.entries(shape).map(([name, schema]) => [name, allowFields(schema)] as const);
  return value => {
    if (value === null) return null;
    if (typeof value !== 'object' || Array.isArray(value)) return undefined;
    const sent = picks.filter(([name]) => Object.hasOwn(value, name));
    return Object.fromEntries(sent.map(([name, pick]) => [name, pick((value as Record<string, unknown>)[name])]));
  };
}

function allowArray(element: Schema): Picker {
  const pick = allowFields(element);
  return value => (value === null ? null : Array.isArray(value) ? value.map(pick) : undefined);
}

function allowAnyOf(options: readonly Schema[]): Picker {
  const picks = options.map(allowFields);
  return value => picks.map(pick => pick(value)).find(picked => picked !== undefined);
}

const allowLeaf: Picker = value =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value) ? value : undefined;
