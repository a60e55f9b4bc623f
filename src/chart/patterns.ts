import type {ChartTheme, Fill, Paint} from './chart-config.js';

/** Side of a tile, px. */
const TILE = 8;

type Stroke = (context: CanvasRenderingContext2D) => void;

const lines = (...points: readonly (readonly [number, number, number, number])[]): Stroke => context => {
  context.beginPath();
  for (const [x1, y1, x2, y2] of points) {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
};

const dot: Stroke = context => {
  context.beginPath();
  context.arc(TILE / 2, TILE / 2, 1.25, 0, 2 * Math.PI);
  context.fill();
};

/** By the paints of the swatches, which wear the same (`styles/chart.ts`). The first is plain. Gaps have the other slope, and no ground. */
const STROKES: Readonly<Record<string, Stroke>> = {
  '1': lines([-1, -1, 9, 9], [-1, 7, 1, 9], [7, -1, 9, 1]),
  '2': lines([-1, -1, 9, 9], [-1, 9, 9, -1]),
  '3': lines([0, 4, 8, 4]),
  '4': lines([4, 0, 4, 8]),
  '5': lines([0, 4, 8, 4], [4, 0, 4, 8]),
  'sun': dot,
};

/** What is told apart by its colour is told apart without it too. */
export const patterned = (theme: ChartTheme, names: readonly (string | undefined)[], inks: readonly string[]): ChartTheme => ({
  ...theme,
  paints: theme.paints.map((paint, index): Paint => {
    const stroke = STROKES[names[index] ?? ''];
    const ink = inks[index] ?? paint.edge;
    return stroke ? {...paint, fill: tileOf(paint.fill, ink, stroke)} : paint;
  }),
});

function tileOf(ground: Fill, ink: string, stroke: Stroke): Fill {
  const tile = document.createElement('canvas');
  const scale = Math.max(1, Math.round(devicePixelRatio));
  tile.width = tile.height = TILE * scale;
  const context = tile.getContext('2d');
  if (!context) return ground;
  context.scale(scale, scale);
  context.fillStyle = ground;
  context.fillRect(0, 0, TILE, TILE);
  context.strokeStyle = context.fillStyle = ink;
  stroke(context);
  const pattern = context.createPattern(tile, 'repeat');
  // Canvases count in px of the page: a tile for a finer screen is drawn that much smaller.
  pattern?.setTransform(new DOMMatrix([1 / scale, 0, 0, 1 / scale, 0, 0]));
  return pattern ?? ground;
}
