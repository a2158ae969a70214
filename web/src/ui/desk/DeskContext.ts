/** What an item's page asks of the desk that it stands in; none, where it is opened alone. */
import { createContext, useContext } from "react";
import { toProblem } from "@/api/problem";
import type { Schema } from "@/api/types";
import { useDialog } from "../useDialog";
import type { Decision } from "./keys";

/** What a key does with the open item. */
export type Keyed = { run: () => void; why?: string | null };

export type Desk = {
  /** The way back to the queue, as it was filtered. */
  back: { to: string; label: string };
  /** Whether keys are on, and there is room to show them. */
  keys: boolean;
  /** What is opened after a decision. */
  after: string | null;
  /** The decisions of the item that is shown, by key; nothing once it is decided or has gone. */
  offer: (decisions: Partial<Record<Decision, Keyed>> | null) => void;
  /** It has been decided here: says so, and opens the next. */
  decided: (text: string) => void;
  /** A decision was refused. */
  failed: (conflict: boolean) => void;
  /** It does not wait any more: if that is why a decision was refused, says so and opens the next. */
  gone: () => void;
  next: () => void;
  /** Who has the open item in hand for a while, whether that is oneself, and how one takes it or gives it back, where one can. */
  claiming: { claim: Schema<"Claim"> | null; mine: boolean; pending: boolean; toggle: (() => void) | null };
};

const DeskContext = createContext<Desk | null>(null);

export const DeskProvider = DeskContext.Provider;

export const useDesk = () => useContext(DeskContext);

/** `useDialog` for decisions: what comes after one is said and, at the desk, opened. */
export function useDecision<K>() {
  const dialog = useDialog<K>();
  const desk = useDesk();
  return {
    ...dialog,
    decided: (text: string) => {
      if (!desk) return dialog.done(text);
      dialog.close();
      desk.decided(text);
    },
    /** Around the write of a decision, so that the desk hears when somebody else was faster. */
    deciding:
      <A extends unknown[], Out>(write: (...args: A) => Promise<Out>) =>
      (...args: A) =>
        write(...args).catch((error) => {
          desk?.failed(toProblem(error).status === 409);
          throw error;
        }),
  };
}
