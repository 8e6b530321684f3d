// Signs somebody in with openid-client by discovery alone, and uses everything that the host offers. Reads {"issuer", "client", "secret", "redirect",
// "email", "password"} from standard input and writes what it saw. Whatever the library finds wrong ends it with an error.
import dns from 'node:dns';
import { text } from 'node:stream/consumers';
import * as oidc from 'openid-client';

// Names under localhost mean this machine (RFC 6761); not every system's resolver knows.
const lookup = dns.lookup;
dns.lookup = (name, options, answer) =>
  name.endsWith('.localhost')
    ? process.nextTick(() => (options.all ? answer(null, [{ address: '127.0.0.1', family: 4 }]) : answer(null, '127.0.0.1', 4)))
    : lookup(name, options, answer);

const { issuer, client, secret, redirect, email, password } = JSON.parse(await text(process.stdin));
const config = await oidc.discovery(new URL(issuer), client, secret, undefined, { execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks] });

const verifier = oidc.randomPKCECodeVerifier();
const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
const ask = oidc.buildAuthorizationUrl(config, {
  redirect_uri: redirect,
  scope: 'openid profile email offline_access tickets:read',
  code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
  state,
  nonce,
});

const answer = await browse(ask);
const tokens = await oidc.authorizationCodeGrant(config, answer, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true });
const claims = tokens.claims();
const user = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
const refreshed = await oidc.refreshTokenGrant(config, tokens.refresh_token);
const seen = await oidc.tokenIntrospection(config, refreshed.access_token);
const own = await oidc.clientCredentialsGrant(config, { scope: 'tickets:read' });
const end = oidc.buildEndSessionUrl(config, { id_token_hint: refreshed.id_token, post_logout_redirect_uri: redirect });
await oidc.tokenRevocation(config, refreshed.refresh_token);
const after = await oidc.tokenIntrospection(config, refreshed.access_token);
process.stdout.write(JSON.stringify({ claims, user, seen, own: own.scope, after, end: end.href }));

// What a browser does: signs in, allows, follows; without running any script.
async function browse(address) {
  let cookie = '';
  let request = { address, method: 'GET' };
  for (let step = 0; step < 10; step++) {
    const response = await fetch(request.address, {
      method: request.method,
      body: request.form && new URLSearchParams(request.form),
      redirect: 'manual',
      headers: { cookie, origin: new URL(issuer).origin },
    });
    for (const set of response.headers.getSetCookie()) cookie = [cookie, set.split(';')[0]].filter(Boolean).join('; ');
    if (response.status >= 300 && response.status < 400) {
      const next = new URL(response.headers.get('location'), request.address);
      if (next.href.startsWith(redirect)) return next;
      request = { address: next, method: 'GET' };
      continue;
    }
    const html = await response.text();
    if (response.status !== 200) throw new Error(`${response.status} at ${request.address}: ${html}`);
    const form = Object.fromEntries([...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name, value]) => [name, unescape(value)]));
    const action = new URL(/<form method="post" action="([^"]*)">/.exec(html)[1], issuer);
    request = { address: action, method: 'POST', form: html.includes('name="password"') ? { ...form, email, password } : { ...form, consent: 'allow' } };
  }
  throw new Error('The browser did not come back.');
}

function unescape(html) {
  return html.replace(/&#x([0-9A-F]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16))).replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}
