package eu.rempart.account.passkey;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;

/** An authenticator with one passkey that says whatever a test wants (WebAuthn level 3, 6). */
final class SoftAuthenticator {

  static final int UP = 0x01;
  static final int UV = 0x04;
  static final int BE = 0x08;
  static final int BS = 0x10;
  static final int AT = 0x40;
  static final int ED = 0x80;

  private final KeyPair pair;
  byte[] credentialId = new byte[16];
  String host = "crm.example.org";
  String origin = "https://crm.example.org";
  int flags = UP | UV;
  long counter;
  String extra = "";

  SoftAuthenticator() {
    new SecureRandom().nextBytes(credentialId);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] clientData(String type, byte[] challenge) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false%s}"
        .formatted(type, Sent.text(challenge), origin, extra)
        .getBytes(StandardCharsets.UTF_8);
  }

  Enrolled enrol(byte[] challenge) {
    return new Enrolled(clientData("webauthn.create", challenge), attestation(key()));
  }

  byte[] attestation(byte[] cose) {
    byte[] data = concat(head(flags | AT), new byte[16], length(credentialId), credentialId, cose);
    // a map of three: fmt "none", attStmt {}, authData with a length of two bytes
    return concat(
        bytes("a363666d74646e6f6e656761747453746d74a068617574684461746159"), length(data), data);
  }

  private byte[] head(int flags) {
    return concat(
        sha256(host.getBytes(StandardCharsets.UTF_8)),
        new byte[] {(byte) flags},
        ByteBuffer.allocate(4).putInt((int) counter).array());
  }

  /** The public key as COSE has it: EC2, ES256, P-256. */
  byte[] key() {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    return key(fixed(key.getW().getAffineX()), fixed(key.getW().getAffineY()));
  }

  static byte[] key(byte[] x, byte[] y) {
    return concat(bytes("a5010203262001215820"), x, bytes("225820"), y);
  }

  Assertion use(byte[] challenge) {
    return sign(clientData("webauthn.get", challenge), head(flags));
  }

  Assertion sign(byte[] clientData, byte[] authenticator) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(authenticator);
      signature.update(sha256(clientData));
      return new Assertion(credentialId, clientData, authenticator, signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] authenticatorData(byte... after) {
    return concat(head(flags), after);
  }

  private static byte[] length(byte[] bytes) {
    return ByteBuffer.allocate(2).putShort((short) bytes.length).array();
  }

  private static byte[] fixed(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[32];
    int from = Math.max(0, bytes.length - 32);
    System.arraycopy(bytes, from, fixed, 32 - (bytes.length - from), bytes.length - from);
    return fixed;
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(String hex) {
    return java.util.HexFormat.of().parseHex(hex);
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
