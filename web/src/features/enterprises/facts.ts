/** Facts of a profile by the names under which evidence is kept: `ip.inventions`, `titles.high_tech`, `finance.2025.revenue`. */
import { fieldText } from "@/labels/fields";
import { ORG_TYPE, TAX_GRADE, TITLE } from "@/labels/organizations";
import { RISK_KIND } from "@/labels/profile";
import { INNOVATION } from "@/labels/score";
import { formatCount, moneyText } from "@/lib/money";
import { FIGURES, IP } from "@/ui/ProfileParts";

const of = (map: Record<string, string>, key: string) => map[key] ?? key;

export function factName(key: string): string {
  const [first = "", second = "", third = ""] = key.split(".");
  if (first === "finance") return `${second} 年${of(FIGURES, third)}`;
  if (first === "ip") return of(IP, second);
  if (first === "titles") return of(TITLE, second);
  if (first === "risks") return of(RISK_KIND, second);
  const figure = INNOVATION[first as keyof typeof INNOVATION];
  return figure?.text ?? fieldText(first, "ProfileIn");
}

const isMoney = (key: string) =>
  key.startsWith("finance.") ||
  key.endsWith("_capital") ||
  INNOVATION[key as keyof typeof INNOVATION]?.unit === "money";

type Risk = { since?: string | null; repaired_on?: string | null };

const riskText = ({ since, repaired_on: repaired }: Risk) =>
  [since && `发生于 ${since}`, repaired ? `已于 ${repaired} 修复` : "尚未修复"].filter(Boolean).join("，");

export function factText(key: string, value: unknown): string {
  if (value === null || value === undefined) return "—";
  if (typeof value === "number") return isMoney(key) ? moneyText(value) : formatCount(value);
  if (typeof value === "boolean") return value ? "有" : "无";
  if (typeof value === "object") return riskText(value as Risk);
  if (key === "org_type") return of(ORG_TYPE, String(value));
  if (key === "tax_grade") return of(TAX_GRADE, String(value));
  return String(value);
}
