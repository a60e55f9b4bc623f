/** Where a colour is in the picture of a page. */
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {PNG} from 'pngjs';
import type {Page} from './page.js';

export type Rgb = readonly [number, number, number];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

export async function takePicture(page: Page): Promise<Picture> {
  const folder = await mkdtemp(join(tmpdir(), 'podero-picture-'));
  try {
    const path = join(folder, 'page.png') as `${string}.png`;
    await page.screenshot(path);
    const {width, height, data} = PNG.sync.read(await readFile(path));
    return {width, height, rgba: data};
  } finally {
    await rm(folder, {recursive: true});
  }
}

/** Engines round differently on their way to the screen. */
const TOLERANCE = 2;

/** Points that have this colour. */
export function pointsOf({width, rgba}: Picture, colour: Rgb): (readonly [x: number, y: number])[] {
  const points: (readonly [number, number])[] = [];
  for (let at = 0; at < rgba.length; at += 4) {
    if (colour.every((part, n) => Math.abs(rgba[at + n]! - part) <= TOLERANCE)) points.push([at / 4 % width, Math.floor(at / 4 / width)]);
  }
  return points;
}

/** A line of a pixel may be drawn beside the edge of its box. */
const SLACK = 1;

export const isIn = ({left, top, right, bottom}: Box, [x, y]: readonly [number, number]): boolean =>
  x >= left - SLACK && x < right + SLACK && y >= top - SLACK && y < bottom + SLACK;
