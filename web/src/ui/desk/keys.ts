/** The keys of the review desk: what each asks for, when it is somebody else's, and what can be done of it now. */

export type Decision = "approve" | "return" | "refuse";

export type Command = Decision | "next" | "previous" | "claim" | "help";

/** In the order of the help. */
export const KEYS: Record<Command, string> = {
  next: "j",
  previous: "k",
  approve: "a",
  return: "t",
  refuse: "r",
  claim: "c",
  help: "?",
};

type Press = Pick<
  KeyboardEvent,
  "key" | "keyCode" | "isComposing" | "repeat" | "ctrlKey" | "metaKey" | "altKey" | "defaultPrevented"
>;

type Place = {
  /** The key goes into a field. */
  typing: boolean;
  /** A dialog asks for something: it has keys of its own. */
  asking: boolean;
  /** The person has switched single keys off. */
  off: boolean;
};

/** What a press asks for; nothing where the key belongs to a field, an input method, a dialog, or the browser. */
export function commandOf(press: Press, { typing, asking, off }: Place): Command | null {
  if (off || typing || asking || press.defaultPrevented) return null;
  // Keys belong to the input method while it composes; some browsers only say so by this code.
  if (press.isComposing || press.keyCode === 229) return null;
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  // With a Chinese input method on, the question mark is a wide one.
  const key = press.key === "？" ? KEYS.help : press.key.toLowerCase();
  const command = (Object.keys(KEYS) as Command[]).find((command) => KEYS[command] === key) ?? null;
  // A key that is held down goes through the queue, but decides nothing.
  return press.repeat && command !== "next" && command !== "previous" ? null : command;
}

/** What can be decided about the open item: why not now, or nothing in the way. */
export type Offered = Partial<Record<Decision, { why?: string | null }>>;

const NOT_OFFERED: Record<Decision, string> = {
  approve: "这类事项没有“通过”",
  return: "这类事项不能退回补正，可以不予通过并写明原因",
  refuse: "这类事项没有“不予通过”",
};

/** Why a decision cannot be made now, in words; `null`: it can. `offered` is nothing while no item is open or shown. */
export function hindrance(decision: Decision, offered: Offered | null, open: boolean): string | null {
  if (!open) return "请先打开一件，可以按 J";
  if (!offered) return "这件不在待审核中";
  const found = offered[decision];
  return found ? (found.why ?? null) : NOT_OFFERED[decision];
}
