import type {TemplateResult} from 'lit';
import {html} from './lit.js';
import type {LabelKey} from '../text/messages.js';
import {after} from '../text/say.js';
import type {Speech} from '../text/speech.js';
import {ageIn} from '../text/speech.js';

/** A sentence with a `{time}`, which is short on screen and exact in its title. */
export function renderTime(key: LabelKey, at: Date, {say, format}: Speech, now: number): TemplateResult {
  const [before, rest = ''] = say(key).split('{time}');
  const time = format.since(at, now);
  return html`${before}<time datetime=${at.toISOString()} title=${format.absolute(at)}>${time}</time>${after(time, rest)}`;
}

/**
 * A sentence with an `{age}`, as a time with the exact one in its title. Where there is no room the words around the age
 * leave the screen (`.rest`), never the age.
 */
export function renderAge(key: LabelKey, at: Date, speech: Speech, now: number): TemplateResult {
  const [before, rest] = speech.say(key).split('{age}');
  // To the minute, as the words: what is checked again and is the same changes nothing in the page (faults H03).
  return html`<time part="updated" datetime=${at.toISOString().replace(/:[^:]*Z/, 'Z')} title=${speech.format.absolute(at)}><span class="rest">${before}</span>${
    ageIn(speech, at, now)}<span class="rest">${rest}</span></time>`;
}
