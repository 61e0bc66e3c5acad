/* SHA-256 and SHA-512 (FIPS 180-4), here and not by the browser's crypto.subtle, which answers later, costs much more for a
   short message than hashing it, and is missing on pages that come over plain http. */

/** The largest root with root^power <= number. */
function wholeRoot(number, power) {
  let root = 0n;
  for (let bit = 1n << 72n; bit > 0n; bit >>= 1n) {
    if ((root + bit) ** power <= number) {
      root += bit;
    }
  }
  return root;
}

const PRIMES = [];
for (let n = 2; PRIMES.length < 80; n++) {
  if (PRIMES.every((prime) => n % prime !== 0)) {
    PRIMES.push(n);
  }
}

/** 64 bits after the point of the roots of primes: the constants of SHA-512, whose upper halves are those of SHA-256. */
const fraction = (prime, power) => BigInt.asUintN(64, wholeRoot(BigInt(prime) << (64n * power), power));
const upper = (number) => Number(number >> 32n);
const lower = (number) => Number(number & 0xffffffffn);

const ROUND_CONSTANTS = PRIMES.map((prime) => fraction(prime, 3n));
const FIRST_STATE = PRIMES.slice(0, 8).map((prime) => fraction(prime, 2n));

const K256 = Int32Array.from(ROUND_CONSTANTS.slice(0, 64), upper);
const H256 = Int32Array.from(FIRST_STATE, upper);
const K512 = Int32Array.from(ROUND_CONSTANTS.flatMap((number) => [upper(number), lower(number)]));
const H512 = Int32Array.from(FIRST_STATE.flatMap((number) => [upper(number), lower(number)]));

/** The message, a bit 1, zeros, and the length in bits in the last eight bytes of a block. */
function paddedMessage(parts, blockBytes, lengthBytes) {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const padded = new Uint8Array(Math.ceil((length + 1 + lengthBytes) / blockBytes) * blockBytes);
  let at = 0;
  for (const part of parts) {
    padded.set(part, at);
    at += part.length;
  }
  padded[length] = 0x80;
  padded.set(toBigEndian(length * 8, 8), padded.length - 8);
  return padded;
}

function digestBytes(state) {
  const bytes = new Uint8Array(4 * state.length);
  state.forEach((word, i) => new DataView(bytes.buffer).setInt32(4 * i, word));
  return bytes;
}

const schedule256 = new Int32Array(64);

function block256(state, view, at) {
  const w = schedule256;
  for (let i = 0; i < 16; i++) {
    w[i] = view.getInt32(at + 4 * i);
  }
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15];
    const y = w[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + s1 + ((e & f) ^ (~e & g)) + K256[i] + w[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  const worked = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i++) {
    state[i] += worked[i];
  }
}

/** SHA-256 of some parts one after the other. */
function sha256(...parts) {
  const message = paddedMessage(parts, 64, 8);
  const view = new DataView(message.buffer);
  const state = H256.slice();
  for (let at = 0; at < message.length; at += 64) {
    block256(state, view, at);
  }
  return digestBytes(state);
}

/* SHA-512 works on 64-bit words: here pairs of 32-bit numbers, the upper one first. */

const TWO32 = 0x100000000;
const schedule512 = new Int32Array(160);

/** The upper half of x rotated right by n; of the lower half with the arguments exchanged. n from 1 to 63, not 32. */
const rotated = (hi, lo, n) => (n < 32 ? (hi >>> n) | (lo << (32 - n)) : (lo >>> (n - 32)) | (hi << (64 - n)));

/** Puts the sum of some words, given as pairs, into target[at], target[at + 1]. */
function sum512(target, at, his, los) {
  let low = 0;
  let high = 0;
  for (let i = 0; i < los.length; i++) {
    low += los[i] >>> 0;
    high += his[i] >>> 0;
  }
  target[at + 1] = low;
  target[at] = high + Math.floor(low / TWO32);
}

function expand512(w) {
  for (let i = 32; i < 160; i += 2) {
    const [xh, xl, yh, yl] = [w[i - 30], w[i - 29], w[i - 4], w[i - 3]];
    const s0h = rotated(xh, xl, 1) ^ rotated(xh, xl, 8) ^ (xh >>> 7);
    const s0l = rotated(xl, xh, 1) ^ rotated(xl, xh, 8) ^ ((xl >>> 7) | (xh << 25));
    const s1h = rotated(yh, yl, 19) ^ rotated(yh, yl, 61) ^ (yh >>> 6);
    const s1l = rotated(yl, yh, 19) ^ rotated(yl, yh, 61) ^ ((yl >>> 6) | (yh << 26));
    sum512(w, i, [w[i - 32], s0h, w[i - 14], s1h], [w[i - 31], s0l, w[i - 13], s1l]);
  }
}

/** Works one round: s holds the eight words a to h, moved by one place afterwards. */
function round512(s, wh, wl, kh, kl) {
  const [ah, al, bh, bl, ch, cl, , , eh, el, fh, fl, gh, gl, hh, hl] = s;
  const s1h = rotated(eh, el, 14) ^ rotated(eh, el, 18) ^ rotated(eh, el, 41);
  const s1l = rotated(el, eh, 14) ^ rotated(el, eh, 18) ^ rotated(el, eh, 41);
  const first = [0, 0];
  sum512(first, 0, [hh, s1h, (eh & fh) ^ (~eh & gh), kh, wh], [hl, s1l, (el & fl) ^ (~el & gl), kl, wl]);
  const s0h = rotated(ah, al, 28) ^ rotated(ah, al, 34) ^ rotated(ah, al, 39);
  const s0l = rotated(al, ah, 28) ^ rotated(al, ah, 34) ^ rotated(al, ah, 39);
  const majorityHigh = (ah & bh) ^ (ah & ch) ^ (bh & ch);
  const majorityLow = (al & bl) ^ (al & cl) ^ (bl & cl);
  const [dh, dl] = [s[6], s[7]];
  s.copyWithin(2, 0, 14);
  sum512(s, 8, [dh, first[0]], [dl, first[1]]);
  sum512(s, 0, [first[0], s0h, majorityHigh], [first[1], s0l, majorityLow]);
}

/** SHA-512 of some parts one after the other. */
function sha512(...parts) {
  const message = paddedMessage(parts, 128, 16);
  const view = new DataView(message.buffer);
  const state = H512.slice();
  const w = schedule512;
  for (let at = 0; at < message.length; at += 128) {
    for (let i = 0; i < 32; i++) {
      w[i] = view.getInt32(at + 4 * i);
    }
    expand512(w);
    const s = state.slice();
    for (let i = 0; i < 160; i += 2) {
      round512(s, w[i], w[i + 1], K512[i], K512[i + 1]);
    }
    for (let i = 0; i < 16; i += 2) {
      sum512(state, i, [state[i], s[i]], [state[i + 1], s[i + 1]]);
    }
  }
  return digestBytes(state);
}
