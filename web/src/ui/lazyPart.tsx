/** A dialog or a form whose code loads when it is first shown: `const Contact = lazyPart(() => import("./ContactDialog").then(…))`. */
import { type ComponentProps, type ComponentType, lazy, Suspense } from "react";

export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Loaded = lazy(async () => ({ default: await load() }));
  return (props: P) => (
    <Suspense fallback={null}>
      <Loaded {...(props as ComponentProps<typeof Loaded>)} />
    </Suspense>
  );
}
