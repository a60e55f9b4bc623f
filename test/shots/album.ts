import type {IndexedStory} from './shot.js';
import {fileOf, SCHEMES, WIDTHS} from './shot.js';

const STYLE = `
  body { margin: 2em; font: 1em/1.4 system-ui, sans-serif; background: #777; color: #fff; }
  nav ul { columns: 16em; padding: 0; list-style: none; }
  a { color: inherit; }
  .row { display: flex; flex-wrap: wrap; align-items: start; gap: 1em; margin-block-end: 1em; }
  figure { margin: 0; }
  img { display: block; max-inline-size: 100%; }
`;

/** The page to look through the pictures: by title, light beside dark, the narrow ones first. */
export function albumOf(stories: readonly IndexedStory[]): string {
  const titles = [...new Set(stories.map(({title}) => title))];
  const sections = titles.map((title, index) => `<section id="part-${index}"><h2>${escaped(title)}</h2>
${stories.filter(story => story.title === title).map(picturesOf).join('\n')}</section>`);
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pictures of all stories</title><style>${STYLE}</style>
<h1>Pictures of all stories</h1>
<nav><ul>${titles.map((title, index) => `<li><a href="#part-${index}">${escaped(title)}</a></li>`).join('')}</ul></nav>
${sections.join('\n')}
</html>
`;
}

const picturesOf = (story: IndexedStory): string =>
  `<h3>${escaped(story.name)}</h3>${WIDTHS.map(width => `<div class="row">${SCHEMES.map(scheme => {
    const file = escaped(fileOf(story, scheme, width));
    const words = escaped(`${story.title}, ${story.name}: ${scheme}, ${width} px`);
    return `<figure><a href="${file}"><img src="${file}" alt="${words}" loading="lazy"></a><figcaption>${scheme}, ${width} px</figcaption></figure>`;
  }).join('')}</div>`).join('')}`;

const ENTITIES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};
const escaped = (text: string): string => text.replace(/[&<>"]/g, mark => ENTITIES[mark] ?? mark);
