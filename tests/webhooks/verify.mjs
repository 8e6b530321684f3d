// Checks requests as a receiver would. Reads [{"secret", "headers", "body"}] from standard input and writes for each what the body holds, or
// null where the signature is not good.
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

const answers = JSON.parse(await text(process.stdin)).map(({ secret, headers, body }) => {
  // A test moves the product's clock; the library compares the moment with its own.
  Date.now = () => headers['webhook-timestamp'] * 1000;
  try {
    return new Webhook(secret).verify(body, headers);
  } catch {
    return null;
  }
});
process.stdout.write(JSON.stringify(answers));
