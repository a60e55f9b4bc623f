/** What the page wrote between the tags: something to read, not only the line break of a template, or what nobody sees. */
export const hasFallback = ({childNodes}: Element): boolean => [...childNodes].some(node => node instanceof Element
  ? !node.slot && !node.matches('noscript, script, style, template, [hidden]')
  : node instanceof Text && node.data.trim() !== '');
