/** What every centre ends its menu with: messages, and the own account. */
import type { Entry } from "./centre";

export const ownEntries = (
  { messages, security }: { messages: string; security: string },
  { securityTab = false }: { securityTab?: boolean } = {},
): Entry[] => [
  {
    to: messages,
    label: "消息",
    icon: "message",
    permission: "messages.read",
    tab: true,
    unread: true,
    load: () => import("@/features/messages/MessagesPage").then((m) => m.MessagesPage),
  },
  {
    to: security,
    label: "账号与安全",
    short: "账号",
    icon: "security",
    permission: "account.own",
    tab: securityTab,
    load: () => import("@/account/SecurityPage").then((m) => m.SecurityPage),
  },
];
