/** An outline beside a word. */
import {createElement as h, memo} from 'react';
import type {IconName} from '../icons.js';
import {ICONS} from '../icons.js';

export const Icon = memo(({name}: {readonly name: IconName}) =>
  h('svg', {'className': 'icon', 'viewBox': '0 0 24 24', 'aria-hidden': true}, h('path', {d: ICONS[name]})));
Icon.displayName = 'Icon';
