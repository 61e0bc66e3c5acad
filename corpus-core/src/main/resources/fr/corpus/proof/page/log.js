/* Transparency logs: signed notes, checkpoints, policies and inclusion proofs of C2SP, by docs/formats/transparency-log.md. */

const MAX_NOTE = 1 << 20;
const MAX_SIGNATURES = 100;
const MAX_PROOF = 2 << 20;
const MAX_PATH = 64;
const MAX_KEY = 8192;
const TYPE_ED25519 = 1;
const TYPE_COSIGNATURE = 4;
const PROOF_HEADER = 'c2sp.org/tlog-proof@v1';

const malformed = (what, detail, ...args) => new Refusal('tlog.malformed.' + what, sentence('tlog.detail.' + detail, ...args));

/** The text of a note or proof: UTF-8 without control characters other than line feeds. */
function plainText(bytes, what, maxBytes) {
  if (bytes.length > maxBytes) {
    throw malformed(what, 'too-large', String(maxBytes));
  }
  const text = textOf(bytes);
  if (text === undefined || /[\0-\x09\x0b-\x1f]/.test(text)) {
    throw malformed(what, 'not-text');
  }
  return text;
}

/** Not empty, no plus sign, control character, Unicode space or half of a surrogate pair. */
const isKeyName = (name) =>
  name !== '' && !/[+\0-\x1f\x85\p{Zs}\p{Zl}\p{Zp}\p{Cs}]/u.test(name);

/** A verifier key: name+id+base64 of type and key. */
function parseKey(text) {
  const [name, id, ...rest] = text.split('+');
  const third = rest.join('+');
  if (text.length > MAX_KEY || rest.length === 0 || id.length !== 8 || !isKeyName(name)) {
    throw malformed('key', 'key-form');
  }
  const typed = fromBase64(third);
  if (!typed) {
    throw malformed('key', 'base64');
  }
  const isKnown = typed[0] === TYPE_ED25519 || typed[0] === TYPE_COSIGNATURE;
  if (typed.length < 2 || (isKnown && typed.length !== 33)) {
    throw malformed('key', 'key-length', String(typed.length - 1));
  }
  const right = hex(sha256(utf8(name + '\n'), typed).subarray(0, 4));
  if (id !== right) {
    throw malformed('key', 'key-id', id, right);
  }
  return { name, id, type: typed[0], isKnown, publicKey: typed.subarray(1), written: text };
}

function parseNote(bytes) {
  const text = plainText(bytes, 'note', MAX_NOTE);
  const blank = text.lastIndexOf('\n\n');
  if (blank < 0) {
    throw malformed('note', 'no-blank-line');
  }
  const lines = text.slice(blank + 2);
  if (!lines.endsWith('\n')) {
    throw malformed('note', 'no-final-line-feed');
  }
  const signatures = lines.slice(0, -1).split('\n').map(parseSignature);
  if (signatures.length > MAX_SIGNATURES) {
    throw malformed('note', 'too-many-signatures', String(MAX_SIGNATURES));
  }
  return { text: text.slice(0, blank + 1), signatures };
}

/** “— name base64”, the bytes being the key's id and the signature. */
function parseSignature(line) {
  const parts = /^\u2014 ([^ ]*) (.*)$/su.exec(line);
  const bytes = parts && isKeyName(parts[1]) ? fromBase64(parts[2]) : undefined;
  if (!bytes || bytes.length <= 4) {
    throw malformed('note', 'signature-line');
  }
  return { name: parts[1], id: hex(bytes.subarray(0, 4)), bytes: bytes.subarray(4) };
}

/** The POSIX time of a cosignature that holds, 0n for a plain signature that does; undefined if it does not. */
function checkSignature(key, text, bytes) {
  if (key.type === TYPE_ED25519) {
    return isSignature(key.publicKey, utf8(text), bytes) ? 0n : undefined;
  }
  if (bytes.length !== 72) {
    return undefined;
  }
  const time = BigInt('0x' + hex(bytes.subarray(0, 8)));
  const message = utf8(`cosignature/v1\ntime ${time}\n${text}`);
  return time < 1n << 63n && isSignature(key.publicKey, message, bytes.subarray(8)) ? time : undefined;
}

/** The known keys that signed, with times, each key once. A false signature of a known key refuses the note. */
function verifyNote(note, knownKeys) {
  const verified = new Map();
  for (const signature of note.signatures) {
    for (const key of knownKeys) {
      if (key.isKnown && key.name === signature.name && key.id === signature.id) {
        const time = checkSignature(key, note.text, signature.bytes);
        if (time === undefined) {
          throw new Refusal('tlog.signature-false', key.name);
        }
        if (!verified.has(key.written)) {
          verified.set(key.written, { key, time });
        }
      }
    }
  }
  if (verified.size === 0) {
    throw new Refusal('tlog.no-known-signature');
  }
  return [...verified.values()];
}

/** Origin, size (a BigInt), root, and further lines. */
function parseCheckpoint(text) {
  if (!text.endsWith('\n')) {
    throw malformed('checkpoint', 'no-final-line-feed');
  }
  const lines = text.slice(0, -1).split('\n');
  if (lines.length < 3 || lines.includes('')) {
    throw malformed('checkpoint', 'lines');
  }
  const size = wholeNumber(lines[1]);
  if (size === undefined) {
    throw malformed('checkpoint', 'number');
  }
  const root = digestFromBase64(lines[2]);
  if (!root) {
    throw malformed('checkpoint', 'digest');
  }
  return { origin: lines[0], size, root, extensions: lines.slice(3), text };
}

/** Requires that a note is signed by a log of the policy whose name is the checkpoint's origin, and has no false signature. */
function acceptLog(policy, note) {
  const known = new Map();
  for (const key of [...policy.logs.values(), ...policy.witnesses.values()]) {
    known.set(key.written, key);
  }
  const verified = verifyNote(note, [...known.values()]);
  const checkpoint = parseCheckpoint(note.text);
  const isOf = (keys, written) => [...keys.values()].some((key) => key.written === written);
  const log = verified.find(({ key }) => isOf(policy.logs, key.written) && key.name === checkpoint.origin);
  if (!log) {
    throw new Refusal('tlog.not-signed-by-log', checkpoint.origin);
  }
  const cosignatures = verified.filter(({ key }) => isOf(policy.witnesses, key.written));
  return { checkpoint, log: log.key, cosignatures };
}

/** Requires the same, and a quorum of witnesses. */
function acceptCheckpoint(policy, note) {
  const accepted = acceptLog(policy, note);
  const { checkpoint, cosignatures } = accepted;
  const cosigners = new Set(cosignatures.map(({ key }) => key.written));
  if (policy.quorum && !isQuorum(policy.quorum, cosigners)) {
    throw new Refusal('tlog.no-quorum', checkpoint.origin, String(checkpoint.size), cosigners.size);
  }
  return accepted;
}

/** When the first known witness saw a checkpoint, in seconds since 1970 (a BigInt); undefined without cosignature. */
function witnessedAt({ cosignatures }) {
  const times = cosignatures.map(({ time }) => time);
  return times.length > 0 ? times.reduce((a, b) => (a < b ? a : b)) : undefined;
}

const isQuorum = (member, cosigners) =>
  member.key ? cosigners.has(member.key.written)
    : member.members.filter((each) => isQuorum(each, cosigners)).length >= member.threshold;

const leafHash = (entry) => sha256(Uint8Array.of(0), entry);
const nodeHash = (left, right) => sha256(Uint8Array.of(1), left, right);

/** The RFC 6962 root over some leaves, which are not none. */
function merkleRoot(leaves) {
  if (leaves.length === 1) {
    return leafHash(leaves[0]);
  }
  const split = 1 << (31 - Math.clz32(leaves.length - 1));
  return nodeHash(merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)));
}

/** The root that follows from a leaf's hash (RFC 9162 section 2.1.3); undefined if the numbers do not fit together. */
function rootOfPath(leaf, index, size, hashes) {
  if (index >= size) {
    return undefined;
  }
  const inner = (index ^ (size - 1n)).toString(2).replace(/^0/, '').length;
  const border = (index >> BigInt(inner)).toString(2).replaceAll('0', '').length;
  if (hashes.length !== inner + border) {
    return undefined;
  }
  return hashes.reduce((hash, sibling, i) => {
    const siblingOnTheRight = i < inner && ((index >> BigInt(i)) & 1n) === 0n;
    return siblingOnTheRight ? nodeHash(hash, sibling) : nodeHash(sibling, hash);
  }, leaf);
}

/** A C2SP tlog-proof. */
function parseLogProof(bytes) {
  const text = plainText(bytes, 'proof', MAX_PROOF);
  const blank = text.indexOf('\n\n');
  if (blank < 0) {
    throw malformed('proof', 'no-blank-line');
  }
  const lines = text.slice(0, blank).split('\n');
  if (lines.shift() !== PROOF_HEADER) {
    throw malformed('proof', 'header', PROOF_HEADER);
  }
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift().slice(6)) ?? null : undefined;
  if (extra === null) {
    throw malformed('proof', 'base64');
  }
  const indexLine = lines.shift();
  if (!indexLine?.startsWith('index ')) {
    throw malformed('proof', 'index-line');
  }
  const index = wholeNumber(indexLine.slice(6));
  if (index === undefined) {
    throw malformed('proof', 'number');
  }
  if (lines.length > MAX_PATH) {
    throw malformed('proof', 'too-many-hashes', String(MAX_PATH));
  }
  const hashes = lines.map(digestFromBase64);
  if (hashes.includes(undefined)) {
    throw malformed('proof', 'digest');
  }
  return { index, hashes, extra, note: parseNote(utf8(text.slice(blank + 2))) };
}

/** Requires that the tree of a checkpoint has a leaf where a proof says. */
function requireInclusion(proof, leaf, { size, root }) {
  const found = rootOfPath(leaf, proof.index, size, proof.hashes);
  if (!found || !sameBytes(found, root)) {
    throw new Refusal('tlog.inclusion-false', String(proof.index), String(size), hex(root), found ? hex(found) : '-');
  }
}

/** Requires that an entry is in a log that the policy accepts; answers the accepted checkpoint. */
function verifyInclusion(proof, leaf, policy) {
  const accepted = acceptCheckpoint(policy, proof.note);
  requireInclusion(proof, leaf, accepted.checkpoint);
  return accepted;
}
