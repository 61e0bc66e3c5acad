/* Which values are keys in their canonical form: only of those does absence say anything. By docs/formats/release-keys.md. */

/** In the order of keys; iscc is a key of reservations that a release does not have. */
const KEY_TYPES = ['bytes', 'text', 'url', 'prefix', 'host', 'domain', 'isbn', 'issn', 'doi', 'ark', 'isni', 'author', 'iscc', 'sample'];

const keyDigest = (type, value) => sha256(utf8(type + '\0' + value));

/** Negative, zero or positive: by type, then by the UTF-16 units of the value. */
function compareKeys(a, b) {
  const byType = KEY_TYPES.indexOf(a.type) - KEY_TYPES.indexOf(b.type);
  return byType !== 0 ? byType : a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
}

const CANONICAL = {
  bytes: isDigestHex,
  text: isDigestHex,
  url: isWebAddress,
  prefix: (value) => value.endsWith('/') && isWebAddress(value),
  host: isHostName,
  domain: isHostName,
  isbn: (value) => /^97[89][0-9]{10}$/.test(value) && weighted(value, 12, (i) => (i % 2 ? 3 : 1), 10) === value[12],
  issn: (value) => /^[0-9]{4}-[0-9]{3}[0-9X]$/.test(value) && weighted(value.replace('-', ''), 7, (i) => 8 - i, 11) === value[8],
  doi: (value) => /^10\.[0-9]{4,9}(\.[0-9]+)*\/[^ \t\n\v\f\r]+$/.test(value) && !/[A-Z]/.test(value) && !endsInWhiteSpace(value),
  ark: (value) => /^ark:\/[0-9a-z]{5,9}\/[0-9A-Za-z=~*+@_$%]+$/.test(value),
  isni: (value) => /^[0-9]{15}[0-9X]$/.test(value) && isniCheck(value) === value[15],
  author: isAuthorName,
  iscc: () => false,
  sample: (value) => /^[0-9a-f]{15}0$/.test(value),
};

const isCanonicalKey = ({ type, value }) => Object.hasOwn(CANONICAL, type) && CANONICAL[type](value);

const checkSign = (number) => (number === 10 ? 'X' : String(number));

/** The check sign that makes the weighted sum of the digits divisible. */
function weighted(digits, count, weight, modulus) {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    sum += Number(digits[i]) * weight(i);
  }
  return checkSign((modulus - (sum % modulus)) % modulus);
}

/** ISO 7064, MOD 11-2. */
function isniCheck(digits) {
  let total = 0;
  for (let i = 0; i < 15; i++) {
    total = ((total + Number(digits[i])) * 2) % 11;
  }
  return checkSign((12 - total) % 11);
}

/** White space at which the reader of identifiers cuts: spaces that may break, line and paragraph ends, controls among them. */
const WHITE_SPACE = /[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/;
const endsInWhiteSpace = (text) => WHITE_SPACE.test(text[text.length - 1]);
const hasOuterWhiteSpace = (text) => WHITE_SPACE.test(text[0]) || endsInWhiteSpace(text);

/** Lower case, no final dot, labels of 1 to 63 characters. */
function isHostName(value) {
  return /^[-a-z0-9._:[\]]+$/.test(value) && value.split('.').every((label) => label.length >= 1 && label.length <= 63);
}

/** host[:port]/path[?query] as an address is written when it is normalized (RFC 3986 section 6.2.2), https being the scheme. */
function isWebAddress(value) {
  const parts = /^([^/?#@]+)(\/[^?#]*)(\?[^#]*)?$/.exec(value);
  return value.length <= 8184 && parts !== null && isAuthority(parts[1]) && isPath(parts[2]) && isQuery(parts[3] ?? '?');
}

/** A host, or an IPv6 address in brackets; at the last colon after it, a port that is not that of https. */
function isAuthority(authority) {
  const colon = authority.lastIndexOf(':');
  const hasPort = colon > authority.lastIndexOf(']');
  const host = hasPort ? authority.slice(0, colon) : authority;
  const port = hasPort ? authority.slice(colon + 1) : '80';
  if (!/^[0-9]+$/.test(port) || port === '443' || !isHostName(host)) {
    return false;
  }
  const isBracketed = /[[\]]/.test(host);
  return !isBracketed || (/^\[.*\]$/.test(host) && isIpv6(host.slice(1, -1)) && Number(port) < 2 ** 31);
}

/** Eight groups of four hexadecimal digits, the last two also as IPv4; some zeros left out by one double colon. */
function isIpv6(text) {
  const halves = text.split('::');
  const groups = halves.map(ipv6Groups);
  if (halves.length > 2 || groups.includes(undefined) || groups.slice(0, -1).some((half) => half.dotted)) {
    return false;
  }
  const count = groups.reduce((sum, half) => sum + half.count, 0);
  return halves.length === 2 ? count < 8 : count === 8;
}

function ipv6Groups(half) {
  if (half === '') {
    return { count: 0, dotted: false };
  }
  const groups = half.split(':');
  const dotted = groups[groups.length - 1].includes('.');
  const last = dotted ? groups.pop() : undefined;
  const isRight = groups.every((group) => /^[0-9a-f]{1,4}$/.test(group)) && (!dotted || isIpv4(last));
  return isRight ? { count: groups.length + (dotted ? 2 : 0), dotted } : undefined;
}

const isIpv4 = (text) =>
  /^[0-9]+(\.[0-9]+){3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255);

/** No empty segment but the last, no dot segment. */
function isPath(path) {
  const segments = path.slice(1).split('/');
  const last = segments.length - 1;
  return /^([-A-Za-z0-9_.!~*'():@&=+$,;/]|%[0-9A-F]{2})*$/.test(path) && isDecoded(path)
    && segments.every((segment, i) => segment !== '.' && segment !== '..' && (segment !== '' || i === last));
}

const isQuery = (query) =>
  /^\?([-A-Za-z0-9_.!~*'():@&=+$,;/?[\]]|%[0-9A-F]{2})*$/.test(query) && isDecoded(query);

/** No character is encoded that need not be. */
const isDecoded = (text) =>
  [...text.matchAll(/%(..)/g)].every(([, digits]) => !/[-A-Za-z0-9._~]/.test(String.fromCharCode(parseInt(digits, 16))));

/** Words of lower-case letters without marks and ligatures, sorted, one space between. */
function isAuthorName(value) {
  const words = value.split(' ');
  const bare = value.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
  return bare === value && !/[œæß]/.test(value)
    && words.every((word, i) => /^\p{L}+$/u.test(word) && (i === 0 || words[i - 1] <= word))
    && [...value].every((sign) => sign === ' ' || isLetterOrIdeograph(kindOf(sign.codePointAt(0))));
}
