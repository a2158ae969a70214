/** What an enterprise writes: how it is kept, in which steps, and where a defect of it stands. Pure. */
import { api, ifMatch, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import type { DraftKind } from "@/api/useDraftSave";
import type { Form, Values } from "@/lib/forms/model";
import { applicationQuery } from "./queries";

export type Detail = Schema<"ApplicationDetail">;
type Sent = Schema<"ApplicationContent">;

export type Material = { name: string; files: string[]; agreed: boolean };
export type Payee = { name: string; bank: string; account: string };
export type Content = { values: Values; figures: Values; materials: Material[]; payee: Payee };

/** The same whatever order its parts came in, so that what is the same looks the same. */
function sorted(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(sorted);
  if (typeof json !== "object" || json === null) return json;
  const entries = Object.entries(json).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name, sorted(value)]),
  );
}

type Given = { [K in keyof Sent]?: unknown } | Content;

export function toContent(given: Given): Content {
  const { values, figures, materials, payee } = given as Partial<Content>;
  return {
    values: sorted(values ?? {}) as Values,
    figures: sorted(figures ?? {}) as Values,
    materials: (materials ?? []).map(({ name, files, agreed }) => ({
      name,
      files: files ?? [],
      agreed: agreed ?? false,
    })),
    payee: { name: payee?.name ?? "", bank: payee?.bank ?? "", account: payee?.account ?? "" },
  };
}

const at = (id: string) => ({ path: { id } });

export const APPLICATION_KIND: DraftKind<Content, Detail> = {
  name: "applications",
  detail: (id) => applicationQuery(id).queryKey,
  list: ["applications", "/enterprise/applications"],
  empty: toContent({}),
  ofView: (view) => toContent(view.content),
  clean: toContent,
  // It is begun with its item, never by typing.
  create: () => Promise.reject(new Error("an application begins with its item")),
  write: (id, version, content) =>
    unwrap(
      api.PUT("/enterprise/applications/{id}", {
        params: { ...at(id), header: ifMatch(version) },
        body: content as Sent,
      }),
    ),
  read: (id) => unwrap(api.GET("/enterprise/applications/{id}", { params: at(id) })),
};

type Start = { values: Content; restored: boolean };

/** An account that nobody has written anything of is the firm's: its name is suggested, and can be changed. */
export function withPayee({ values, restored }: Start, { pays, enterprise }: Detail) {
  const { payee } = values;
  const suggested = pays && !payee.name && !payee.bank && !payee.account;
  return {
    values: suggested ? { ...values, payee: { ...payee, name: enterprise } } : values,
    restored,
    suggested,
  };
}

export const formOf = (detail: Detail): Form | null => detail.form as Form | null;

export type StepKey = "check" | "form" | "figures" | "materials" | "payee" | "confirm";

const TITLE: Record<StepKey, string> = {
  check: "申报条件",
  form: "填写表单",
  figures: "测算数据",
  materials: "申报材料",
  payee: "收款账户",
  confirm: "核对提交",
};

/** The parts of `ApplicationContent` that a step holds. */
const FIELDS: Record<StepKey, (keyof Content)[]> = {
  check: [],
  form: ["values"],
  figures: ["figures"],
  materials: ["materials"],
  payee: ["payee"],
  confirm: [],
};

/** Only the steps in which there is something to do. */
export function stepsOf(detail: Detail): { key: StepKey; title: string; fields: (keyof Content)[] }[] {
  const there: Record<StepKey, boolean> = {
    check: true,
    form: detail.form !== null,
    figures: detail.figures.length > 0,
    materials: detail.materials.length > 0,
    payee: detail.pays,
    confirm: true,
  };
  const keys = (Object.keys(TITLE) as StepKey[]).filter((key) => there[key]);
  return keys.map((key) => ({ key, title: TITLE[key], fields: FIELDS[key] }));
}

/** Where something stands: its step, and the JSON pointer or the name within it. */
export type Spot = { step: StepKey; path: string };

/** Of a field as the server names it: `values.costs.1.amount`, `materials.审计报告`, `payee.account`. */
export function spotOf(field: string): Spot | null {
  const dot = field.indexOf(".");
  const [top, rest] = dot < 0 ? [field, ""] : [field.slice(0, dot), field.slice(dot + 1)];
  const step = (Object.keys(FIELDS) as StepKey[]).find((key) => FIELDS[key].includes(top as keyof Content));
  if (!step) return null;
  return {
    step,
    path: step === "form" || step === "figures" ? rest && `/${rest.replaceAll(".", "/")}` : rest,
  };
}

/** Of what has to be corrected: `form/<block>`, `material/<name>`, `payee`. */
export function spotOfFault(place: string): Spot | null {
  const slash = place.indexOf("/");
  const [top, rest] = slash < 0 ? [place, ""] : [place.slice(0, slash), place.slice(slash + 1)];
  if (top === "form") return { step: "form", path: rest && `/${rest}` };
  if (top === "material") return { step: "materials", path: rest };
  return top === "payee" ? { step: "payee", path: "" } : null;
}
