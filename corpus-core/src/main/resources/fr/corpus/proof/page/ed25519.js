/* Ed25519 (RFC 8032), checking only: nothing here is secret, so no step needs to hide its time. Written out because browsers
   differ in having it and in what they say to odd keys, and a verdict must not depend on the browser. */

const P = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

function modulo(number) {
  const rest = number % P;
  return rest < 0n ? rest + P : rest;
}

function power(base, exponent) {
  let result = 1n;
  for (let square = base, rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) {
      result = (result * square) % P;
    }
    square = (square * square) % P;
  }
  return result;
}

const inverse = (number) => power(number, P - 2n);
const D = modulo(-121665n * inverse(121666n));
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n);

/** A point (x/z, y/z) of −x² + y² = 1 + d·x²·y², with t = x·y/z. */
const pointOf = (x, y) => ({ x, y, z: 1n, t: (x * y) % P });

const NEUTRAL = pointOf(0n, 1n);

/** RFC 8032 section 5.1.4. */
function addPoints(p, q) {
  const a = ((p.y - p.x) * (q.y - q.x)) % P;
  const b = ((p.y + p.x) * (q.y + q.x)) % P;
  const c = (((p.t * q.t) % P) * 2n * D) % P;
  const d = (p.z * q.z * 2n) % P;
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return { x: modulo(e * f), y: modulo(g * h), z: modulo(f * g), t: modulo(e * h) };
}

function multiplyPoint(point, scalar) {
  let sum = NEUTRAL;
  for (let doubled = point, rest = scalar; rest > 0n; rest >>= 1n) {
    if (rest & 1n) {
      sum = addPoints(sum, doubled);
    }
    doubled = addPoints(doubled, doubled);
  }
  return sum;
}

const samePoint = (p, q) => modulo(p.x * q.z - q.x * p.z) === 0n && modulo(p.y * q.z - q.y * p.z) === 0n;

const littleEndian = (bytes) => BigInt('0x' + hex(bytes.slice().reverse()));

/** The point that 32 bytes stand for (section 5.1.3); undefined if they are the one spelling of no point. */
function decodePoint(bytes) {
  const number = littleEndian(bytes);
  const y = number & (2n ** 255n - 1n);
  const odd = number >> 255n;
  if (y >= P) {
    return undefined;
  }
  const u = modulo(y * y - 1n);
  const v = modulo(D * y * y + 1n);
  const quotient = (u * inverse(v)) % P;
  let x = power(quotient, (P + 3n) / 8n);
  if ((x * x) % P !== quotient) {
    x = (x * ROOT_OF_MINUS_ONE) % P;
  }
  if ((x * x) % P !== quotient || (x === 0n && odd === 1n)) {
    return undefined;
  }
  return pointOf((x & 1n) === odd ? x : P - x, y);
}

const BASE = decodePoint(Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 0x58 : 0x66)));

/** Whether a signature of 64 bytes is that of a key of 32 bytes over the message: S < L, and S·B = R + k·A. */
function isSignature(publicKey, message, signature) {
  if (signature.length !== 64 || publicKey.length !== 32) {
    return false;
  }
  const key = decodePoint(publicKey);
  const r = decodePoint(signature.subarray(0, 32));
  const s = littleEndian(signature.subarray(32));
  if (!key || !r || s >= ORDER) {
    return false;
  }
  const k = littleEndian(sha512(signature.subarray(0, 32), publicKey, message)) % ORDER;
  return samePoint(multiplyPoint(BASE, s), addPoints(r, multiplyPoint(key, k)));
}
