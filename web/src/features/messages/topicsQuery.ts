/** Subjects of messages, with unread ones and how the reader is told of them. */
import { readQuery } from "@/api/queries";

export const topicsQuery = readQuery("messages", "/messages/topics");
