/** Whether an expression of the sheet language can be read, and else where it cannot: crates/matching/src/sheet/parse.rs. */

const MOST_CHARS = 2_000;
const MOST_NODES = 400;
const MOST_DEPTH = 40;
const NEGATIVE = 7;
const NOT = 3;
const COMPARE = 4;

const POWER: Record<string, number> = {
  or: 1,
  and: 2,
  "<": COMPARE,
  "<=": COMPARE,
  ">": COMPARE,
  ">=": COMPARE,
  "==": COMPARE,
  "!=": COMPARE,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
};

const SIGNS: Record<string, string> = {
  "×": "*",
  "∗": "*",
  "÷": "/",
  "−": "-",
  "–": "-",
  "—": "-",
  "、": ",",
  "　": " ",
};
const PAIRS: Record<string, string> = { "≤": "<=", "≥": ">=", "≠": "!=" };
const WORDS: Record<string, string> = { 且: "and", 并且: "and", 或: "or", 或者: "or", 非: "not" };

class Refused extends Error {
  constructor(column: number, problem: string) {
    super(`第 ${column} 个字符处：${problem}`);
  }
}

type Token = { kind: "number" | "name" | "sign"; text: string; column: number };

function plain(sign: string): string {
  const wide = sign >= "\uff01" && sign <= "\uff5e";
  return wide ? String.fromCharCode(sign.charCodeAt(0) - 0xfee0) : (SIGNS[sign] ?? sign);
}

const isNumber = (text: string) => /^(\d{1,16}(\.\d{0,6})?|\.\d{1,6})$/.test(text);

function tokens(source: string): Token[] {
  const chars = [...source].map(plain);
  const found: Token[] = [];
  let at = 0;
  const run = (test: RegExp) => {
    let end = at;
    while (test.test(chars[end] ?? "")) end += 1;
    return chars.slice(at, end).join("");
  };
  while (at < chars.length) {
    const [sign = "", next] = chars.slice(at, at + 2);
    const column = at + 1;
    if (/\p{White_Space}/u.test(sign)) {
      at += 1;
      continue;
    }
    let token: Token;
    let length: number;
    if (/[\d.]/.test(sign)) {
      const text = run(/^[\d.]$/);
      if (!isNumber(text)) throw new Refused(column, "数字有误：整数部分不超过 16 位，小数不超过 6 位");
      [token, length] = [{ kind: "number", text, column }, text.length];
    } else if (/[\p{Alphabetic}_]/u.test(sign)) {
      const text = run(/^[\p{Alphabetic}_\d]$/u);
      const word = WORDS[text] ?? text;
      const kind = word === "and" || word === "or" || word === "not" ? "sign" : "name";
      [token, length] = [{ kind, text: word, column }, [...text].length];
    } else {
      const double = next === "=" && /[<>=!]/.test(sign);
      const text = double ? `${sign}=` : (PAIRS[sign] ?? sign);
      if (!double && !/^([-+*/<>(),]|[<>!]=)$/.test(text)) throw new Refused(column, `不认识符号“${sign}”`);
      [token, length] = [{ kind: "sign", text, column }, double ? 2 : 1];
    }
    found.push(token);
    at += length;
  }
  return found;
}

class Reader {
  private at = 0;
  private nodes = 0;
  private readonly list: Token[];
  private readonly end: number;
  private readonly names: ReadonlySet<string>;

  constructor(source: string, names: ReadonlySet<string>) {
    this.list = tokens(source);
    this.end = [...source.trimEnd()].length + 1;
    this.names = names;
  }

  whole(): void {
    this.expression(0, 0);
    const rest = this.list[this.at];
    if (rest) throw new Refused(rest.column, this.sign() === ")" ? "缺少与之对应的左括号" : "缺少运算符");
  }

  private sign(): string {
    const token = this.list[this.at];
    return token?.kind === "sign" ? token.text : "";
  }

  private fail(problem: string): never {
    throw new Refused(this.list[this.at]?.column ?? this.end, problem);
  }

  private node(column: number): void {
    this.nodes += 1;
    if (this.nodes > MOST_NODES) throw new Refused(column, "算式过于复杂，请拆成几项");
  }

  private expression(least: number, depth: number): void {
    this.operand(depth);
    let compared = false;
    for (;;) {
      const power = POWER[this.sign()] ?? -1;
      if (power < least || power < 0) return;
      if (compared && power === COMPARE) this.fail("比较不能连写，请用 and 连接");
      compared ||= power === COMPARE;
      const column = this.list[this.at]?.column ?? this.end;
      this.at += 1;
      this.expression(power + 1, depth + 1);
      this.node(column);
    }
  }

  private operand(depth: number): void {
    if (depth > MOST_DEPTH) this.fail("嵌套层数过多，请拆成几项");
    const token = this.list[this.at];
    if (!token) this.fail("缺少数字、指标或括号");
    const { kind, text, column } = token;
    this.at += 1;
    if (kind === "sign" && (text === "-" || text === "not"))
      this.expression(text === "-" ? NEGATIVE : NOT, depth + 1);
    else if (kind === "sign" && text === "(") {
      this.expression(0, depth + 1);
      this.close();
      return;
    } else if (kind === "sign") throw new Refused(column, "缺少数字、指标或括号");
    else if (kind === "name" && this.sign() === "(") this.call(text, column, depth);
    else if (kind === "name" && !this.names.has(text)) throw new Refused(column, `没有名为“${text}”的指标`);
    this.node(column);
  }

  private call(name: string, column: number, depth: number): void {
    const isIf = name === "if" || name === "如果";
    if (!isIf && !["min", "max", "最小", "最大"].includes(name))
      throw new Refused(column, `没有名为“${name}”的函数，可用 min、max、if`);
    let count = 0;
    do {
      this.at += 1;
      this.expression(0, depth + 1);
      count += 1;
    } while (this.sign() === ",");
    this.close();
    if (isIf && count !== 3) throw new Refused(column, "if 需要三个部分：条件、成立时的值、否则的值");
    if (!isIf && count < 2) throw new Refused(column, "min 和 max 至少需要两个部分");
  }

  private close(): void {
    if (this.sign() !== ")") this.fail("缺少右括号");
    this.at += 1;
  }
}

/** Why an expression over these names cannot be read, with the place; none if it can. */
export function formulaFault(source: string, names: Iterable<string>): string | null {
  if ([...source].length > MOST_CHARS) return `第 ${MOST_CHARS + 1} 个字符处：内容过长，请精简`;
  try {
    new Reader(source, new Set(names)).whole();
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}
