/**
 * Stands in for the colour library that Chart.js brings along, a twelfth of the chart's chunk: it needs one to brighten bars under
 * the pointer and to blend colours while they move, and ours do neither. A colour stays as it is.
 */
export class Color {
  /** So Chart.js takes the colour that it was to blend into. */
  readonly valid = false;

  constructor(private readonly colour: string) {}

  saturate(): this {
    return this;
  }

  darken(): this {
    return this;
  }

  hexString(): string {
    return this.colour;
  }
}
