/** The list of devices by React and TanStack Query. */
import type {UseQueryResult} from '@tanstack/react-query';
import {useQueries} from '@tanstack/react-query';
import type {ReactNode} from 'react';
import {createElement as h, useCallback, useMemo, useRef, useState} from 'react';
import type {Device, DeviceKind} from '../model.js';
import {checkDevices, COLLECTIONS, DeviceOrder, headWords, keyOf, KINDS, rangeWords} from '../model.js';
import {reconnect} from '../reconnect.js';
import type {Settings} from '../settings.js';
import {WORDS} from '../words.js';
import {Age} from './age.js';
import {DeviceCard} from './card.js';
import {Icon} from './icon.js';
import {Skeleton} from './skeleton.js';

async function readCollection(proxy: string, kind: DeviceKind, signal: AbortSignal): Promise<readonly Device[]> {
  const response = await fetch(`${proxy}/${COLLECTIONS[kind]}`, {signal});
  if (!response.ok) throw new Error(`${response.status}`);
  return checkDevices(kind, await response.json());
}

/** The collections as one. Devices that say the same keep their identity, since they are plain data: their cards are not rendered again. */
const combine = (results: readonly UseQueryResult<readonly Device[]>[]) => ({
  collections: results.map(({data}) => data),
  isReady: results.every(({data}) => data),
  isFailed: results.some(({isLoadingError}) => isLoadingError),
  checkedAt: Math.min(...results.map(({dataUpdatedAt}) => dataUpdatedAt)),
});

function useDevices({proxy, pollInterval}: Settings) {
  return useQueries({
    queries: KINDS.map(kind => ({
      queryKey: ['devices', proxy, kind],
      queryFn: ({signal}: {readonly signal: AbortSignal}) => readCollection(proxy, kind, signal),
      refetchInterval: pollInterval ? pollInterval * 1000 : false as const,
    })),
    combine,
  });
}

const Heading = (): ReactNode => h('div', {'className': 'heading', 'part': 'heading', 'role': 'heading', 'aria-level': 3}, WORDS['your-devices']);

function Refresh({isRefreshing, onRefresh}: {readonly isRefreshing: boolean; readonly onRefresh?: () => void}): ReactNode {
  return h('button', {
    'className': 'button quiet', 'part': 'refresh', 'type': 'button', 'title': WORDS.refresh,
    'aria-disabled': isRefreshing || undefined, 'onClick': isRefreshing ? undefined : onRefresh,
  }, h(Icon, {name: 'refresh'}), h('span', {className: 'text hidden'}, WORDS.refresh));
}

function Loading({expected}: {readonly expected: number}): ReactNode {
  return h('div', {className: 'base', part: 'base', lang: 'en-GB'},
    h('div', {className: 'list-head'}, h(Heading), h('div', {className: 'list-line', part: 'footer'},
      h('p', {className: 'say hidden'}, h('span', null, h('b', {role: 'status'}, WORDS.loading), ' ')), h(Refresh, {isRefreshing: true}))),
    h('ul', {'className': 'cards', 'part': 'skeleton', 'role': 'list', 'aria-hidden': true},
      Array.from({length: expected}, (_, index) => h('li', {key: index}, h('div', {className: 'box'}, h(Skeleton))))));
}

interface HeadProps {
  readonly devices: readonly Device[];
  readonly checkedAt: number;
  readonly isRefreshing: boolean;
  readonly onRefresh: () => void;
}

function Head({devices, checkedAt, isRefreshing, onRefresh}: HeadProps): ReactNode {
  const {words, isAttention} = useMemo(() => headWords(devices), [devices]);
  return h('div', {className: 'list-head'}, h(Heading),
    h('div', {'className': 'list-line', 'part': 'footer', 'data-tone': isAttention ? 'warn' : undefined},
      h('p', {className: 'say'}, h(Icon, {name: isAttention ? 'alert' : 'check'}),
        h('span', null, h('b', {role: 'status'}, words), ' ', h(Age, {lead: 'Checked ', at: checkedAt}))),
      h(Refresh, {isRefreshing, onRefresh})));
}

interface PagerProps {
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly onTurn: (page: number) => void;
}

function Pager({page, size, total, onTurn}: PagerProps): ReactNode {
  const button = (to: number, ...content: readonly ReactNode[]): ReactNode => {
    const isOut = to < 0 || to * size >= total;
    return h('button', {'className': 'button', 'type': 'button', 'aria-disabled': isOut || undefined, 'onClick': isOut ? undefined : () => onTurn(to)}, ...content);
  };
  return h('div', {'className': 'pager', 'part': 'pager', 'role': 'group', 'aria-label': WORDS.pages},
    button(page - 1, h(Icon, {name: 'previous'}), h('span', null, WORDS['page-previous'])),
    h('span', {className: 'range'}, rangeWords(page, size, total)),
    button(page + 1, h('span', null, WORDS['page-next']), h(Icon, {name: 'next'})));
}

interface CardsProps {
  readonly settings: Settings;
  readonly devices: readonly Device[];
}

function Cards({settings: {proxy, pageSize: size}, devices}: CardsProps): ReactNode {
  const [turnedTo, setPage] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const onReconnect = useCallback((device: Device) => void reconnect(proxy, device), [proxy]);
  const total = devices.length;
  const page = Math.min(turnedTo, Math.max(0, Math.ceil(total / size) - 1));
  const hasPager = total > size;
  const onTurn = (to: number): void => {
    setPage(to);
    list.current?.focus({preventScroll: true});
    if (list.current && list.current.getBoundingClientRect().top < 0) list.current.scrollIntoView({block: 'start'});
  };
  return [
    h('ul', {
      'key': 'cards', 'ref': list, 'className': 'cards', 'part': 'list', 'role': 'list', 'tabIndex': hasPager ? -1 : undefined,
      'aria-label': hasPager ? rangeWords(page, size, total) : undefined,
    }, devices.slice(page * size, (page + 1) * size).map(device => h('li', {key: keyOf(device)}, h(DeviceCard, {device, onReconnect})))),
    hasPager && h(Pager, {key: 'pager', page, size, total, onTurn}),
  ];
}

export function DeviceList({settings, refetch}: {readonly settings: Settings; readonly refetch: () => Promise<void>}): ReactNode {
  const {collections, isReady, isFailed, checkedAt} = useDevices(settings);
  const [order, setOrder] = useState(() => new DeviceOrder());
  const [isRefreshing, setRefreshing] = useState(false);
  const devices = useMemo(() => order.arrange(collections.flatMap(collection => collection ?? [])), [order, collections]);
  const onRefresh = useCallback(async () => {
    setRefreshing(true);
    await refetch();
    setOrder(new DeviceOrder());
    setRefreshing(false);
  }, [refetch]);
  if (!isReady) {
    return isFailed
      ? h('div', {className: 'base', part: 'base', lang: 'en-GB'}, h('p', {role: 'alert', part: 'error'}, WORDS['failed-devices']))
      : h(Loading, {expected: settings.expected});
  }
  return h('div', {className: 'base', part: 'base', lang: 'en-GB'},
    h(Head, {devices, checkedAt, isRefreshing, onRefresh: () => void onRefresh()}), h(Cards, {settings, devices}));
}
