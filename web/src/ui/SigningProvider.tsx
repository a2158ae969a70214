/** The one place where a newer version of an agreement is signed, whichever write was refused because of it. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { type AgreementKind, SigningContext } from "@/api/agreements";
import { lazyPart } from "./lazyPart";

const dialog = () => import("./SigningDialog");
const SigningDialog = lazyPart(() => dialog().then((m) => m.SigningDialog));

type Asked = { kind: AgreementKind; answer: (signed: boolean) => void };

export function SigningProvider({ children }: { children: ReactNode }) {
  const [waiting, setWaiting] = useState<readonly Asked[]>([]);
  const running = useRef(new Map<AgreementKind | "due", Promise<boolean>>());
  const queryClient = useQueryClient();
  const sign = useCallback(
    (wanted: AgreementKind | "due") => {
      const one = (kind: AgreementKind) =>
        new Promise<boolean>((resolve) => {
          const asked: Asked = {
            kind,
            answer: (signed) => {
              setWaiting((all) => all.filter((other) => other !== asked));
              resolve(signed);
            },
          };
          setWaiting((all) => [...all, asked]);
        });
      // The page and a write may ask for the same at once: one dialog answers both.
      const same = running.current.get(wanted);
      if (same) return same;
      const answer = wanted === "due" ? dialog().then((m) => m.signDue(queryClient, one)) : one(wanted);
      const ended = answer.finally(() => running.current.delete(wanted));
      running.current.set(wanted, ended);
      return ended;
    },
    [queryClient],
  );
  const [asked] = waiting;
  return (
    <SigningContext value={sign}>
      {children}
      {asked && <SigningDialog key={asked.kind} kind={asked.kind} onAnswer={asked.answer} />}
    </SigningContext>
  );
}
