/** Expressions of the sheet language, exact: `crates/matching/src/sheet`. Only what the server has checked is computed here. */

/** Why an expression has no value. */
export class Uncomputable extends Error {}

const SCALE = 1_000_000n;
const MOST = 10n ** 15n * SCALE;

type Token = { number: bigint } | { name: string } | { sign: string };
type Value = (name: string) => bigint | null;

const PLAIN: Record<string, string> = {
  "×": "*",
  "∗": "*",
  "÷": "/",
  "−": "-",
  "–": "-",
  "—": "-",
  "、": ",",
  "≤": "<=",
  "≥": ">=",
  "≠": "!=",
  "　": " ",
};
const WORDS: Record<string, string> = { 且: "and", 并且: "and", 或: "or", 或者: "or", 非: "not" };
const FUNCTIONS: Record<string, string> = { 最小: "min", 最大: "max", 如果: "if" };
const POWER: Record<string, number> = {
  or: 1,
  and: 2,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "==": 4,
  "!=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
};

function tokens(source: string): Token[] {
  const wide = (c: string) => String.fromCharCode(c.charCodeAt(0) - 0xfee0);
  const plain = source
    .replace(/[\uff01-\uff5e]/g, wide)
    .replace(/[×∗÷−–—、≤≥≠\u3000]/g, (c) => PLAIN[c] ?? c);
  const pattern = /([\d.]+)|([\p{Alphabetic}_][\p{Alphabetic}\d_]*)|(<=|>=|==|!=|[-+*/<>(),])/gu;
  return [...plain.matchAll(pattern)].map(([, digits, word, sign = ""]) => {
    if (digits !== undefined) {
      const [before = "", after = ""] = digits.split(".");
      return { number: BigInt(before || "0") * SCALE + BigInt(after.padEnd(6, "0") || "0") };
    }
    const operator = word === undefined ? sign : (WORDS[word] ?? word);
    return ["and", "or", "not"].includes(operator) || word === undefined
      ? { sign: operator }
      : { name: operator };
  });
}

/** `a / b` to the nearest, halves away from zero. */
function rounded(a: bigint, b: bigint): bigint {
  const size = (x: bigint) => (x < 0n ? -x : x);
  const up = size(a % b) * 2n >= size(b);
  return a / b + (up ? (a < 0n === b < 0n ? 1n : -1n) : 0n);
}

const truth = (yes: boolean) => (yes ? SCALE : 0n);

function bounded(value: bigint): bigint {
  if (value > MOST || value < -MOST) throw new Uncomputable("计算结果超出范围");
  return value;
}

function joined(sign: string, a: bigint, b: bigint): bigint {
  switch (sign) {
    case "+":
      return bounded(a + b);
    case "-":
      return bounded(a - b);
    case "*":
      return bounded(rounded(a * b, SCALE));
    case "/":
      if (b === 0n) throw new Uncomputable("除数为零");
      return bounded(rounded(a * SCALE, b));
    case "<":
      return truth(a < b);
    case "<=":
      return truth(a <= b);
    case ">":
      return truth(a > b);
    case ">=":
      return truth(a >= b);
    case "==":
      return truth(a === b);
    default:
      return truth(a !== b);
  }
}

/** A part that was read: computed only when it is needed, as `if`, `and` and `or` leave parts out. */
type Part = () => bigint;

function reader(list: Token[], value: Value) {
  let at = 0;
  const sign = () => {
    const token = list[at];
    return token && "sign" in token ? token.sign : "";
  };
  const inParentheses = (): Part[] => {
    const parts: Part[] = [];
    do {
      at += 1;
      parts.push(expression(0));
    } while (sign() === ",");
    at += 1;
    return parts;
  };
  function call(name: string): Part {
    const parts = inParentheses();
    if (name === "if") {
      const [condition, then, otherwise] = parts;
      return () => (condition?.() ? (then?.() ?? 0n) : (otherwise?.() ?? 0n));
    }
    const better = (a: bigint, b: bigint) => (name === "min" ? a < b : a > b);
    return () => parts.map((part) => part()).reduce((best, one) => (better(one, best) ? one : best));
  }
  function operand(): Part {
    const token = list[at];
    if (sign() === "(") return inParentheses()[0] ?? (() => 0n);
    at += 1;
    if (token === undefined) throw new Uncomputable("算式不完整");
    if ("number" in token) return () => token.number;
    if ("name" in token) {
      if (sign() === "(") return call(FUNCTIONS[token.name] ?? token.name);
      return () => value(token.name) ?? 0n;
    }
    const part = expression(token.sign === "not" ? 3 : 7);
    return token.sign === "not" ? () => truth(part() === 0n) : () => -part();
  }
  function expression(least: number): Part {
    let left = operand();
    for (let power = POWER[sign()] ?? -1; power >= least && power > 0; power = POWER[sign()] ?? -1) {
      const operator = sign();
      at += 1;
      const [first, second] = [left, expression(power + 1)];
      if (operator === "and") left = () => (first() ? truth(second() !== 0n) : 0n);
      else if (operator === "or") left = () => (first() ? SCALE : truth(second() !== 0n));
      else left = () => joined(operator, first(), second());
    }
    return left;
  }
  return expression(0);
}

/** Every name in an expression. */
export function namesIn(source: string): string[] {
  const list = tokens(source);
  const named = list.flatMap((token, at) => {
    const next = list[at + 1];
    const called = next !== undefined && "sign" in next && next.sign === "(";
    return "name" in token && !called ? [token.name] : [];
  });
  return [...new Set(named)];
}

/** The value of an expression in millionths of what it counts in. */
export const evaluate = (source: string, value: Value): bigint => reader(tokens(source), value)();
