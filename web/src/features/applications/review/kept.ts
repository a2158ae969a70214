/** What a reviewer has typed stays in the tab until it is sent or given up: a session that ends meanwhile costs no words. */
import type { Schema } from "@/api/types";
import { clearDraft, loadDraft, saveDraft } from "@/lib/draft";

type Action = Schema<"ApplicationActionKind">;
export type Typed = { opinion?: string; amount?: number | null; faults?: Schema<"CorrectionItem">[] };

const nameOf = (id: string, action: Action) => `application-review:${id}:${action}`;

export const keptOf = (id: string, action: Action) => loadDraft<Typed>(nameOf(id, action));
export const keep = (id: string, action: Action, typed: Typed) => saveDraft(nameOf(id, action), typed);
export const forget = (id: string, action: Action) => clearDraft(nameOf(id, action));
