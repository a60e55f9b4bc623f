import type {ChartTheme} from './chart-config.js';

/** A theme, and how the patterns of its series are drawn. */
export interface ReadTheme {
  readonly theme: ChartTheme;
  /** Of each series, its pattern's name and colour. */
  readonly patterns: readonly string[];
  readonly inks: readonly string[];
}

/**
 * A canvas knows no custom properties: its colours are read from elements that wear them. The frame wears the axis, each
 * swatch of the legend one series.
 */
export function readTheme(frame: Element, swatches: readonly HTMLElement[]): ReadTheme {
  const {color, backgroundColor, borderTopColor, borderBottomColor, outlineColor, columnRuleColor, fontFamily, fontSize} = getComputedStyle(frame);
  const styles = swatches.map(swatch => getComputedStyle(swatch));
  return {
    theme: {
      muted: color,
      text: outlineColor,
      ink: columnRuleColor,
      surface: backgroundColor,
      rule: borderTopColor,
      baseline: borderBottomColor,
      fontFamily,
      fontSize: Number.parseFloat(fontSize) || 12,
      paints: styles.map(({backgroundColor: fill, borderTopColor: edge}) => ({fill, edge})),
    },
    patterns: swatches.map(({dataset: {paint = ''}}) => paint),
    inks: styles.map(({color: ink}) => ink),
  };
}
