/** What the desk does: opens the neighbour or the next item, runs the decisions by key, and keeps the filters of the queue. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { paths } from "@/app/paths";
import { useIsWide } from "@/lib/useMedia";
import type { Desk, Keyed } from "@/ui/desk/DeskContext";
import { type Command, type Decision, hindrance } from "@/ui/desk/keys";
import { useDeskKeys, useSingleKeys } from "@/ui/desk/useDeskKeys";
import { useToast } from "@/ui/Toast";
import { useDialog } from "@/ui/useDialog";
import { atDesk, offDesk } from "./deskPaths";
import { afterDecision, neighbour, pageBeside, placeOf } from "./nextItem";
import { useClaim } from "./useClaim";
import type { Queue } from "./useQueue";

const { home } = paths.operator;

/** Path of an item at the desk, with the filters and the page of the queue. */
export function deskLink(search: string, link: string, page?: number) {
  const params = new URLSearchParams(search);
  if (page === 1) params.delete("page");
  else if (page) params.set("page", String(page));
  return { pathname: link === home ? home : atDesk(link), search: params.toString() };
}

export function useReviewDesk(queue: Queue) {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const toast = useToast();
  const wide = useIsWide();
  const [on] = useSingleKeys();
  const { open: help, show, close: closeHelp } = useDialog<"help">();
  const [over, setOver] = useState<{ link: string; said: string } | null>(null);
  const offered = useRef<Partial<Record<Decision, Keyed>> | null>(null);
  /** The same for the line of the keys; what is drawn again and again offers the same. */
  const [keys, setKeys] = useState<string | null>(null);
  /** The item whose decision was refused because it is not as it was. */
  const refused = useRef<string | null>(null);
  const open = pathname === home ? null : offDesk(pathname);
  const data = queue.query.data;
  const items = data?.items ?? [];
  const { page } = queue.list;
  /** Where the open item stood when it was last in the queue. */
  const stood = useRef<{ link: string | null; at: number }>({ link: null, at: -1 });
  const place = placeOf(items, open, stood.current.link === open ? stood.current.at : -1);
  useEffect(() => {
    stood.current = { link: open, at: place };
  }, [open, place]);

  const claiming = useClaim(items.find((item) => item.link === open));

  const openHelp = () => show("help");
  const goTo = (link: string, page?: number) => navigate(deskLink(search, link, page));

  const step = async (by: 1 | -1) => {
    if (!data) return;
    const near = neighbour(items, open, place, by);
    if (near) return goTo(near.link);
    const beside = pageBeside(page, by, data.size, data.total);
    if (beside === null) return toast(by > 0 ? "这是最后一件" : "这是第一件");
    const found = (await queryClient.fetchQuery(queue.pageQuery(beside))).items.at(by > 0 ? 0 : -1);
    if (found) goTo(found.link, beside);
  };

  const goOn = async (link: string, said: string) => {
    const near = afterDecision(items, link, place);
    if (near) {
      toast(`${said}。已打开下一件`);
      return goTo(near.link);
    }
    // This page of the queue has nothing else: what is first now.
    const first = await queryClient.fetchQuery({ ...queue.pageQuery(1), staleTime: 0 }).catch(() => null);
    const found = first?.items.find((item) => item.link !== link);
    toast(found ? `${said}。已打开下一件` : `${said}。没有其他待审核的事项`);
    goTo(found?.link ?? home, 1);
  };

  // Not before the page has heard that nothing of it is unsaved any more: its guard would hold us back.
  useEffect(() => {
    if (!over) return;
    setOver(null);
    void goOn(over.link, over.said);
  });

  // After the frame of the centre, which puts the focus on the page as a whole.
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    refused.current = null;
    if (pathname === home) setKeys(null);
    void import("@/lib/keepFocus").then((m) => m.focusOpened());
  }, [pathname]);

  useDeskKeys((command: Command) => {
    if (command === "help") openHelp();
    else if (command === "next") void step(1);
    else if (command === "previous") void step(-1);
    else if (command === "claim") claiming.toggle?.();
    else {
      const why = hindrance(command, offered.current, open !== null);
      if (why) toast(why);
      else offered.current?.[command]?.run();
    }
  });

  const overtaken = () => {
    if (!open || refused.current !== open) return;
    refused.current = null;
    setOver({ link: open, said: "这件已由其他人办结" });
  };

  const after = open ? afterDecision(items, open, place) : undefined;
  const desk: Desk = {
    back: { to: `${home}${search}`, label: "审核工作台" },
    keys: wide && on,
    after: after ? `${after.title}（${after.organization_name}）` : null,
    offer: (decisions) => {
      offered.current = decisions;
      if (decisions) setKeys(Object.keys(decisions).join());
    },
    decided: (said) => {
      if (open) setOver({ link: open, said });
    },
    failed: (conflict) => {
      refused.current = conflict ? open : null;
      // The page may know already that it has gone.
      if (!offered.current) overtaken();
    },
    gone: overtaken,
    next: () => void step(1),
    claiming,
  };
  return { desk, open, keys: keys?.split(",") ?? null, help: help !== null, openHelp, closeHelp, wide };
}
