/** The peer written by hand: mounts into `#root`, and leaves the page how to unmount it. */
import {settingsOf} from '../settings.js';
import {mountList} from './list.js';

export function mount(root: HTMLElement): () => void {
  const settings = settingsOf(root);
  if (settings.show === 'list') return mountList(root, settings);
  let isGone = false;
  let unmount: (() => void) | undefined;
  void import('./chart.js').then(({mountChart}) => {
    if (!isGone) unmount = mountChart(root, settings);
  });
  return () => {
    isGone = true;
    unmount?.();
  };
}

const root = document.querySelector<HTMLElement>('#root');
Object.assign(globalThis, {bench: {mount, root, unmount: root ? mount(root) : () => {}}});
