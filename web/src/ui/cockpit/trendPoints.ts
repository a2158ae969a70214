/** Where the values of a small line lie, the greatest on top; a level one in the middle. */
const MARGIN = 3;

export function trendPoints(
  values: readonly number[],
  width: number,
  height: number,
): (readonly [x: number, y: number])[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = (width - 2 * MARGIN) / Math.max(values.length - 1, 1);
  const round = (value: number) => Math.round(value * 10) / 10;
  return values.map((value, index) => {
    const share = most === least ? 0.5 : (value - least) / (most - least);
    return [round(MARGIN + index * step), round(height - MARGIN - share * (height - 2 * MARGIN))];
  });
}
