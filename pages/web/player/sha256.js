/* SHA-256 (FIPS 180-4): browsers keep their own from pages of a plain http address. */

const WORD = 4294967296; // 2 to the 32nd

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<string>} hexadecimal
 */
export async function sha256(bytes) {
  if (!globalThis.crypto?.subtle) return sha256Plain(bytes);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param {Uint8Array} bytes
 * @returns {string} hexadecimal
 */
export function sha256Plain(bytes) {
  const primes = firstPrimes(64);
  const hash = Uint32Array.from(primes.slice(0, 8), (p) => fraction(Math.sqrt(p)));
  const constants = Uint32Array.from(primes, (p) => fraction(Math.cbrt(p)));
  const view = padded(bytes);
  for (let start = 0; start < view.byteLength; start += 64) {
    const mixed = compress(hash, constants, schedule(view, start));
    mixed.forEach((x, i) => (hash[i] += x));
  }
  return Array.from(hash, (x) => x.toString(16).padStart(8, "0")).join("");
}

/** @param {number} count */
function firstPrimes(count) {
  /** @type {number[]} */
  const primes = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((p) => n % p)) primes.push(n);
  return primes;
}

/**
 * The first 32 bits behind the point.
 * @param {number} root
 */
const fraction = (root) => ((root - Math.floor(root)) * WORD) >>> 0;

/**
 * @param {number} x
 * @param {number} n
 */
const turn = (x, n) => (x >>> n) | (x << (32 - n));

/**
 * The message with its end bit and its length, in whole blocks.
 * @param {Uint8Array} bytes
 */
function padded(bytes) {
  const whole = new Uint8Array(((bytes.length + 72) >> 6) << 6),
    view = new DataView(whole.buffer);
  whole.set(bytes);
  whole[bytes.length] = 128;
  view.setUint32(whole.length - 8, Math.floor(bytes.length / (WORD / 8)));
  view.setUint32(whole.length - 4, bytes.length << 3);
  return view;
}

/**
 * The 64 words of a block.
 * @param {DataView} view
 * @param {number} start
 */
function schedule(view, start) {
  const w = new Uint32Array(64);
  for (let i = 0; i < 16; i++) w[i] = view.getUint32(start + 4 * i);
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15],
      b = w[i - 2];
    const small = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3),
      large = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    w[i] = w[i - 16] + small + w[i - 7] + large;
  }
  return w;
}

/**
 * One block's eight words.
 * @param {Uint32Array} hash
 * @param {Uint32Array} constants
 * @param {Uint32Array} w
 */
function compress(hash, constants, w) {
  let [a, b, c, d, e, f, g, h] = hash;
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g),
      majority = (a & b) ^ (a & c) ^ (b & c);
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + constants[i] + w[i]) | 0;
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return [a, b, c, d, e, f, g, h];
}
