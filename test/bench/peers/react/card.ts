/** A device's card by React: rendered again when its device is another one, when its state becomes old, and at midnight. */
import type {ReactNode} from 'react';
import {createElement as h, Fragment, memo, useMemo} from 'react';
import type {Card, Device, Foot as FootModel, Piece, Status as StatusModel} from '../model.js';
import {cardOf, isOld} from '../model.js';
import {WORDS} from '../words.js';
import {Age} from './age.js';
import {Icon} from './icon.js';
import {Readings, Totals} from './readings.js';
import {useNow} from './ticker.js';

const mark = (is: boolean): '' | undefined => is ? '' : undefined;

const Head = ({kind, name, subtitle}: Pick<Card, 'kind' | 'name' | 'subtitle'>): ReactNode =>
  h('header', {className: 'head', part: 'header'},
    h('span', {className: 'kind', part: 'icon'}, h(Icon, {name: kind})),
    h('div', null,
      h('div', {'className': 'title clamp', 'part': 'title', 'role': 'heading', 'aria-level': 4}, h('bdi', null, name)),
      subtitle && h('p', {className: 'subtitle', part: 'subtitle'}, subtitle)));

const Status = ({of: {tone, icon, lead, word}}: {readonly of: StatusModel}): ReactNode =>
  h('li', {'data-tone': tone}, h(Icon, {name: icon}), h('span', null, lead, h('b', null, word)));

function renderPiece(piece: Piece): ReactNode {
  if ('text' in piece) return piece.text;
  if ('maker' in piece) return h('bdi', null, piece.maker);
  const {datetime, title, words} = piece.time;
  return h('time', {dateTime: datetime, title}, words);
}

const Reason = ({pieces}: {readonly pieces: readonly Piece[]}): ReactNode =>
  h('p', {className: 'reason', part: 'reason', tabIndex: -1}, pieces.map((piece, index) => h(Fragment, {key: index}, renderPiece(piece))));

interface FootProps {
  readonly foot: FootModel;
  readonly name: string;
  readonly stateAt: number | undefined;
  readonly onReconnect: () => void;
}

function Action({foot: {action, href}, name, onReconnect}: FootProps): ReactNode {
  const shared = {'className': 'button primary', 'part': 'action', 'aria-label': `Reconnect ${name}`};
  if (action === 'link') return h('a', {...shared, href, rel: 'noopener'}, WORDS.reconnect);
  return action === 'button' && h('button', {...shared, type: 'button', onClick: onReconnect}, WORDS.reconnect);
}

function Foot(props: FootProps): ReactNode {
  const {foot: {notice, tone, icon, title, action}, stateAt} = props;
  const part = !notice ? 'footer' : notice === 'message' ? 'footer notice' : `footer notice ${notice}`;
  return h('footer', {'className': `foot ${notice ? 'notice' : ''} ${action ? 'with-action' : ''}`, part, 'data-tone': tone},
    h('p', {className: 'say'}, h(Icon, {name: icon}), h('span', null,
      title !== undefined && h('b', null, title), title !== undefined && ' ',
      stateAt === undefined ? h('span', {part: 'updated'}, WORDS['update-unknown']) : h(Age, {lead: 'Updated ', at: stateAt}))),
    h(Action, props));
}

interface CardProps {
  readonly device: Device;
  readonly onReconnect: (device: Device) => void;
}

const dayOf = (now: number): string => new Date(now).toDateString();

export const DeviceCard = memo(({device, onReconnect}: CardProps): ReactNode => {
  const isStale = useNow(now => isOld(device, now));
  const day = useNow(dayOf);
  const card = useMemo(() => cardOf(device, Date.now()), [device, isStale, day]);
  const {kind, name, subtitle, connection, optimisation, doing, reason, totals, foot} = card;
  return h('div', {className: 'podero'}, h('div', {className: 'base', lang: 'en-GB'},
    h('article', {
      'className': 'card', 'part': 'base', 'aria-label': name, 'data-kind': kind, 'data-attention': mark(card.needsUser), 'data-past': mark(card.isPast),
    },
    h(Head, {kind, name, subtitle}),
    h('ul', {className: 'status', part: 'status', role: 'list'}, h(Status, {of: connection}), h(Status, {of: optimisation})),
    h('div', {className: 'now'}, h('p', {className: 'doing clamp', part: 'activity'}, h('bdi', null, doing)), h(Reason, {pieces: reason})),
    h(Readings, {card}),
    totals && h(Totals, {totals}),
    h(Foot, {foot, name, stateAt: device.stateAt, onReconnect: () => onReconnect(device)}))));
});
DeviceCard.displayName = 'DeviceCard';
