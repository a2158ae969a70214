/** A few line icons drawn here, decorative only: the text beside them carries the meaning. */

const PATHS = {
  home: "M3 11l9-7 9 7M5 10v10h5v-6h4v6h5V10",
  profile: "M4 4h16v16H4zM8 9h8M8 13h8M8 17h5",
  demand: "M6 3h9l4 4v14H6zM14 3v5h5M9 13h7M9 17h7",
  order: "M8 7h12M8 12h12M8 17h12M4 7h.01M4 12h.01M4 17h.01",
  consent: "M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6zM9 12l2 2 4-4",
  message: "M4 5h16v11H9l-5 4z",
  security: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3",
  market: "M4 9h16l-1.5-5h-13zM5 9v11h14V9M10 20v-6h4v6",
  queue: "M4 4h16v16H4zM8 12l3 3 5-6",
  organization: "M5 21V4h9v17M14 10h5v11M3 21h18M8 8h3M8 12h3M8 16h3",
  audit: "M5 3h14v18H5zM9 8h6M9 12h6M9 16h3",
  complaint: "M4 4h16v13h-9l-5 4v-4H4zM12 7v5M12 14.5h.01",
  jobs: "M12 8v5l3 2M12 3a9 9 0 100 18 9 9 0 000-18z",
  points: "M12 3l2.7 5.6 6.1.8-4.5 4.3 1.1 6.1-5.4-3-5.4 3 1.1-6.1L3.2 9.4l6.1-.8z",
  loan: "M12 3a9 9 0 100 18 9 9 0 000-18zM8.5 8l3.5 4.5L15.5 8M9 13h6M9 16h6M12 12.5V18",
  phone: "M5 4h4l1.5 5-2.5 2a13 13 0 005 5l2-2.5 5 1.5v4c0 1-1 1.5-2 1.5C11 20 4 13 3.5 6c0-1 .5-2 1.5-2z",
  chart: "M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6",
  segments:
    "M8 4a3 3 0 100 6 3 3 0 000-6zM17.5 9a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM9 14a2.5 2.5 0 100 5 2.5 2.5 0 000-5z",
  help: "M12 3a9 9 0 100 18 9 9 0 000-18zM9.5 9.5a2.5 2.5 0 113.5 2.3c-.7.3-1 .8-1 1.7M12 17h.01",
  search: "M11 4a7 7 0 100 14 7 7 0 000-14zM16 16l5 5",
  menu: "M4 6h16M4 12h16M4 18h16",
  close: "M6 6l12 12M18 6L6 18",
  user: "M12 4a4 4 0 100 8 4 4 0 000-8zM4 20c1-4 4-5 8-5s7 1 8 5",
  left: "M15 5l-7 7 7 7",
  right: "M9 5l7 7-7 7",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
