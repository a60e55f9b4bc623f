import {PoderoError} from '../domain/errors.js';

/** More than any household has; beyond it the tab is in danger (faults N16). */
export const LIMIT_BYTES = 5_000_000;

export const tooLarge = () => new PoderoError('malformed', 'The answer is larger than 5 MB and was refused.');

/** The body as UTF-8 text, counted while it arrives. A byte order mark is dropped by the decoder. */
export async function readText(response: Response): Promise<string> {
  if (Number(response.headers.get('content-length')) > LIMIT_BYTES) throw tooLarge();
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > LIMIT_BYTES) {
      await reader.cancel();
      throw tooLarge();
    }
    text += decoder.decode(part.value, {stream: true});
  }
  return text + decoder.decode();
}
