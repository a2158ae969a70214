/** A step with which the enterprise opens data to an institution: the scopes to choose, and the authorisation to sign. */
import type { ReactNode } from "react";
import type { IntentHeader } from "@/api/intent";
import type { Topic } from "@/api/topics";
import type { Schema } from "@/api/types";
import { FormDialog } from "./FormDialog";
import { chosenScopes, SCOPES, ScopeFields } from "./ScopeFields";

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
    <FormDialog<T & { scopes: Schema<"ConsentScope">[] }, Out>
      {...dialog}
      initialValues={{ scopes: SCOPES, ...initialValues } as T & { scopes: Schema<"ConsentScope">[] }}
      wide
      signs="data_authorization"
      write={(values, headers, authorization_version) =>
        write({ scopes: chosenScopes(values.scopes), authorization_version }, headers, values)
      }
    >
      <p className="notice tone-info dialog-text">{note}</p>
      {children}
      <ScopeFields />
    </FormDialog>
  );
}
