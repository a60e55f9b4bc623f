import type {LabelKey, Labels, Messages} from './messages.js';
import {en} from './messages.js';

type Warn = (message: string) => void;

/** Labels as the JSON by which they are compared and read; empty where there are none. */
export function labelsAsJson(labels: Labels | string | null | undefined): string {
  if (typeof labels === 'string') return labels.trim();
  try {
    return JSON.stringify(labels) ?? '';
  } catch {
    return '?';
  }
}

/** A catalogue with a partner's own words in it. What cannot be used is said to the developer; the rest is used. */
export function withLabels(messages: Messages, json: string, warn: Warn): Messages {
  const own: Record<string, unknown> = {};
  for (const [key, text] of Object.entries(readJson(json, warn))) {
    const fault = faultOf(key, text);
    if (fault) warn(`labels: "${key}" ${fault}. It is not used.`);
    else own[key] = text;
  }
  return {...messages, ...own};
}

function readJson(json: string, warn: Warn): object {
  try {
    const labels: unknown = JSON.parse(json || '{}');
    if (labels === null || (typeof labels === 'object' && !Array.isArray(labels))) return labels ?? {};
  } catch { /* said below */ }
  warn('labels cannot be used: give a JSON object of texts. Ours are used.');
  return {};
}

const placeholdersIn = (text: string): readonly string[] => text.match(/\{\w+\}/g) ?? [];

function faultOf(key: string, text: unknown): string | undefined {
  if (!Object.hasOwn(en, key)) return 'is no key';
  if (typeof text !== 'string' || !text.trim()) return 'has to be a text';
  const known = placeholdersIn(en[key as LabelKey]);
  const unknown = placeholdersIn(text).find(placeholder => !known.includes(placeholder));
  return unknown && `has no ${unknown}, only ${known.join(', ') || 'words'}`;
}
