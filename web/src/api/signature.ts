/** Signing: the password is typed again just before, and the write that follows signs. */
import { api, unwrap } from "./client";

export const confirmSigner = (password: string | undefined) =>
  unwrap(api.POST("/account/signature", { body: { password: password ?? "" } }));
