import type * as z from 'zod/mini';
import {refuse} from './answers.js';

/** No body of the contract is longer than an address and two words. */
const MOST_BYTES = 4096;

/** A request's JSON, if it is what the schema says and nothing more; else the refusal. */
export async function readBody<T extends z.core.$ZodType>(
  request: Request, schema: T, parse: (schema: T, value: unknown) => {success: true; data: z.output<T>} | {success: false}, expected: string,
): Promise<{readonly body: z.output<T>} | {readonly refusal: Response}> {
  // A form of another site's page can send any body, but not as this.
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) return {refusal: refuse(415, 'Send the body as application/json.')};
  const text = await textOf(request);
  if (text === undefined) return {refusal: refuse(413, `The body may have at most ${MOST_BYTES} bytes.`)};
  const parsed = parse(schema, jsonOf(text));
  return parsed.success ? {body: parsed.data} : {refusal: refuse(400, expected)};
}

/** Undefined where it is too long; the rest is not read. */
async function textOf({headers, body}: Request): Promise<string | undefined> {
  if (Number(headers.get('content-length') ?? 0) > MOST_BYTES) return undefined;
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const part of (body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    bytes += part.byteLength;
    if (bytes > MOST_BYTES) return undefined;
    text += decoder.decode(part, {stream: true});
  }
  return text + decoder.decode();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
