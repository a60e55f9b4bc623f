/**
 * What the Partner API's `savings` sends, of which only what the chart reads is named (`schemas.ts` says why). Used at run
 * time by the proxy alone: in the browser it is the form of what `savings.ts` may read, so that the two cannot drift apart.
 */
import * as z from 'zod/mini';

const sent = z.optional(z.nullable(z.union([z.number(), z.string()])));
const text = z.optional(z.nullable(z.string()));
const maybe = <T extends z.core.SomeType>(schema: T) => z.optional(z.nullable(schema));

export const savingsSchema = z.object({
  metadata: maybe(z.object({units: maybe(z.object({consumption: text, savings: text})), error: text})),
  data: maybe(z.array(z.object({
    period: maybe(z.object({start_period: text, end_period: text})),
    savings: maybe(z.object({total: sent})),
    consumption: maybe(z.object({total: sent})),
    heat_pump: maybe(z.object({estimated_consumption_wh: sent})),
    electric_vehicle: maybe(z.object({estimated_consumption_wh: sent})),
    inverter: maybe(z.object({solar_production_wh: sent, grid_export_wh: sent})),
  }))),
});

export type SavingsPayload = z.infer<typeof savingsSchema>;
