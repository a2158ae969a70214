/** How many institutions may still offer. */

export function Places({ left }: { left: number }) {
  return left > 0 ? <span className="num">{left} 个</span> : <span>已满</span>;
}
