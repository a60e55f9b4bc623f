import * as z from 'zod/mini';
import {refuse} from './answers.js';
import {jsonOf, textUpTo} from './bounded-text.js';

/** No body of the contract is longer than an address and two words. */
const MOST_BYTES = 4096;

/** A request's JSON, if it is what the schema says and nothing more; else the refusal. */
export async function readBody<T extends z.core.$ZodType>(
  {headers, body}: Request, schema: T, expected: string,
): Promise<{readonly body: z.output<T>} | {readonly refusal: Response}> {
  // A form of another site's page can send any body, but not as this.
  if (!/^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? '')) return {refusal: refuse(415, 'Send the body as application/json.')};
  const isTooLong = Number(headers.get('content-length') ?? 0) > MOST_BYTES;
  const text = isTooLong ? undefined : await textUpTo(MOST_BYTES, body);
  if (text === undefined) return {refusal: refuse(413, `The body may have at most ${MOST_BYTES} bytes.`)};
  const parsed = z.safeParse(schema, jsonOf(text));
  return parsed.success ? {body: parsed.data} : {refusal: refuse(400, expected)};
}
