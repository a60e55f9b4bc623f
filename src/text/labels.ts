import type {LabelKey, Labels, Messages} from './messages.js';
import {en} from './messages.js';

type Warn = (message: string) => void;

/** Labels as the JSON they are compared and read by; nothing where there are none, or none that JSON knows. */
export function labelsAsJson(labels: Labels | string | null | undefined): string {
  if (typeof labels !== 'object' || labels === null) return String(labels ?? '').trim();
  try {
    return JSON.stringify(labels);
  } catch {
    return UNREADABLE;
  }
}

const UNREADABLE = '?';

/** A catalogue with a partner's own words in it. What cannot be used is said to the developer; the rest is used. */
export function withLabels(messages: Messages, json: string, warn: Warn): Messages {
  const own = Object.entries(readJson(json, warn)).filter((entry): entry is [LabelKey, string] => {
    const fault = faultOf(...entry);
    if (fault) warn(`labels: ${fault} Our own words are used.`);
    return !fault;
  });
  return {...messages, ...Object.fromEntries(own)};
}

function readJson(json: string, warn: Warn): object {
  if (!json) return {};
  try {
    const labels: unknown = JSON.parse(json);
    if (typeof labels === 'object' && labels !== null && !Array.isArray(labels)) return labels;
  } catch { /* said below */ }
  warn('labels cannot be used: give a JSON object of texts, such as {"your-devices": "At home"}. Our own words are used.');
  return {};
}

const placeholdersIn = (text: string): readonly string[] => text.match(/\{\w+\}/g) ?? [];

function faultOf(key: string, text: unknown): string | undefined {
  if (!Object.hasOwn(en, key)) return `there is no "${key}".`;
  if (typeof text !== 'string' || !text.trim()) return `"${key}" has to be a text.`;
  const known = placeholdersIn(en[key as LabelKey]);
  const unknown = placeholdersIn(text).filter(placeholder => !known.includes(placeholder));
  return unknown.length ? `"${key}" knows no ${unknown.join(', ')}${known.length ? `, only ${known.join(', ')}` : ''}.` : undefined;
}
