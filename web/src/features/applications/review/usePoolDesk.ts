/** The keys of the pool: the neighbour, the decisions, taking an application and putting it back, and the next one after a decision. */
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { api, ifMatch, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";
import { useIsWide } from "@/lib/useMedia";
import type { Desk, Keyed } from "@/ui/desk/DeskContext";
import { type Command, type Decision, hindrance } from "@/ui/desk/keys";
import { useDeskKeys, useSingleKeys } from "@/ui/desk/useDeskKeys";
import { useToast } from "@/ui/Toast";
import { poolQuery } from "./queries";

type Row = Schema<"ApplicationRow">;

/** The one after `id`, or the one before; the first where it has gone. */
function besides(rows: readonly Row[], id: string, by: 1 | -1): Row | undefined {
  const at = rows.findIndex((row) => row.id === id);
  return at < 0 ? rows[0] : rows[at + by];
}

/** What is opened after `id` was decided: the next, else the first other one. */
function afterwards(rows: readonly Row[], id: string): Row | undefined {
  return besides(rows, id, 1) ?? rows.find((row) => row.id !== id);
}

type Places = { list: string; item: (id: string) => string };

export function usePoolDesk(detail: Schema<"ApplicationDetail">, { list, item }: Places) {
  const navigate = useNavigate();
  const toast = useToast();
  const wide = useIsWide();
  const [on] = useSingleKeys();
  const [help, setHelp] = useState(false);
  const offered = useRef<Partial<Record<Decision, Keyed>> | null>(null);
  const rows = useQuery(poolQuery({ page: 1, size: 50 })).data?.items ?? [];
  const next = afterwards(rows, detail.id);
  const may = (key: string) => detail.actions.some(({ action, allowed }) => action === key && allowed);
  const claim = useIntent(
    (action: "claim" | "release", headers) =>
      unwrap(
        api.POST("/government/applications/{id}/review", {
          params: { path: { id: detail.id }, header: ifMatch(detail.version) },
          body: { action, opinion: "", faults: [], amount: null },
          headers,
        }),
      ),
    { changes: "applications", onSuccess: (after) => toast(after.mine ? "已领取" : "已放弃领取") },
  );
  const toggle = may("release")
    ? () => claim.mutate("release")
    : may("claim")
      ? () => claim.mutate("claim")
      : null;
  const step = (by: 1 | -1) => {
    const near = besides(rows, detail.id, by);
    if (near) navigate(item(near.id));
    else toast(by > 0 ? "这是最后一件" : "这是第一件");
  };

  useDeskKeys((command: Command) => {
    if (command === "help") setHelp(true);
    else if (command === "next") step(1);
    else if (command === "previous") step(-1);
    else if (command === "claim") toggle?.();
    else {
      const why = hindrance(command, offered.current, true);
      if (why) toast(why);
      else offered.current?.[command]?.run();
    }
  });

  const desk: Desk = {
    back: { to: list, label: "政策申请" },
    keys: wide && on,
    after: next ? `${next.title}（${next.enterprise}）` : null,
    offer: (decisions) => {
      offered.current = decisions;
    },
    decided: (said) => {
      toast(next ? `${said}。已打开下一件` : `${said}。没有其他待办的申请`);
      navigate(next ? item(next.id) : list);
    },
    failed: () => {},
    gone: () => {},
    next: () => step(1),
    claiming: { claim: null, mine: may("release"), pending: claim.isPending, toggle },
  };
  return { desk, help, closeHelp: () => setHelp(false) };
}
