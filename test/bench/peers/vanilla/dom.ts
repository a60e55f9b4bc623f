/** Plain DOM calls in short: a piece of page is built once for each of its shapes, then copied; its changing texts and attributes are kept. */
import type {IconName} from '../icons.js';
import {ICONS} from '../icons.js';

/** What a text or an attribute says of a model; without a value an attribute is not there. */
export type Read<T> = (model: T) => string | undefined;

type Child<T> = Node | string | Read<T> | readonly Child<T>[] | undefined;

interface Slot<T> {
  readonly node: Node;
  /** Of an attribute; a text has none. */
  readonly attribute: string | undefined;
  readonly read: Read<T>;
}

type Create<T> = (name: string, attributes?: Readonly<Record<string, string | Read<T> | undefined>>, ...children: Child<T>[]) => Element;

export interface Builder<T> {
  readonly h: Create<T>;
  readonly svg: Create<T>;
}

/** A piece of page that shows a model. */
export interface Piece<T> {
  readonly root: HTMLElement;
  /** Writes only what differs. */
  update(model: T): void;
}

const SVG = 'http://www.w3.org/2000/svg';

function builderOf<T>(slots: Slot<T>[]): Builder<T> {
  const append = (element: Element, child: Child<T>): void => {
    if (typeof child === 'function') {
      const node = element.appendChild(document.createTextNode(''));
      slots.push({node, attribute: undefined, read: child});
    } else if (child instanceof Array) {
      for (const each of child as readonly Child<T>[]) append(element, each);
    } else if (child !== undefined) {
      element.append(child as Node | string);
    }
  };
  const creator = (make: (name: string) => Element): Create<T> => (name, attributes = {}, ...children) => {
    const element = make(name);
    for (const attribute in attributes) {
      const value = attributes[attribute];
      if (typeof value === 'function') slots.push({node: element, attribute, read: value});
      else if (value !== undefined) element.setAttribute(attribute, value);
    }
    for (const child of children) append(element, child);
    return element;
  };
  return {h: creator(name => document.createElement(name)), svg: creator(name => document.createElementNS(SVG, name))};
}

/** By which steps down a node is reached. */
function pathTo(node: Node, root: Node): readonly number[] {
  const path: number[] = [];
  for (let step = node; step !== root && step.parentNode; step = step.parentNode) {
    path.unshift([...step.parentNode.childNodes].indexOf(step as ChildNode));
  }
  return path;
}

const nodeAt = (root: Node, path: readonly number[]): Node => {
  let node = root;
  for (const index of path) node = node.childNodes[index] as Node;
  return node;
};

function write(node: Node, attribute: string | undefined, value: string | undefined): void {
  if (attribute === undefined) (node as Text).data = value ?? '';
  else if (value === undefined) (node as Element).removeAttribute(attribute);
  else (node as Element).setAttribute(attribute, value);
}

/** Builds once; what it gives makes a copy for each model. */
export function template<T>(build: (builder: Builder<T>) => Element): (model: T) => Piece<T> {
  const slots: Slot<T>[] = [];
  const original = build(builderOf(slots));
  const paths = slots.map(({node}) => pathTo(node, original));
  return model => {
    const root = original.cloneNode(true) as HTMLElement;
    const nodes = paths.map(path => nodeAt(root, path));
    const values = slots.map(({read, attribute}, index) => {
      const value = read(model);
      if (value !== undefined) write(nodes[index] as Node, attribute, value);
      return value;
    });
    return {
      root,
      update: next => slots.forEach(({read, attribute}, index) => {
        const value = read(next);
        if (value === values[index]) return;
        values[index] = value;
        write(nodes[index] as Node, attribute, value);
      }),
    };
  };
}

export const iconIn = <T>({svg}: Builder<T>, name: IconName): Element =>
  svg('svg', {'class': 'icon', 'viewBox': '0 0 24 24', 'aria-hidden': 'true'}, svg('path', {d: ICONS[name]}));

/** One that is built for one use. */
export const once = <T>(model: T, build: (builder: Builder<T>) => Element): Piece<T> => template(build)(model);
