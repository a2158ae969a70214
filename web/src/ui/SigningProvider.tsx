/** The one place where a newer version of an agreement is signed, whichever write was refused because of it. */
import { type ReactNode, useCallback, useState } from "react";
import { type AgreementKind, SigningContext } from "@/api/agreements";
import { lazyPart } from "./lazyPart";

const SigningDialog = lazyPart(() => import("./SigningDialog").then((m) => m.SigningDialog));

type Asked = { kind: AgreementKind; answer: (signed: boolean) => void };

export function SigningProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const sign = useCallback(
    (kind: AgreementKind) =>
      new Promise<boolean>((resolve) => {
        setAsked({
          kind,
          answer: (signed) => {
            setAsked(null);
            resolve(signed);
          },
        });
      }),
    [],
  );
  return (
    <SigningContext value={sign}>
      {children}
      {asked && <SigningDialog kind={asked.kind} onAnswer={asked.answer} />}
    </SigningContext>
  );
}
