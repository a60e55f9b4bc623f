import {PoderoError} from '../domain/errors.js';
import type {Endpoint} from './endpoint.js';
import {parseUrl} from './parse-url.js';
import type {Answer} from './request.js';
import {LIMIT_BYTES, tooLarge} from './read-text.js';
import {request} from './request.js';

const MAX_PAGES = 50;

/** A proxy that paginates puts the devices under one of these names. */
interface Envelope {
  readonly results?: unknown;
  readonly items?: unknown;
  readonly data?: unknown;
  readonly next?: unknown;
}

/** The devices of a collection's answer, bare or in an envelope, still unread, with the address of the next page where there is one. */
export function itemsOf(text: string): {items: readonly unknown[]; next: string | undefined} {
  const sent = parseJson(text) as Envelope | null;
  const items = [sent, sent?.results, sent?.items, sent?.data].find(Array.isArray) as readonly unknown[] | undefined;
  if (!items) throw new PoderoError('malformed', 'The answer is neither a list of devices nor an envelope around one.');
  return {items, next: typeof sent?.next === 'string' ? sent.next : undefined};
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PoderoError('malformed', 'The answer is not JSON.', {cause});
  }
}

/**
 * The first page, and where it names a `next` the following ones: same origin and path only, no address twice.
 */
export async function readPages(first: URL, endpoint: Endpoint, signal: AbortSignal): Promise<{answer: Answer; texts: readonly string[]}> {
  let answer = await request(first, endpoint, signal);
  const texts = [answer.text];
  const seen = new Set([first.href]);
  for (let next = nextPage(answer, first, endpoint); next && !seen.has(next.href) && seen.size < MAX_PAGES;) {
    seen.add(next.href);
    const page = await request(next, endpoint, signal);
    if (!page.isEmpty) texts.push(page.text);
    if (page.isServedStale) answer = {...answer, isServedStale: true, ageMs: Math.max(answer.ageMs, page.ageMs)};
    if (texts.reduce((sum, text) => sum + text.length, 0) > LIMIT_BYTES) throw tooLarge();
    next = nextPage(page, first, endpoint);
  }
  return {answer, texts};
}

/** Only an answer that names a next page is parsed here: the others are not parsed when nothing changed. */
function nextPage({text}: Answer, first: URL, {warn}: Endpoint): URL | undefined {
  if (!/"next"\s*:\s*"/.test(text)) return undefined;
  const {next} = itemsOf(text);
  const url = next ? parseUrl(next, first) : undefined;
  if (url?.origin !== first.origin || url.pathname !== first.pathname) {
    if (next) warn(`${first.pathname}: next="${next}" is of another origin or path, and not followed.`);
    return undefined;
  }
  // Its query alone: one page is not another by its hash, and an address with a password cannot be asked.
  const page = new URL(first);
  page.search = url.search;
  return page;
}
