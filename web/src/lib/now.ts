/** The platform's time: that of the device, ahead by what people who train have moved it on. */

let ahead = 0;

/** Tells what the platform's time was at a moment of the device. */
export function tellTime(platform: string | null | undefined, atDevice: number) {
  ahead = platform ? Math.max(0, new Date(platform).getTime() - atDevice) : 0;
}

/** Now. Where nobody trains it is the device's own. */
export const now = (): Date => new Date(Date.now() + ahead);
