import type * as z from 'zod/mini';

/** Where in an answer something stands that its schema does not name: `owner.email`, `actions[].resolution_link.url`. Never a value. */
export function unnamedFields(schema: z.core.$ZodType, value: unknown): string[] {
  return [...new Set(unnamed(schema, value, ''))];
}

function unnamed(schema: z.core.$ZodType, value: unknown, path: string): string[] {
  const {def} = (schema as z.core.$ZodTypes)._zod;
  if (value === null || value === undefined) return [];
  switch (def.type) {
    case 'optional':
    case 'nullable': return unnamed(def.innerType, value, path);
    case 'array': return Array.isArray(value) ? value.flatMap(item => unnamed(def.element, item, `${path}[]`)) : leaves(value, path);
    case 'object': return isObject(value)
      ? Object.entries(value).flatMap(([name, child]) => inField(def.shape[name], child, join(path, name)))
      : Array.isArray(value) ? leaves(value, path) : [];
    // A single value was expected: a structure in its place is something that nobody has looked at.
    default: return typeof value === 'object' ? leaves(value, path) : [];
  }
}

const inField = (schema: z.core.$ZodType | undefined, value: unknown, path: string): string[] =>
  schema ? unnamed(schema, value, path) : leaves(value, path);

/** All that stands in something unnamed, so that the names say how bad it is. */
function leaves(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.length ? value.flatMap(item => leaves(item, `${path}[]`)) : [path];
  if (!isObject(value)) return [path];
  const fields = Object.entries(value);
  return fields.length ? fields.flatMap(([name, child]) => leaves(child, join(path, name))) : [path];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A name that looks like data (an id or address as a key) or like a terminal's command is not repeated. */
const join = (path: string, name: string): string => `${path}${path && '.'}${/^[a-z_]\w{0,39}$/i.test(name) ? name : '(another name)'}`;
