// Asks for flags as a CMS would: OpenFeature's server SDK over its OFREP provider. Reads {"baseUrl", "key", "questions": [{"flag", "default", "context"}]}
// from standard input and writes the details of every answer, in order. Whatever goes wrong in between is in the answers: the SDK never throws.
import dns from 'node:dns';
import { text } from 'node:stream/consumers';
import { OpenFeature } from '@openfeature/server-sdk';
import { OFREPProvider } from '@openfeature/ofrep-provider';

// Names under localhost mean this machine (RFC 6761); not every system's resolver knows.
const lookup = dns.lookup;
dns.lookup = (name, options, answer) =>
  name.endsWith('.localhost')
    ? process.nextTick(() => (options.all ? answer(null, [{ address: '127.0.0.1', family: 4 }]) : answer(null, '127.0.0.1', 4)))
    : lookup(name, options, answer);

const { baseUrl, key, questions } = JSON.parse(await text(process.stdin));
await OpenFeature.setProviderAndWait(new OFREPProvider({ baseUrl, headers: [['Authorization', `Bearer ${key}`]] }));
const client = OpenFeature.getClient();

const ask = {
  boolean: (flag, standard, context) => client.getBooleanDetails(flag, standard, context),
  string: (flag, standard, context) => client.getStringDetails(flag, standard, context),
  number: (flag, standard, context) => client.getNumberDetails(flag, standard, context),
  object: (flag, standard, context) => client.getObjectDetails(flag, standard, context),
};

const answers = [];
for (const { flag, default: standard, context } of questions) answers.push(await ask[typeof standard](flag, standard, context ?? {}));
process.stdout.write(JSON.stringify(answers));
