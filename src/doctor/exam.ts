import http from 'node:http';
import https from 'node:https';
import {listen, type Pushed} from './push-stream.js';
import type {Ask, Question} from './question.js';
import {readRoutes, type Read, type Sample} from './reads.js';
import {send, type Answer, type Message} from './send.js';
import type {Settings} from './settings.js';

/** A proxy under examination: what it has answered so far, and a way to ask more. */
export interface Exam {
  readonly settings: Settings;
  readonly agent: http.Agent;
  /** The reads of the contract, made once for all checks. */
  readonly reads: readonly Read[];
  /** One device of each kind that the customer has. */
  readonly samples: readonly Sample[];
  /** Every answer, in the order in which they came. */
  readonly journal: readonly Heard[];
  /** Rejects where no answer comes, and where the proxy wants fewer requests. */
  readonly ask: Ask;
  /** What the push stream brings, listened to once for all checks. */
  pushed(): Promise<Pushed>;
  headersFor(question: Omit<Question, 'path'>): Readonly<Record<string, string>>;
}

export interface Heard {
  readonly method: string;
  readonly answer: Answer;
}

/** Rejects where the proxy cannot be reached. Its agent is to be destroyed at the end. */
export async function beginExam(settings: Settings): Promise<Exam> {
  const journal: Heard[] = [];
  const agent = new (settings.proxy.protocol === 'https:' ? https : http).Agent({keepAlive: true, maxSockets: 8});
  const headersFor = (question: Omit<Question, 'path'>) => headersOf(settings, question);
  const ask: Ask = async question => {
    const answer = await send(settings.proxy, messageOf(settings, question), agent);
    journal.push({method: question.method ?? 'GET', answer});
    if (answer.status === 429) throw new Error('the proxy wants fewer requests (429): wait a minute and run it again');
    return answer;
  };
  try {
    return {settings, agent, journal, ask, headersFor, pushed: once(() => listen(settings, headersFor({}))), ...await readRoutes(ask)};
  } catch (error) {
    agent.destroy();
    throw error;
  }
}

function once<T>(begin: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | undefined;
  return () => begun ??= begin();
}

function messageOf(settings: Settings, question: Question): Message {
  const {proxy: {pathname, search}} = settings;
  const path = pathname.replace(/\/$/, '') + question.path + (question.path.includes('?') ? search.replace('?', '&') : search);
  const {body} = question;
  return {
    method: question.method ?? 'GET',
    path,
    headers: headersOf(settings, question),
    ...(body === undefined ? {} : {body: typeof body === 'string' ? body : JSON.stringify(body)}),
  };
}

function headersOf(settings: Settings, {method = 'GET', headers = {}, body, isSignedOut}: Omit<Question, 'path'>): Record<string, string> {
  const all = {
    accept: 'application/json',
    ...siteHeaders(settings, method),
    ...(body === undefined ? {} : {'content-type': 'application/json'}),
    ...(isSignedOut ? {} : settings.credentials),
    ...headers,
  };
  return Object.fromEntries(Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** What a browser adds on a page of the portal. */
function siteHeaders({proxy, origin}: Settings, method: string): Record<string, string> {
  if (origin === proxy.origin) return {'sec-fetch-site': 'same-origin', ...(method === 'GET' ? {} : {origin})};
  const siteOf = (host: string) => host.split('.').slice(-2).join('.');
  return {'sec-fetch-site': siteOf(new URL(origin).hostname) === siteOf(proxy.hostname) ? 'same-site' : 'cross-site', origin};
}
