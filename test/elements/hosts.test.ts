/** Pages that were not written for us: whatever they do to what is theirs, ours looks as in a quiet page of the same width. */
import {expect} from '@open-wc/testing';
import {drawnIn, unreadableIn} from './readable.js';
import type {Ours} from './situations.js';
import {Stage} from './situations.js';

interface Host {
  /** What stands around our element, `…` for it. */
  readonly markup?: string;
  /** The page's style sheet for what is inside `&`. */
  readonly css?: string;
  readonly isFromTheRight?: boolean;
}

const inherited = (declarations: string): Host => ({css: `& { ${declarations} }`});
const FLEX = '<div style="display: flex; inline-size: 900px"><p>Words beside it, and not few.</p>…<p>More of them.</p></div>';
const TABLE = '<table><tr><td>Words in a cell</td><td>…</td><td>beside it</td></tr></table>';

const HOSTS: Readonly<Record<string, Host>> = {
  'a reset of everything (E08)': {css: '& * { all: unset; }'},
  'a reset of everything in a flex row': {markup: FLEX, css: '& * { all: unset; } & > div { display: flex; }'},
  'a reset of boxes': {css: '& * { box-sizing: content-box; margin: 0; padding: 0; border: 0; min-width: 0; max-width: 100%; }'},
  'borders and paddings for all': {css: '& * { box-sizing: border-box; padding: 3px; border: 2px solid red; }'},
  'element names (E08)': {css: `
    & article, & section, & header, & footer { display: none; } & button { all: unset; font-size: 40px; text-transform: uppercase; }
    & a { color: red !important; } & svg { fill: red; width: 100%; } & dl, & ul, & li, & p { margin: 40px; padding: 40px; float: left; } & table, & td { border: 9px solid red; }
    & * + * { margin-top: 2em; }`},
  'class names like ours': {css: '& .card, & .base, & .head, & .foot, & .button, & .title { display: none !important; }'},
  'capitals': inherited('text-transform: uppercase'),
  'small capitals': inherited('font-variant: small-caps'),
  'letters apart': inherited('letter-spacing: .3em'),
  'words apart': inherited('word-spacing: 1em'),
  'tight lines': inherited('line-height: 1'),
  'loose lines': inherited('line-height: 3'),
  'lines that do not break': inherited('white-space: nowrap'),
  'kept spaces': inherited('white-space: pre'),
  'words that break anywhere': inherited('word-break: break-all; overflow-wrap: anywhere; line-break: anywhere; hyphens: auto'),
  'words that never break': inherited('word-break: keep-all; overflow-wrap: normal'),
  'a poem': inherited('text-align: center; text-indent: 4em; font-style: italic; font-weight: 900; text-shadow: 2px 2px red'),
  'justified': inherited('text-align: justify; text-align-last: justify'),
  'a drawing': inherited('fill: red; stroke: red; stroke-width: 9; stroke-dasharray: 2 2; fill-opacity: .2; stroke-opacity: .3; stroke-linecap: butt'),
  'a spread sheet': inherited('border-collapse: separate; border-spacing: 9px; caption-side: bottom; empty-cells: hide; font-variant-numeric: slashed-zero; tab-size: 9'),
  'everything in motion': {css: '& * { transition: all 9s; }'},
  'from the right': {isFromTheRight: true},
  'from the right, in a flex row': {markup: FLEX, isFromTheRight: true},
  'a flex row': {markup: FLEX},
  'a flex row that wraps': {markup: '<div style="display: flex; flex-wrap: wrap; align-items: center">…<p>Beside</p></div>'},
  'a flex row that may shrink to nothing': {markup: FLEX, css: '& * { min-width: 0; }'},
  'a flex column': {markup: '<div style="display: flex; flex-direction: column; align-items: center">…</div>'},
  'a float': {markup: '<div style="float: left">…</div><p>Words that flow around</p>'},
  'a floating element': {css: '& :not(p) { float: right; }'},
  'a table cell': {markup: TABLE},
  'a table cell of no width': {markup: TABLE, css: '& td { width: 1px; }'},
  'an inline block': {markup: '<span style="display: inline-block">…</span>'},
  'a line of text': {markup: '<p>Words <span>…</span> and more</p>'},
  'a grid with automatic tracks': {markup: '<div style="display: grid; grid-template-columns: auto auto auto; justify-content: start"><p>One</p>…<p>Two</p></div>'},
  'a grid cell at its start': {markup: '<div style="display: grid; justify-items: start; align-items: end">…</div>'},
  'a sheet that lies over the page': {markup: '<div style="position: absolute">…</div>'},
  'a page of small print': {markup: '<div style="font-size: 10px; inline-size: 400px">…</div>'},
  'a page of large print': {markup: '<div style="font-size: 24px; inline-size: 400px">…</div>'},
};

/** One of each element, each with much to say. */
const SHOWN = ['a list that needs somebody, with pages', 'an inverter, disconnected, with a link', 'a chart of a week'];

const PAINT = ['color', 'background-color', 'fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'text-decoration-line', 'text-shadow', 'border-top-color', 'opacity'];

/** Each text with its place, and how everything is painted. */
function lookOf(element: Ours): string[] {
  const {left, top} = baseOf(element).getBoundingClientRect();
  const texts = drawnIn(element).map(({text, rects}) => `"${text}" at ${rects.map(rect => [rect.left - left, rect.top - top, rect.width].map(Math.round)).join('/')}`);
  const paints = [...element.shadowRoot!.querySelectorAll('.base, .base *')].map(inner => {
    const style = getComputedStyle(inner);
    return `${inner.localName}.${inner.getAttribute('class')}: ${PAINT.map(name => style.getPropertyValue(name)).join(', ')}`;
  });
  return [...texts, ...paints];
}

const baseOf = (element: Ours): Element => element.shadowRoot!.querySelector('.base')!;

describe('in a page that knows nothing of us', () => {
  const root = document.documentElement;
  const sheet = new CSSStyleSheet();
  let stage: Stage;

  before(async () => {
    root.style.fontSize = '62.5%';
    document.body.style.fontSize = '16px';
    document.adoptedStyleSheets.push(sheet);
    stage = await new Stage().fill(SHOWN);
  });

  after(() => {
    stage.clear();
    document.adoptedStyleSheets.pop();
    root.removeAttribute('style');
    document.body.removeAttribute('style');
  });

  /** The elements move from page to page: they stay what they are. */
  function move({markup = '…', css = '', isFromTheRight}: Host): void {
    stage.box.dir = isFromTheRight ? 'rtl' : 'ltr';
    sheet.replaceSync(css.replaceAll('&', '.host'));
    stage.box.replaceChildren(...[...stage.elements.values()].map(element => {
      const host = document.createElement('div');
      host.className = 'host';
      host.innerHTML = markup.replace('…', '<i></i>');
      host.querySelector('i')!.replaceWith(element);
      return host;
    }));
  }

  /** What each of the elements looks like where nothing else is, as wide and with letters as large as it has now. */
  function quietly(isFromTheRight?: boolean): (readonly string[])[] {
    const sizes = [...stage.elements.values()].map(element =>
      [element, getComputedStyle(element).fontSize, baseOf(element).getBoundingClientRect().width] as const);
    move({markup: '<div>…</div>', ...(isFromTheRight ? {isFromTheRight} : {})});
    return sizes.map(([element, fontSize, width]) => {
      Object.assign(element.parentElement!.style, {fontSize, inlineSize: `${width}px`});
      return lookOf(element);
    });
  }

  for (const [name, host] of Object.entries(HOSTS)) it(`every element is as wide as it must be, whole, and as it is elsewhere: ${name}`, async () => {
    move(host);
    await stage.settle();
    const elements = [...stage.elements.values()];
    expect(elements.filter(element => baseOf(element).getBoundingClientRect().width < 240).map(({localName}) => localName), 'too narrow').to.deep.equal([]);
    expect(stage.find(unreadableIn)).to.deep.equal([]);
    const [looks, quiet] = [elements.map(lookOf), quietly(host.isFromTheRight)];
    expect(looks.flatMap((look, at) => look.filter((line, index) => line !== quiet[at]![index])), 'not as it is elsewhere').to.deep.equal([]);
  });
});
