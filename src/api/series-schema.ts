/**
 * What the Partner API's `data` sends, of which only what a chart of a day needs is named (`schemas.ts` says why): energy of a
 * step in Wh, mean power of a step in W. Used at run time by the proxy alone.
 */
import * as z from 'zod/mini';

const sent = z.optional(z.nullable(z.union([z.number(), z.string()])));
const text = z.optional(z.nullable(z.string()));
const maybe = <T extends z.core.SomeType>(schema: T) => z.optional(z.nullable(schema));

export const seriesStepSchema = z.object({
  time: text,
  estimated_consumption: sent,
  solar_production_w: sent,
  export_power_to_grid_w: sent,
});

export const seriesSchema = z.object({
  metadata: maybe(z.object({error: text})),
  data: maybe(z.array(seriesStepSchema)),
});
