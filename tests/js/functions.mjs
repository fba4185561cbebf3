/* No function of our scripts is longer than 40 lines, and no line than 110 columns.
   Usage: node functions.mjs FILE … */
import { readFileSync } from "node:fs";
import ts from "typescript";

const LONGEST = 40,
  WIDEST = 110;

/**
 * @param {string} path
 * @returns {string[]} what is wrong, with file and line
 */
function faults(path) {
  const text = readFileSync(path, "utf-8");
  const wide = text
    .split("\n")
    .flatMap((line, n) => (line.length > WIDEST ? [`${path}:${n + 1}: ${line.length} columns`] : []));
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  /** @type {string[]} */
  const long = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    const [first, last] = [node.getStart(source), node.getEnd()].map(
      (at) => source.getLineAndCharacterOfPosition(at).line,
    );
    const lines = last - first + 1;
    if (ts.isFunctionLike(node) && lines > LONGEST)
      long.push(`${path}:${first + 1}: function of ${lines} lines`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...wide, ...long];
}

const found = process.argv.slice(2).flatMap(faults);
if (found.length) {
  console.error(found.join("\n"));
  process.exitCode = 1;
}
