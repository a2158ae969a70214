/**
 * A dialog or a form whose code loads when it is first shown: `const Contact = lazyPart(() => import("./ContactDialog").then(…))`.
 * A part between others of a page keeps its place meanwhile, with a `fallback`.
 */
import { type ComponentProps, type ComponentType, lazy, type ReactNode, Suspense } from "react";
import { useIsPhone } from "@/lib/useMedia";

export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  fallback: ReactNode = null,
): ComponentType<P> {
  const Loaded = lazy(async () => ({ default: await load() }));
  return (props: P) => (
    <Suspense fallback={fallback}>
      <Loaded {...(props as ComponentProps<typeof Loaded>)} />
    </Suspense>
  );
}

/** The place of a part that comes later and is `rem` high (`phone` there), so that nothing below it moves. */
export function Room({ rem, phone = rem }: { rem: number; phone?: number }) {
  return <div style={{ minHeight: `${useIsPhone() ? phone : rem}rem` }} />;
}
