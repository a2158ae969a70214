/** Starts the built server with demo data in a temporary folder, and removes the folder when told to stop. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const binary = resolve(root, process.env.CARGO_TARGET_DIR ?? "target", "debug/jinqiao");
const folder = mkdtempSync(join(tmpdir(), "jinqiao-e2e-"));

const server = spawn(binary, ["serve", "--demo"], {
  cwd: folder,
  stdio: ["ignore", "ignore", "inherit"],
  env: {
    ...process.env,
    JINQIAO_DATABASE_URL: `sqlite://${join(folder, "jinqiao.db")}`,
    JINQIAO_FILES_URL: `file://${join(folder, "files")}`,
    JINQIAO_MASTER_KEY_FILE: join(folder, "master.key"),
    JINQIAO_DEMO_CACHE: join(dirname(binary), "demo-cache"),
    // Weak on purpose: the tests log in often.
    JINQIAO_PASSWORD_MEMORY_KIB: "1024",
    JINQIAO_PASSWORD_PASSES: "1",
    RUST_LOG: process.env.RUST_LOG ?? "warn",
  },
});

const stop = () => server.kill("SIGTERM");
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
server.on("error", (error) => console.error(`${binary}: ${error.message}`));
server.on("close", (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});
