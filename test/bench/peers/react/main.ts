/** The peer that a utility's own team would build: React 19, TanStack Query, react-chartjs-2. Mounts into `#root`, as the other does. */
import {QueryClient, QueryClientProvider} from '@tanstack/react-query';
import type {ReactNode} from 'react';
import {createElement as h, lazy, Suspense, useInsertionEffect} from 'react';
import {createRoot} from 'react-dom/client';
import type {Settings} from '../settings.js';
import {settingsOf} from '../settings.js';
import {adoptListStyles} from '../styles.js';
import {DeviceList} from './list.js';

const queryClient = new QueryClient();
const refetch = (): Promise<void> => queryClient.refetchQueries({type: 'active'});

const WeekChart = lazy(() => import('./chart.js').then(({WeekChart: component}) => ({default: component})));

function StyledList({settings}: {readonly settings: Settings}): ReactNode {
  useInsertionEffect(adoptListStyles, []);
  return h(DeviceList, {settings, refetch});
}

const App = ({settings}: {readonly settings: Settings}): ReactNode => h(QueryClientProvider, {client: queryClient}, h('div', {className: 'podero'},
  settings.show === 'list' ? h(StyledList, {settings}) : h(Suspense, {fallback: null}, h(WeekChart, {settings}))));

export function mount(root: HTMLElement): () => void {
  const reactRoot = createRoot(root);
  reactRoot.render(h(App, {settings: settingsOf(root)}));
  return () => reactRoot.unmount();
}

const root = document.querySelector<HTMLElement>('#root');
Object.assign(globalThis, {bench: {mount, root, unmount: root ? mount(root) : () => {}}});
