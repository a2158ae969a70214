/** Amounts in Chinese capital words (大写): a slip of one zero is seen at once below the input. */

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"];
const GROUPS = ["", "万", "亿", "万亿"];

function groupWords(group: number): string {
  let words = "";
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) {
      gap = words !== "";
      continue;
    }
    words += (gap ? "零" : "") + DIGITS.charAt(digit) + PLACES[place];
    gap = false;
  }
  return words;
}

function integerWords(value: number): string {
  if (value === 0) return "零";
  const groups: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 10_000)) groups.push(rest % 10_000);
  let words = "";
  let gap = false;
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index] ?? 0;
    if (group === 0) {
      gap = words !== "";
      continue;
    }
    const zero = words !== "" && (gap || group < 1_000) ? "零" : "";
    words += zero + groupWords(group) + GROUPS[index];
    gap = false;
  }
  return words;
}

/** Fen → `人民币伍佰万元整`; empty for anything that is not a non-negative whole number of fen below 1 万万亿. */
export function amountWords(fen: number | null | undefined): string {
  if (fen === null || fen === undefined || !Number.isSafeInteger(fen) || fen < 0) return "";
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const cent = fen % 10;
  const whole = yuan > 0 || fen === 0 ? `${integerWords(yuan)}元` : "";
  if (jiao === 0 && cent === 0) return `人民币${whole}整`;
  const jiaoWords = jiao > 0 ? `${DIGITS.charAt(jiao)}角` : whole ? "零" : "";
  const centWords = cent > 0 ? `${DIGITS.charAt(cent)}分` : "整";
  return `人民币${whole}${jiaoWords}${centWords}`;
}
