/** The wizard's values, its steps, and how drafts are kept. */
import { api, ifMatch, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import type { DraftKind } from "@/api/useDraftSave";
import { tidyForm } from "./builder/tidy";
import { type Condition, groupOf, toCondition } from "./condition";
import { policyQuery } from "./queries";
import { type Standard, tidyStandard } from "./standard";

export type Content = Required<Schema<"PolicyContent">>;
export type StepKey = "base" | "conditions" | "standard" | "form" | "process" | "submit";

const EMPTY_POLICY: Content = {
  title: "",
  document_no: "",
  document_link: "",
  level: null,
  class: null,
  mode: null,
  object: "",
  benefit: "",
  condition: null,
  standard: null,
  budget: null,
  opens_on: null,
  closes_on: null,
  later_windows: [],
  form: null,
  conflicts: [],
  publicity_days: null,
  materials: [],
  steps: [],
  contacts: [],
  attachments: [],
  faq: [],
};

/** Exactly the fields that the server knows, each row whole. */
export function toContent(values: Partial<Schema<"PolicyContent">>): Content {
  const entries = Object.entries(EMPTY_POLICY).map(([name, empty]) => {
    const value = values[name as keyof Content];
    return [name, value === undefined || value === null || value === "" ? empty : value];
  });
  const content = Object.fromEntries(entries) as Content;
  return {
    ...content,
    condition: toCondition(groupOf(content.condition as Condition | null)) as Content["condition"],
    standard: tidyStandard(content.standard as Standard | null),
    form: tidyForm(content.form),
    materials: content.materials.map((one) => ({
      name: one?.name ?? "",
      source: one?.source ?? "upload",
      required: one?.required ?? false,
    })),
    steps: content.steps.map((one) => ({ name: one?.name ?? "", days: one?.days ?? null })),
    later_windows: content.later_windows.map((one) => ({
      opens_on: one?.opens_on || null,
      closes_on: one?.closes_on || null,
    })),
    contacts: content.contacts.map((one) => ({
      name: one?.name ?? "",
      phone: one?.phone ?? "",
      place: one?.place ?? "",
    })),
    faq: content.faq.map((one) => ({ question: one?.question ?? "", answer: one?.answer ?? "" })),
  };
}

export const STEPS: { key: StepKey; title: string; fields: (keyof Content)[] }[] = [
  {
    key: "base",
    title: "基本信息",
    fields: ["title", "document_no", "document_link", "level", "class", "mode", "object", "benefit"],
  },
  { key: "conditions", title: "申报条件", fields: ["condition"] },
  {
    key: "standard",
    title: "兑现标准",
    fields: ["standard", "budget", "opens_on", "closes_on", "later_windows"],
  },
  { key: "form", title: "申报表单", fields: ["form"] },
  {
    key: "process",
    title: "材料与办理",
    fields: ["publicity_days", "conflicts", "materials", "steps", "contacts", "attachments", "faq"],
  },
  { key: "submit", title: "核对提交", fields: [] },
];

const long = (text: string, least: number) => text.trim().length >= least;

type Dates = Pick<Content, "opens_on" | "closes_on">;

/** Each window has its first day, ends after it, and ends before the next one begins. */
function inOrder(windows: readonly Dates[]): boolean {
  return windows.every(({ opens_on, closes_on }, place) => {
    const next = windows[place + 1]?.opens_on;
    return (
      Boolean(opens_on) &&
      (!closes_on || !opens_on || opens_on <= closes_on) &&
      (place === windows.length - 1 || Boolean(closes_on && next && closes_on < next))
    );
  });
}

/** Which steps nothing is left in, as the server asks it of a whole item; a step that may stay empty counts once it was `passed`. */
export function doneSteps(content: Content, passed: number): StepKey[] {
  const { title, document_no, object, benefit, condition, standard, form, later_windows } = content;
  const chosen = Boolean(content.level && content.class && content.mode);
  const pays = content.class === "relief" || content.class === "subsidy";
  const dated = inOrder([content, ...later_windows]);
  const done: Record<StepKey, boolean> = {
    base: chosen && long(title, 4) && long(document_no, 4) && long(object, 5) && long(benefit, 5),
    conditions: condition !== null || (passed > 1 && content.mode !== "automatic"),
    standard: dated && (standard !== null || (content.class !== null && !pays)),
    form: form !== null || passed > 3,
    process:
      content.steps.length > 0 &&
      content.contacts.length > 0 &&
      content.steps.every(({ name, days }) => name && days) &&
      content.contacts.every(({ name, phone }) => name && long(phone ?? "", 5)) &&
      content.materials.every(({ name }) => name) &&
      content.faq.every(({ question, answer }) => question && answer),
    submit: false,
  };
  return STEPS.map(({ key }) => key).filter((key) => done[key]);
}

const at = (id: string) => ({ path: { id } });

export const POLICY_KIND: DraftKind<Content, Schema<"PolicyDetail">> = {
  name: "policies",
  detail: (id) => policyQuery(id).queryKey,
  list: ["policies", "/government/policies"],
  empty: EMPTY_POLICY,
  ofView: (view) => toContent(view.content),
  clean: toContent,
  // The server keeps nothing without a name.
  ready: (values) => values.title.trim().length >= 2,
  create: (content, headers) => unwrap(api.POST("/government/policies", { body: content, headers })),
  write: (id, version, content) =>
    unwrap(
      api.PUT("/government/policies/{id}", {
        params: { ...at(id), header: ifMatch(version) },
        body: content,
      }),
    ),
  read: (id) => unwrap(api.GET("/government/policies/{id}", { params: at(id) })),
};
