interface Running {
  dir: string | undefined;
  readonly stops: (() => Promise<void>)[];
}

// Jest loads setup and teardown apart from each other, in one process: only the process itself is shared.
const shared = globalThis as { umTestServers?: Running };

/** The servers that the whole test run shares, from setup to teardown. */
export const running: Running = (shared.umTestServers ??= { dir: undefined, stops: [] });
