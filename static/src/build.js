// Builds what the pages load, from npm packages and static/src, into static/build/amd.
import { copyFile, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";
import * as sass from "sass";

import { field } from "./field.js";

const src = dirname(fileURLToPath(import.meta.url));
const root = join(src, "..", "..");
const built = join(root, "static", "build", "amd");
// Made beside the files in use, which a page may be loading just now.
const out = `${built}.new`;
const icons = join(
  root,
  "node_modules/nhsuk-frontend/dist/nhsuk/assets/images",
);
const fonts = join(
  root,
  "node_modules/@fontsource-variable/source-sans-3/files",
);

async function styles() {
  for (const name of ["main", "admin"]) {
    const { css } = sass.compile(join(src, "scss", `${name}.scss`), {
      style: "compressed",
      loadPaths: [join(root, "node_modules")],
      quietDeps: true,
    });
    await writeFile(join(out, `${name}.css`), css);
  }
}

async function scripts() {
  await build({
    entryPoints: ["admin.js", "main.js", "supported.js"].map((name) =>
      join(src, "js", name),
    ),
    outdir: out,
    bundle: true,
    format: "esm",
    target: "es2020",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  });
}

async function faces() {
  await mkdir(join(out, "fonts"));
  for (const range of ["latin", "latin-ext"]) {
    const name = `source-sans-3-${range}-wght-normal.woff2`;
    await copyFile(join(fonts, name), join(out, "fonts", name));
  }
}

async function pictures() {
  await mkdir(join(out, "img"));
  const lit = "#ffb81c";
  await writeFile(
    join(out, "img", "field.svg"),
    field({ width: 572, height: 624, dot: "#2b79c4", lit }),
  );
  await copyFile(join(src, "img/favicon.svg"), join(out, "img/favicon.svg"));
  for (const icon of ["arrow-down", "arrow-up-down", "arrow-up", "cross"]) {
    const name = `nhsuk-icon-${icon}.svg`;
    await copyFile(join(icons, name), join(out, "img", name));
  }
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await Promise.all([styles(), scripts(), faces(), pictures()]);
await rm(built, { recursive: true, force: true });
await rename(out, built);
console.log("Built static/build/amd");
