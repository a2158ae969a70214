/** Where a record is reviewed: on a page of its own, or at the desk, with the queue beside it. */

/** The page of a record (`/operator/demands/1`), at the desk. */
export const atDesk = (page: string) => page.replace(/^\/operator\/(?!queue\/)/, "/operator/queue/");

/** And back. */
export const offDesk = (page: string) => page.replace(/^\/operator\/queue\//, "/operator/");
