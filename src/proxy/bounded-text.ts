/** A body's text; undefined where it is longer than that many bytes, and then the rest is not read. */
export async function textUpTo(mostBytes: number, body: ReadableStream<Uint8Array> | null): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const part of (body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    bytes += part.byteLength;
    if (bytes > mostBytes) return undefined;
    text += decoder.decode(part, {stream: true});
  }
  return text + decoder.decode();
}

/** Undefined where it is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
