/** What a screen reader reads, from the top: roles, names and texts in the order of the flattened tree. */
import {computeAccessibleName, getRole} from 'dom-accessibility-api';

/** Said with their names, and what they are in. */
const NAMED = new Set(['button', 'link', 'heading']);
/** Where they begin is said. */
const GROUPS = new Set(['list', 'article', 'group', 'table', 'status', 'alert']);

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What only eyes cannot see is there; what is hidden from all, or from ears, is not. */
function isHeard(element: Element): boolean {
  const {display, visibility} = getComputedStyle(element);
  return element.getAttribute('aria-hidden') !== 'true' && display !== 'none' && visibility !== 'hidden' && !(element instanceof SVGElement);
}

function childrenOf(node: Element): readonly Node[] {
  const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
  return assigned.length ? assigned : [...(node.shadowRoot ?? node).childNodes];
}

/** Words of a line go on in it; what is drawn elsewhere (`.hidden`) is still of its line. */
function isInLine(element: Element): boolean {
  const {display, position} = getComputedStyle(element);
  if (element.localName === 'dt') return false;
  return element.localName === 'bdi' || display.startsWith('inline') || display === 'contents' || position === 'absolute';
}

function stateOf(element: Element): string[] {
  const [level, expanded, disabled] = ['level', 'expanded', 'disabled'].map(name => element.getAttribute(`aria-${name}`));
  return [level ?? [], expanded === 'true' ? 'expanded' : expanded ? 'collapsed' : [], disabled === 'true' ? 'unavailable' : []].flat();
}

/** One line for each thing that is read, what is inside further in. */
export function aloud(host: Element): string[] {
  const lines: string[] = [];
  let isOpen = false;

  const begin = (depth: number, words: string, goesOn = false): void => {
    lines.push('  '.repeat(depth) + words);
    isOpen = goesOn;
  };
  const say = (depth: number, words: string): void => {
    if (isOpen) lines.push(lines.pop()! + words);
    else if (clean(words)) begin(depth, words.trimStart(), true);
  };
  const readAll = (node: Element, depth: number): void => childrenOf(node).forEach(child => read(child, depth));

  function read(node: Node, depth: number): void {
    if (node instanceof Text) say(depth, node.data);
    if (!(node instanceof Element) || !isHeard(node)) return;
    const role = getRole(node) ?? '';
    if (NAMED.has(role)) {
      begin(depth, [role, ...stateOf(node), `"${clean(computeAccessibleName(node) || node.textContent)}"`].join(' '));
      for (const inner of node.querySelectorAll('button, a')) read(inner, depth + 1);
    } else if (role === 'slider') {
      begin(depth, `slider "${clean(computeAccessibleName(node))}": ${clean(node.getAttribute('aria-valuetext') ?? '')}`);
    } else if (role === 'img') {
      say(depth, computeAccessibleName(node));
    } else if (role === 'row') {
      begin(depth, [...node.children].map(cell => aloud(cell).join(' ')).join(' | '));
    } else if (GROUPS.has(role)) {
      const name = clean(computeAccessibleName(node));
      begin(depth, [role, ...(role === 'list' ? [`of ${node.querySelectorAll(':scope > li').length}`] : []), ...(name ? [`"${name}"`] : [])].join(' '));
      readAll(node, depth + 1);
      isOpen = false;
    } else if (node.localName === 'dd') {
      say(depth, node.previousElementSibling?.localName === 'dd' ? ', ' : ': ');
      readAll(node, depth);
    } else {
      if (!isInLine(node)) isOpen = false;
      readAll(node, depth);
      if (!isInLine(node)) isOpen = node.localName === 'dt';
    }
  }

  read(host, 0);
  return lines.map(line => line.replace(/(\S)\s+/g, '$1 ').trimEnd()).filter(line => line.trim());
}
