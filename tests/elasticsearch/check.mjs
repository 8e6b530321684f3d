// Reads [{ "type": "SearchRequest", "body": … }] and writes what TypeScript has against each, in order; an empty text: nothing.
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const requests = JSON.parse(fs.readFileSync(0, 'utf8'));
const name = path.join(import.meta.dirname, 'requests.ts');
const lines = requests.map(({ type, body }, n) => `export const request${n}: T.${type} = ${JSON.stringify(body)};`);
const text = ["import type { estypes as T } from '@elastic/elasticsearch';", ...lines, ''].join('\n');

const options = {
  strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext,
};
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists, readFile } = host;
host.getSourceFile = (file, ...rest) => file === name ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true) : getSourceFile.call(host, file, ...rest);
host.fileExists = file => file === name || fileExists.call(host, file);
host.readFile = file => file === name ? text : readFile.call(host, file);

const faults = requests.map(() => '');
for (const fault of ts.getPreEmitDiagnostics(ts.createProgram([name], options, host))) {
  const said = ts.flattenDiagnosticMessageText(fault.messageText, ' ');
  const line = fault.file?.fileName === name ? fault.file.getLineAndCharacterOfPosition(fault.start).line - 1 : -1;
  if (line < 0) throw new Error(said);
  faults[line] += said;
}
process.stdout.write(JSON.stringify(faults));
