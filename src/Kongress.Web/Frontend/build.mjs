// Builds what the browser loads into wwwroot/lib: KERN with our own style, our modules, fonts and the reader of QR codes.
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const web = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = join(web, "wwwroot", "lib");
const modules = (await readdir(join(web, "Frontend"))).filter(name => name.endsWith(".entry.js"));

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  absWorkingDir: web,
  entryPoints: ["Frontend/kongress.css", ...modules.map(name => `Frontend/${name}`)],
  entryNames: "[name]",
  assetNames: "[name]",
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022", "safari16.2"],
  loader: { ".woff2": "file", ".svg": "dataurl" },
  logLevel: "warning",
});
await cp(join(web, "node_modules/zxing-wasm/dist/reader/zxing_reader.wasm"), join(out, "zxing_reader.wasm"));
// What the server itself prints with.
for (const weight of ["400Regular", "600SemiBold"]) {
  await cp(join(web, `node_modules/@expo-google-fonts/fira-sans/${weight}/FiraSans_${weight}.ttf`), join(out, `FiraSans_${weight}.ttf`));
}
