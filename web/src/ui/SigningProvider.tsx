/** The one place where a newer version of an agreement is signed, whichever write was refused because of it. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useState } from "react";
import { type AgreementKind, SigningContext } from "@/api/agreements";
import { lazyPart } from "./lazyPart";

const dialog = () => import("./SigningDialog");
const SigningDialog = lazyPart(() => dialog().then((m) => m.SigningDialog));

type Asked = { kind: AgreementKind; answer: (signed: boolean) => void };

export function SigningProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const queryClient = useQueryClient();
  const sign = useCallback(
    (wanted: AgreementKind | "due") => {
      const one = (kind: AgreementKind) =>
        new Promise<boolean>((resolve) => {
          setAsked({
            kind,
            answer: (signed) => {
              setAsked(null);
              resolve(signed);
            },
          });
        });
      return wanted === "due" ? dialog().then((m) => m.signDue(queryClient, one)) : one(wanted);
    },
    [queryClient],
  );
  return (
    <SigningContext value={sign}>
      {children}
      {asked && <SigningDialog kind={asked.kind} onAnswer={asked.answer} />}
    </SigningContext>
  );
}
