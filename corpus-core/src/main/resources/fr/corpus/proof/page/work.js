/* The keys of a work, computed from its file, by docs/formats/release-keys.md. The file stays in the browser. */

const MAX_WORK = 64 << 20;
const U64 = (number) => BigInt.asUintN(64, number);

/** The form under which two texts are the same text: canonical text, version 1. */
function canonicalText(text) {
  return text.normalize('NFC')
    .replace(/[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff]+/g, '')
    .replace(/[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g, ' ')
    .replace(/^ | $/g, '')
    .replace(/[\u2019\u02bc\u2032`]/g, "'");
}

/** The 64-bit hash of a token's UTF-16 units, version 1. */
function tokenHash(token) {
  let h = 0x9e3779b97f4a7c15n;
  for (let i = 0; i < token.length; i++) {
    h = U64((h ^ BigInt(token.charCodeAt(i))) * 0xd1342543de82ef95n);
    h ^= h >> 32n;
  }
  let x = h ^ U64(BigInt(token.length) * 0xc4ceb9fe1a85ec53n);
  x = U64((x ^ (x >> 33n)) * 0xff51afd7ed558ccdn);
  x = U64((x ^ (x >> 29n)) * 0xc4ceb9fe1a85ec53n);
  x ^= x >> 32n;
  return x === 0n ? 0x9e3779b97f4a7c15n : x;
}

function mix(value) {
  let h = U64((value ^ (value >> 32n)) * 0x9e3779b97f4a7c15n);
  h = U64((h ^ (h >> 29n)) * 0xbf58476d1ce4e5b9n);
  return h ^ (h >> 32n);
}

/** Calls accept(word) with the folded text of each content word: a token of at least four code points of which something is left. */
function forEachContentWord(text, accept) {
  const known = new Map(); // most words of a text come again
  new FrenchCutter(text).cut((from, to) => {
    const token = text.slice(from, to);
    let folded = known.get(token);
    if (folded === undefined) {
      folded = token.length >= 4 && [...token].length >= 4 ? fold(token) : '';
      known.set(token, folded);
    }
    if (folded !== '') {
      accept(folded);
    }
  });
}

/** The samples of a text, samples@1, as 16 digits, each where it comes first. */
function samplesOf(text) {
  const hashes = new Map();
  const samples = new Set();
  let first; // the hashes of the last two content words
  let second;
  forEachContentWord(text, (word) => {
    if (!hashes.has(word)) {
      hashes.set(word, tokenHash(word));
    }
    const third = hashes.get(word);
    if (first !== undefined) {
      const sequence = mix(U64(mix(U64(mix(first) + second)) + third));
      if (sequence % 16n === 0n) {
        samples.add(sequence.toString(16).padStart(16, '0'));
      }
    }
    [first, second] = [second, third];
  });
  return [...samples];
}

/** Whether every character goes back to one byte of windows-1252 and the bytes are UTF-8 in turn. The command undoes that. */
function mayBeEncodedTwice(text) {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    const byte = sign < '\x80' ? sign.charCodeAt(0) : WINDOWS_1252.indexOf(sign) + 0x80;
    if (byte === 0x7f && sign !== '\x7f') {
      return false;
    }
    bytes[i] = byte;
  }
  return bytes.some((byte) => byte >= 0x80) && textOf(bytes) !== undefined;
}

const WINDOWS_1252 = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 128 }, (_, i) => 128 + i));

/** The text of a file of UTF-8, or of UTF-16 that says so; undefined for others, which only the command reads. */
function textOfWork(bytes) {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return utf16Text(bytes, bytes[0] === 0xff ? 'utf-16le' : 'utf-16be');
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = textOf(hasMark ? bytes.subarray(3) : bytes);
  const isPlain = text !== undefined && (hasMark || (!text.includes('\0') && !mayBeEncodedTwice(text)));
  return isPlain ? text : undefined;
}

function utf16Text(bytes, label) {
  try {
    const text = new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(2));
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** All that is compared of a work: digests of file and text, samples. */
function workKeys(bytes) {
  if (bytes.length === 0 || bytes.length > MAX_WORK) {
    throw new Refusal('proof.page.work-size');
  }
  const text = textOfWork(bytes);
  if (text === undefined) {
    throw new Refusal('proof.page.work-encoding');
  }
  return { bytes: hex(sha256(bytes)), ...textKeys(text) };
}

const textKeys = (text) => ({ text: hex(sha256(utf8(canonicalText(text)))), samples: samplesOf(text) });
