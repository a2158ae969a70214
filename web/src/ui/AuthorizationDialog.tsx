/** A step with which the enterprise opens data to an institution: the scopes to choose, and the authorisation to sign. */
import type { ReactNode } from "react";
import type { IntentHeader } from "@/api/intent";
import { confirmSigner } from "@/api/signature";
import type { Topic } from "@/api/topics";
import type { Schema } from "@/api/types";
import { FormDialog } from "./FormDialog";
import { chosenScopes, SCOPES, ScopeFields } from "./ScopeFields";

/** What every such step asks for; the password is typed again and goes nowhere else. */
type Signing = { scopes: Schema<"ConsentScope">[]; password?: string };

/** As every such step sends it. */
type Signed = { scopes: Schema<"ConsentScope">[]; authorization_version: number };

type Props<T, Out> = {
  title: string;
  okText: string;
  /** Beside the scopes. */
  initialValues?: T & { scopes?: Schema<"ConsentScope">[] };
  write: (signed: Signed, headers: IntentHeader, values: T) => Promise<Out>;
  changes: Topic;
  onDone: (out: Out) => void;
  onClose: () => void;
  /** What is opened to whom, in words. */
  note: ReactNode;
  /** Fields beside the scopes. */
  children?: ReactNode;
};

export function AuthorizationDialog<T extends object, Out>(props: Props<T, Out>) {
  const { initialValues, write, note, children, ...dialog } = props;
  return (
    <FormDialog<T & Signing, Out>
      {...dialog}
      initialValues={{ scopes: SCOPES, ...initialValues } as T & Signing}
      wide
      signs="data_authorization"
      write={async ({ password, ...values }, headers, authorization_version) => {
        await confirmSigner(password);
        const signed = { scopes: chosenScopes(values.scopes), authorization_version };
        return write(signed, headers, values as unknown as T);
      }}
    >
      <p className="notice tone-info dialog-text">{note}</p>
      {children}
      <ScopeFields />
    </FormDialog>
  );
}
