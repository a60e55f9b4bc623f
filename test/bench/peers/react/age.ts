/** "Updated 3 hours ago": all of a card that changes with time alone. */
import type {ReactNode} from 'react';
import {createElement as h} from 'react';
import {absolute, age, isoMinute} from '../formats.js';
import {useNow} from './ticker.js';

export function Age({lead, at}: {readonly lead: string; readonly at: number}): ReactNode {
  const words = useNow(now => age(at, now));
  return h('time', {part: 'updated', dateTime: isoMinute(at), title: absolute(at)},
    h('span', {className: 'rest'}, lead), words, h('span', {className: 'rest'}));
}
