/* Release proofs, by docs/formats/release-proof.md and key-trie.md. */

const MAX_BUNDLE = 128 << 20;
const MAX_KEYS = 100_000;
const MAX_REASONS = 1000;
const MAX_HITS = 1 << 20;
const MAX_STEPS = 2 ** 31;
const MAX_CHECKPOINT = 1 << 16;
const KEY_SETS = ['keys@1', 'keys@2', 'keys@3'];
const [LEAST_HITS, WINDOW, SPREAD] = [4, 32, 48];

const EMPTY = sha256(Uint8Array.of(2));
const LIMITS = JSON.parse(tableOf('limits'));

const malformedBundle = (detail) => new Refusal('proof.malformed-bundle', sentence('proof.detail.' + detail));
const malformedKeyProof = (detail) => new Refusal('proof.malformed-key-proof', sentence('proof.detail.' + detail));

// Key proofs

const END_EMPTY = 0;
const END_HERE = 1;
const END_ANOTHER = 2;

const bitOf = (bytes, i) => (bytes[i >> 3] >> (7 - (i & 7))) & 1;

/** A key proof from its bytes, which have one spelling. */
function parseKeyProof(bytes) {
  if (bytes.length < 4 || bytes[0] !== 1) {
    throw malformedKeyProof('version');
  }
  const kind = bytes[1];
  const depth = bigEndian(bytes.subarray(2, 4));
  const maskBytes = Math.ceil(depth / 8);
  if (kind > END_ANOTHER || depth > 256 || bytes.length < 4 + maskBytes) {
    throw malformedKeyProof('head');
  }
  const mask = bytes.subarray(4, 4 + maskBytes);
  const hashes = bytes.subarray(4 + maskBytes);
  const isThere = Array.from({ length: 8 * maskBytes }, (_, i) => bitOf(mask, i) === 1);
  const count = isThere.filter(Boolean).length;
  if (isThere.slice(depth).includes(true) || hashes.length !== 32 * (count + kind)) {
    throw malformedKeyProof('length');
  }
  let at = 0;
  const next = () => hashes.subarray(at, (at += 32));
  const siblings = isThere.slice(0, depth).map((there) => (there ? next() : EMPTY));
  if (siblings.some((sibling, i) => isThere[i] && sameBytes(sibling, EMPTY))) {
    throw malformedKeyProof('empty-sibling');
  }
  const otherKey = kind === END_ANOTHER ? next() : undefined;
  const valueHash = kind === END_EMPTY ? undefined : next();
  return { kind, siblings, otherKey, valueHash };
}

/** Whether a key proof shows of a key, under a root, what the kind of its end says. */
function holdsKeyProof({ kind, siblings, otherKey, valueHash }, key, root) {
  const depth = siblings.length;
  if (depth > 0 && sameBytes(siblings[depth - 1], EMPTY)) {
    return false;
  }
  if (kind === END_ANOTHER && (sameBytes(otherKey, key) || !siblings.every((_, i) => bitOf(otherKey, i) === bitOf(key, i)))) {
    return false;
  }
  let hash = kind === END_EMPTY ? EMPTY : sha256(Uint8Array.of(0), otherKey ?? key, valueHash);
  for (let level = depth - 1; level >= 0; level--) {
    hash = bitOf(key, level) === 0 ? nodeHash(hash, siblings[level]) : nodeHash(siblings[level], hash);
  }
  return sameBytes(hash, root);
}

// The release

/** What a release with keys commits to, all of it from its checkpoint: the text alone, or a signed note around it. */
function parseRelease(note) {
  if (note.length > MAX_CHECKPOINT) {
    throw malformedBundle('checkpoint');
  }
  const blank = note.indexOf('\n\n');
  const { checkpoint, manifest, keys } = parseCommitment(blank < 0 ? note : note.slice(0, blank + 1));
  if (!keys || checkpoint.size > BigInt(MAX_NUMBER)) {
    throw malformedBundle('checkpoint');
  }
  if (!KEY_SETS.includes(keys.set)) {
    throw malformedBundle('key-set');
  }
  return { note, isSigned: blank >= 0, checkpoint, manifest, keySet: keys.set, keysRoot: keys.root };
}

const releaseJson = ({ note, checkpoint, manifest, keySet, keysRoot }) => ({
  checkpoint: note,
  documents: Number(checkpoint.size),
  keySet,
  keysRoot: hex(keysRoot),
  manifest: hex(manifest),
  origin: checkpoint.origin,
  root: hex(checkpoint.root),
});

// Keys and the documents that have them

function parseKeyEntry(json) {
  const type = json.text('type', oneOf(KEY_TYPES));
  const isSample = type === 'sample';
  const proofBytes = fromBase64(json.text('proof'));
  if (!proofBytes) {
    throw json.refuse('proof');
  }
  const entry = {
    type,
    value: json.text('value'),
    proof: parseKeyProof(proofBytes),
    at: isSample ? json.number('at', MAX_INT) : undefined,
    documents: json.optional('documents', () => json.objects('documents').map((each) => parseHolder(each, isSample))) ?? [],
  };
  json.end();
  if (json.has('documents') && entry.documents.length === 0) {
    throw malformedBundle('form');
  }
  return entry;
}

function parseHolder(json, isSample) {
  const holder = {
    id: json.text('id', (id) => /^[0-9a-f]{40}$/.test(id)),
    license: json.optional('license', () => json.text('license', (text) => text !== '' && !hasOuterWhiteSpace(text))),
    position: isSample ? json.number('position', MAX_INT) : 0,
  };
  json.end();
  return holder;
}

/** The 32 bytes that stand for a document under a key. */
function valueBytes({ id, position, license }) {
  const tag = license === undefined ? new Uint8Array(8) : sha256(utf8(license)).subarray(0, 8);
  return concat(fromHex(id, 20), toBigEndian(position, 4), tag);
}

/** Keys are canonical and ascend; the places of the samples are 0 to their number, each once. */
function requireShape(entries, samples) {
  const places = new Set();
  entries.forEach((entry, i) => {
    if (!isCanonicalKey(entry) || (i > 0 && compareKeys(entries[i - 1], entry) >= 0)) {
      throw malformedBundle('keys');
    }
    if (entry.at !== undefined) {
      if (entry.at >= samples || places.has(entry.at)) {
        throw malformedBundle('places');
      }
      places.add(entry.at);
    }
  });
  if (places.size !== samples) {
    throw malformedBundle('places');
  }
}

/** Requires that the key proof holds and that its documents are those of the release. */
function requireKeyProof(entry, root) {
  const shown = `${entry.type}:${entry.value}`;
  if (!holdsKeyProof(entry.proof, keyDigest(entry.type, entry.value), root)) {
    throw new Refusal('proof.key-proof-false', shown, hex(root));
  }
  const values = entry.documents.map(valueBytes);
  const isPresent = entry.proof.kind === END_HERE;
  const areThose = values.length > 0 && ascends(values.map(hex)) && sameBytes(merkleRoot(values), entry.proof.valueHash ?? EMPTY);
  const mayBeUnlisted = isPresent && entry.type !== 'sample';
  if (values.length === 0 ? isPresent && !mayBeUnlisted : !isPresent || !areThose) {
    throw new Refusal('proof.documents-false', shown);
  }
}

// The verdict

/** What follows from the keys: present if there is any reason. */
function verdictOf(entries, samples) {
  const reasons = entries.filter((entry) => entry.type !== 'sample' && entry.proof.kind === END_HERE).flatMap(exactReasons);
  const quoting = [...sharedSamples(entries).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  let steps = 0;
  for (const [document, { license, hits }] of quoting) {
    hits.sort((a, b) => a.position - b.position || a.at - b.at);
    steps += stepsOf(hits);
    if (steps > MAX_STEPS) {
      throw malformedBundle('too-much');
    }
    if (isQuotation(hits, samples)) {
      const different = new Set(hits.map(({ position }) => position)).size;
      reasons.push({ by: 'sample', document, ...(license === undefined ? {} : { license }), samples: different });
    }
  }
  return { count: reasons.length, reasons: reasons.slice(0, MAX_REASONS), result: reasons.length > 0 ? 'present' : 'absent' };
}

function exactReasons({ type, value, documents }) {
  if (documents.length === 0) {
    return [{ by: type, value }];
  }
  return documents.map(({ id, license }) => ({ by: type, value, document: id, ...(license === undefined ? {} : { license }) }));
}

/** By document, the places where it and the work have the same sample. */
function sharedSamples(entries) {
  const sampled = entries.filter((entry) => entry.type === 'sample');
  if (sampled.reduce((sum, entry) => sum + entry.documents.length, 0) > MAX_HITS) {
    throw malformedBundle('too-much');
  }
  const shared = new Map();
  for (const { at, documents } of sampled) {
    for (const { id, license, position } of documents) {
      if (!shared.has(id)) {
        shared.set(id, { license, hits: [] });
      }
      shared.get(id).hits.push({ position, at });
    }
  }
  return shared;
}

/** How many hits stand within the window of each, summed up. */
function stepsOf(hits) {
  let steps = 0;
  let end = 0;
  hits.forEach((hit, i) => {
    while (end < hits.length && hits[end].position - hit.position < WINDOW) {
      end++;
    }
    steps += end - i;
  });
  return steps;
}

/** Whether enough samples stand together in both texts. */
function isQuotation(hits, samples) {
  const needed = Math.min(LEAST_HITS, Math.max(2, Math.ceil(samples / 2)));
  return hits.some((_, i) => standTogether(hits, i, needed));
}

function standTogether(hits, first, needed) {
  const anchor = hits[first];
  const taken = [];
  let lastPosition = -1;
  for (let j = first; j < hits.length && hits[j].position - anchor.position < WINDOW; j++) {
    const { position, at } = hits[j];
    if (Math.abs(at - anchor.at) < SPREAD && position !== lastPosition && !taken.includes(at)) {
      taken.push(at);
      lastPosition = position;
      if (taken.length === needed) {
        return true;
      }
    }
  }
  return false;
}

// The whole

function loggedOf(json) {
  const logged = parseLogged(utf8(json.text('entry')), utf8(json.text('proof')));
  json.end();
  return logged;
}

/** A proof that says of itself what follows from its checkpoint and keys. */
function parseProof(bytes) {
  if (bytes.length > MAX_BUNDLE) {
    throw malformedBundle('too-large');
  }
  const refuse = () => malformedBundle('json');
  const value = canonicalValue(bytes);
  if (value === undefined) {
    throw malformedBundle('json');
  }
  const json = new Fields(value, refuse);
  if (json.text('format') !== 'corpus-release-proof@1') {
    throw malformedBundle('format');
  }
  const release = parseRelease(json.object('release').text('checkpoint'));
  const samples = json.number('samples', MAX_INT);
  const keys = json.objects('keys');
  if (keys.length === 0 || keys.length > MAX_KEYS) {
    throw malformedBundle('keys');
  }
  const entries = keys.map(parseKeyEntry);
  requireShape(entries, samples);
  const verdict = verdictOf(entries, samples);
  const logged = json.optional('log', () => loggedOf(json.object('log')));
  if (logged && logged.entry.release?.checkpoint.text !== release.note) {
    throw new Refusal('proof.entry-of-another');
  }
  for (const [part, made] of Object.entries({ verdict, release: releaseJson(release), limits: LIMITS })) {
    if (!sameValue(json.take(part, () => true), made)) {
      throw new Refusal('proof.bundle-differs', sentence('proof.part.' + part));
    }
  }
  json.end();
  return { release, logged, samples, entries, verdict };
}

/** Whether the keys are those of a work. A proof about a text alone has no file. */
function isAboutWork(work, entries) {
  const compared = entries.filter(({ type }) => ['bytes', 'text', 'sample'].includes(type));
  const hasBytes = compared.some(({ type }) => type === 'bytes');
  const expected = new Map(work.samples.map((value, at) => ['sample:' + value, at]));
  expected.set('text:' + work.text, undefined);
  if (hasBytes) {
    expected.set('bytes:' + work.bytes, undefined);
  }
  const isThat = ({ type, value, at }) => expected.has(`${type}:${value}`) && expected.get(`${type}:${value}`) === at;
  return compared.length === expected.size && compared.every(isThat);
}

/** Requires that a proof holds; policy and work may be undefined. Answers what it shows, and who stands for its checkpoint. */
function verifyProof(bytes, policy, work) {
  const proof = parseProof(bytes);
  proof.entries.forEach((entry) => requireKeyProof(entry, proof.release.keysRoot));
  if (work && !isAboutWork(work, proof.entries)) {
    throw new Refusal('proof.another-work');
  }
  const log = policy && proof.logged ? acceptLogged(proof.logged, policy) : undefined;
  return { ...proof, log, signature: log ? 'accepted' : signatureOf(proof, policy), workChecked: work !== undefined };
}

function signatureOf({ release: { note, isSigned, checkpoint }, logged }, policy) {
  if (!policy) {
    return isSigned || logged ? 'unchecked' : 'none';
  }
  const accepted = isSigned ? acceptCheckpoint(policy, parseNote(utf8(note))) : undefined;
  if (accepted?.checkpoint.text !== checkpoint.text) {
    throw new Refusal('proof.unsigned');
  }
  return 'accepted';
}
