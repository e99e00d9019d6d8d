import { generateKeyPairSync, sign } from 'node:crypto';

/** A key and a certificate for `localhost`, in PEM: enough for a TLS server that the test's browser is told to accept. */
export function selfSignedCertificate(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(COMMON_NAME, text('localhost'))));
  const toBeSigned = sequence(
    tagged(0xa0, integer(2)),
    integer(1),
    sequence(ECDSA_WITH_SHA256),
    name,
    sequence(time('200101000000Z'), time('491231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(
      0xa3,
      sequence(sequence(SUBJECT_ALTERNATIVE_NAME, octets(sequence(tagged(0x82, Buffer.from('localhost')))))),
    ),
  );
  const signature = bits(sign('sha256', toBeSigned, privateKey));
  const certificate = sequence(toBeSigned, sequence(ECDSA_WITH_SHA256), signature);
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
}

// DER (ITU-T X.690): each value is a tag, a length and its bytes; RFC 5280 says which values make a certificate.
const ECDSA_WITH_SHA256 = Buffer.from('06082a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('0603550403', 'hex');
const SUBJECT_ALTERNATIVE_NAME = Buffer.from('0603551d11', 'hex');

const sequence = (...values: Buffer[]) => tagged(0x30, ...values);
const set = (value: Buffer) => tagged(0x31, value);
const integer = (value: number) => tagged(0x02, Buffer.from([value]));
const text = (value: string) => tagged(0x0c, Buffer.from(value));
const time = (value: string) => tagged(0x17, Buffer.from(value));
const octets = (value: Buffer) => tagged(0x04, value);
const bits = (value: Buffer) => tagged(0x03, Buffer.from([0]), value);

function tagged(tag: number, ...values: Buffer[]): Buffer {
  const body = Buffer.concat(values);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(body)]), body]);
}

/** In as few bytes as it takes, or browsers refuse the certificate. */
function lengthOf({ length }: Buffer): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}
