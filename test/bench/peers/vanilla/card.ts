/** A device's card by plain DOM calls: built once for each shape that cards have, then copied, then changed where it differs. */
import type {BatteryReading, Card, FlowNode, Pipe, Reading} from '../model.js';
import {CELL, HEAD} from '../icons.js';
import {WORDS} from '../words.js';
import type {Builder, Piece as Part} from './dom.js';
import {iconIn, template} from './dom.js';

type Build = Builder<Card>;

const shapeOfReading = ({key, unit, isMissing}: Reading): string => `${key}${isMissing ? '!' : unit === undefined ? '-' : ''}`;
const hasHead = ({weight, way}: Pipe): boolean => weight > 0 && way !== undefined;
const shapeOfNode = (node: FlowNode): string =>
  [shapeOfReading(node), node.note, node.pipe && hasHead(node.pipe), node.down && hasHead(node.down)].join();
const shapeOfBattery = (battery: BatteryReading): string => [shapeOfReading(battery), battery.also.isMissing, battery.note === undefined].join();

/** Cards of one shape differ only in texts and attributes. */
export function shapeOf(card: Card): string {
  const {kind, subtitle, connection, optimisation, reason, level, hero, rows, cells, arcs, goal, nodes, surplus, battery, totals, foot} = card;
  return [
    kind, subtitle, connection.icon, optimisation.tone, optimisation.lead,
    reason.map(piece => Object.keys(piece)[0]).join(),
    [...level ? [level] : [], ...hero, ...rows, ...cells, ...surplus ? [surplus] : []].map(shapeOfReading).join(),
    arcs.map(({name}) => name).join(), goal !== undefined,
    nodes.map(shapeOfNode).join(), battery && shapeOfBattery(battery),
    totals && [totals.at !== undefined, ...totals.cells.map(shapeOfReading)].join(),
    foot.notice, foot.updated !== undefined, foot.action,
  ].join('|');
}

const makers = new Map<string, (card: Card) => Part<Card>>();

/** A new card of this shape. */
export function makeCard(card: Card, shape: string): Part<Card> {
  let make = makers.get(shape);
  if (!make) {
    make = template<Card>(build => buildCard(card, build));
    makers.set(shape, make);
  }
  return make(card);
}

function buildCard(card: Card, build: Build): Element {
  const {h} = build;
  return h('article', {
    'class': 'card', 'part': 'base', 'aria-label': ({name}) => name, 'data-kind': card.kind,
    'data-attention': ({needsUser}) => needsUser ? '' : undefined,
    'data-past': ({isPast}) => isPast ? '' : undefined,
  }, buildHead(card, build), buildStatus(card, build), buildNow(card, build), buildReadings(card, build), buildTotals(card, build), buildFoot(card, build));
}

const buildHead = ({kind, subtitle}: Card, build: Build): Element => {
  const {h} = build;
  return h('header', {class: 'head', part: 'header'},
    h('span', {class: 'kind', part: 'icon'}, iconIn(build, kind)),
    h('div', {},
      h('div', {'class': 'title clamp', 'part': 'title', 'role': 'heading', 'aria-level': '4'}, h('bdi', {}, ({name}) => name)),
      subtitle === undefined ? undefined : h('p', {class: 'subtitle', part: 'subtitle'}, subtitle)));
};

const buildStatus = ({connection, optimisation}: Card, build: Build): Element => {
  const {h} = build;
  return h('ul', {class: 'status', part: 'status', role: 'list'},
    h('li', {'data-tone': connection.tone}, iconIn(build, connection.icon), h('span', {}, h('b', {}, connection.word))),
    h('li', {'data-tone': optimisation.tone}, iconIn(build, optimisation.icon),
      h('span', {}, optimisation.lead || undefined, h('b', {}, card => card.optimisation.word))));
};

const buildNow = ({reason}: Card, build: Build): Element => {
  const {h} = build;
  return h('div', {class: 'now'},
    h('p', {class: 'doing clamp', part: 'activity'}, h('bdi', {}, ({doing}) => doing)),
    h('p', {class: 'reason', part: 'reason', tabindex: '-1'}, reason.map((_, index) => buildPiece(index, reason, build))));
};

function buildPiece(index: number, reason: Card['reason'], {h}: Build) {
  const piece = reason[index] ?? {text: ''};
  const now = (card: Card) => card.reason[index] ?? piece;
  if ('maker' in piece) return h('bdi', {}, card => 'maker' in now(card) ? (now(card) as {maker: string}).maker : '');
  if ('text' in piece) return (card: Card) => (now(card) as {text: string}).text;
  const time = (card: Card) => (now(card) as typeof piece).time;
  return h('time', {datetime: card => time(card).datetime, title: card => time(card).title}, card => time(card).words);
}

type Pick<R> = (card: Card) => R | undefined;

function buildValue(quantity: Omit<Reading, 'key' | 'label'>, pick: Pick<Omit<Reading, 'key' | 'label'>>, {h}: Build, classes = ''): Element {
  if (quantity.isMissing) {
    return h('dd', {class: `value none ${classes}`, part: 'value'}, h('span', {'role': 'img', 'aria-label': WORDS['not-available']}, quantity.value));
  }
  return h('dd', {class: `value ${classes}`, part: 'value'}, h('bdi', {}, card => pick(card)?.value,
    quantity.unit === undefined ? undefined : ['\u00a0', h('span', {class: 'unit', part: 'unit'}, card => pick(card)?.unit)]));
}

const buildPair = (reading: Reading, pick: Pick<Reading>, build: Build, classes?: string, valueClasses?: string): Element =>
  build.h('div', {'class': classes, 'part': 'reading', 'data-reading': reading.key},
    build.h('dt', {class: 'label', part: 'label'}, card => pick(card)?.label), buildValue(reading, pick, build, valueClasses));

const buildPairs = (classes: string, readings: readonly Reading[], pick: (card: Card) => readonly Reading[] | undefined, build: Build): Element =>
  build.h('dl', {class: classes}, readings.map((reading, index) => buildPair(reading, card => pick(card)?.[index], build)));

function buildReadings(card: Card, build: Build): Element {
  const {h} = build;
  if (card.kind === 'inverter') return h('div', {class: 'readings', part: 'readings'}, buildFlow(card, build));
  return h('div', {class: 'readings', part: 'readings'},
    h('div', {class: 'lead'}, card.level ? buildRing(card, card.level, build) : buildHero(card, build), buildPairs('rows', card.rows, ({rows}) => rows, build)),
    buildPairs('three', card.cells, ({cells}) => cells, build));
}

const buildHero = ({hero}: Card, build: Build): Element => build.h('dl', {class: 'hero'}, hero.map((reading, index) =>
  index ? buildPair(reading, card => card.hero[index], build, 'at') : buildPair(reading, card => card.hero[0], build, undefined, 'big')));

function buildRing({arcs, goal}: Card, level: Reading, build: Build): Element {
  const {h, svg} = build;
  const circle = {cx: '52', cy: '52', r: '44', pathLength: '100'};
  const at = {cx: (card: Card) => card.goal?.x, cy: (card: Card) => card.goal?.y};
  return h('div', {class: 'ring'},
    svg('svg', {'viewBox': '0 0 104 104', 'aria-hidden': 'true'}, svg('g', {transform: 'rotate(-90 52 52)'},
      arcs.map(({name}, index) => svg('circle', {
        'class': name, ...circle,
        'stroke-dasharray': card => card.arcs[index]?.dasharray, 'stroke-dashoffset': card => card.arcs[index]?.dashoffset,
      })),
      goal && [svg('circle', {class: 'goal', ...at, r: '5.75'}), svg('circle', {class: 'eye', ...at, r: '3.25'})])),
    h('dl', {}, h('div', {'part': 'reading', 'data-reading': 'level'},
      h('dt', {class: 'hidden', part: 'label'}, level.label), buildValue(level, card => card.level, build))));
}

const buildFlow = ({nodes, surplus, battery}: Card, build: Build): Element => {
  const {h} = build;
  return h('dl', {class: 'flow'},
    nodes.map((node, index) => buildNode(node, card => card.nodes[index], build)),
    surplus && h('div', {'class': 'surplus', 'part': 'reading', 'data-reading': 'surplus'},
      h('dt', {class: 'label', part: 'label'}, surplus.label), buildValue(surplus, card => card.surplus, build)),
    battery && buildBattery(battery, build));
};

function buildNode({key, note, icon, pipe, down, ...quantity}: FlowNode, pick: Pick<FlowNode>, build: Build): Element {
  const {h} = build;
  const below = down ? buildPipe(down, card => pick(card)?.down, build, 'down') : note && h('span', {class: 'label'}, note);
  return h('div', {'class': 'node', 'part': 'reading', 'data-reading': key},
    h('dt', {class: 'label', part: 'label'}, card => pick(card)?.label, note && h('span', {class: 'hidden'}, `, ${note}`)),
    buildValue(quantity, pick, build),
    h('dd', {'class': 'line', 'aria-hidden': 'true'},
      h('span', {'class': `dot ${key}`, 'data-live': card => pick(card)?.isLive ? '' : undefined}, iconIn(build, icon)),
      pipe && buildPipe(pipe, card => pick(card)?.pipe, build)),
    below ? h('dd', {'class': 'below', 'aria-hidden': 'true'}, below) : undefined);
}

const buildPipe = (pipe: Pipe, pick: Pick<Pipe>, {h, svg}: Build, classes = ''): Element =>
  h('span', {'class': `pipe ${classes}`, 'data-weight': card => String(pick(card)?.weight ?? 0), 'data-way': card => pick(card)?.way},
    hasHead(pipe) ? svg('svg', {viewBox: '0 0 12 12'}, svg('path', {d: HEAD})) : undefined);

function buildBattery(battery: BatteryReading, build: Build): Element {
  const {h, svg} = build;
  const {label, note, also} = battery;
  return h('div', {'class': 'battery', 'part': 'reading', 'data-reading': 'battery'},
    h('dt', {class: 'label', part: 'label'}, note === undefined ? label : [
      h('span', {class: 'rest'}, `${label}, `), h('span', {class: 'dir'}, card => card.battery?.note),
    ]),
    buildValue(battery, card => card.battery, build),
    buildValue(also, card => card.battery?.also, build, 'also'),
    h('dd', {'class': 'dot', 'aria-hidden': 'true', 'data-live': card => card.battery?.isLive ? '' : undefined},
      svg('svg', {class: 'icon', viewBox: '0 0 24 24'},
        svg('path', {d: CELL}),
        svg('rect', {class: 'level', x: '4.5', y: '9.5', width: card => card.battery?.width, height: '5', rx: '.75'}))));
}

function buildTotals({totals}: Card, build: Build): Element | undefined {
  if (!totals) return undefined;
  const {h} = build;
  const at = (card: Card) => card.totals?.at;
  return h('section', {class: 'totals', part: 'totals'},
    h('p', {class: 'totals-head'}, h('b', {}, totals.title), ' ',
      totals.at && h('time', {datetime: card => at(card)?.datetime, title: card => at(card)?.title}, card => at(card)?.words)),
    buildPairs('three', totals.cells, card => card.totals?.cells, build));
}

function buildFoot({foot}: Card, build: Build): Element {
  const {h} = build;
  const {notice, tone, icon, title, updated, action} = foot;
  const part = !notice ? 'footer' : notice === 'message' ? 'footer notice' : `footer notice ${notice}`;
  return h('footer', {'class': `foot ${notice ? 'notice' : ''} ${action ? 'with-action' : ''}`, part, 'data-tone': tone},
    h('p', {class: 'say'}, iconIn(build, icon), h('span', {},
      title === undefined ? undefined : [h('b', {}, card => card.foot.title), ' '],
      updated ? buildAge(build) : h('span', {part: 'updated'}, WORDS['update-unknown']))),
    action && buildAction(action, build));
}

const buildAge = ({h}: Build): Element => {
  const updated = (card: Card) => card.foot.updated;
  return h('time', {part: 'updated', datetime: card => updated(card)?.datetime, title: card => updated(card)?.title},
    h('span', {class: 'rest'}, 'Updated '), card => updated(card)?.words, h('span', {class: 'rest'}));
};

const buildAction = (action: 'link' | 'button', {h}: Build): Element => {
  const label = ({name}: Card) => `Reconnect ${name}`;
  return action === 'link'
    ? h('a', {'class': 'button primary', 'part': 'action', 'href': ({foot}) => foot.href, 'rel': 'noopener', 'aria-label': label}, WORDS.reconnect)
    : h('button', {'class': 'button primary', 'part': 'action', 'type': 'button', 'aria-label': label}, WORDS.reconnect);
};
