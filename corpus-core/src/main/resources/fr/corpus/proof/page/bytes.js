/* Bytes and their spellings. Each value has one spelling; any other is refused. */

/** A refusal: the name and the arguments of a sentence, by the same names as in the command. */
class Refusal extends Error {
  constructor(key, ...args) {
    super(key);
    this.key = key;
    this.args = args;
  }
}

/** The name and the arguments of a sentence that stands inside of another. */
const sentence = (key, ...args) => ({ key, args });

const utf8 = (text) => new TextEncoder().encode(text);

/** The text of valid UTF-8, a byte order mark included; undefined for other bytes. */
function textOf(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function concat(...parts) {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Negative, zero or positive, as unsigned bytes from the left. */
function compareBytes(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i] !== b[i]) {
      return a[i] - b[i];
    }
  }
  return a.length - b.length;
}

const sameBytes = (a, b) => compareBytes(a, b) === 0;

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The bytes of lower-case hexadecimal digits; undefined unless there are exactly so many bytes. */
function fromHex(text, length) {
  if (text.length !== 2 * length || !/^[0-9a-f]*$/.test(text)) {
    return undefined;
  }
  return Uint8Array.from({ length }, (_, i) => parseInt(text.slice(2 * i, 2 * i + 2), 16));
}

/** The number of so many bytes, the most significant first. */
const bigEndian = (bytes) => bytes.reduce((number, byte) => number * 256 + byte, 0);

function toBigEndian(number, length) {
  const bytes = new Uint8Array(length);
  for (let i = length - 1, rest = number; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** RFC 4648 section 4 with padding and zero trailing bits; undefined for anything else. */
function fromBase64(text) {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (text.length % 4 !== 0) {
    return undefined;
  }
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let bits = 0;
  let count = 0;
  let at = 0;
  for (let i = 0; i < text.length - padding; i++) {
    const digit = BASE64.indexOf(text[i]);
    if (digit < 0) {
      return undefined;
    }
    bits = ((bits << 6) | digit) & 0xffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[at++] = bits >> count;
    }
  }
  return (bits & ((1 << count) - 1)) === 0 ? bytes : undefined;
}

/** The base64 of 32 bytes; undefined for anything else. */
function digestFromBase64(text) {
  const bytes = fromBase64(text);
  return bytes && bytes.length === 32 ? bytes : undefined;
}

/** ASCII digits without sign and leading zero, at most 2^63 − 1, as a BigInt; undefined for anything else. */
function wholeNumber(text) {
  if (!/^(0|[1-9][0-9]{0,18})$/.test(text)) {
    return undefined;
  }
  const number = BigInt(text);
  return number < 1n << 63n ? number : undefined;
}
