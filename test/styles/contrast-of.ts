const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true})!;

/** Red, green and blue of opaque CSS colours in any notation, as a screen shows them: 0 to 255. */
export function pixelsOf(...colours: readonly string[]): (readonly [number, number, number])[] {
  if (context.canvas.width < colours.length) context.canvas.width = colours.length;
  for (const [x, colour] of colours.entries()) {
    // What is no colour leaves the one before.
    context.fillStyle = '#000';
    context.fillStyle = colour;
    context.clearRect(x, 0, 1, 1);
    context.fillRect(x, 0, 1, 1);
  }
  const {data} = context.getImageData(0, 0, colours.length, 1);
  return colours.map((_, x) => [data[4 * x]!, data[4 * x + 1]!, data[4 * x + 2]!]);
}

/** WCAG luminance. */
export function luminance(colour: string): number {
  const [r, g, b] = pixelsOf(colour)[0]!.map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Behind an element's words: the next background that is one. */
export function groundOf(element: Element): string {
  const {backgroundColor} = getComputedStyle(element);
  if (!/^(transparent|rgba\(.*, 0\)|.*\/ 0\))$/.test(backgroundColor)) return backgroundColor;
  const {parentNode, assignedSlot} = element;
  const above = assignedSlot ?? (parentNode instanceof ShadowRoot ? parentNode.host : parentNode);
  return above instanceof Element ? groundOf(above) : 'white';
}
