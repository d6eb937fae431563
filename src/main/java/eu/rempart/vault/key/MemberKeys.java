package eu.rempart.vault.key;

import eu.rempart.vault.crypto.Aead;
import eu.rempart.vault.crypto.Argon2;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.crypto.Hpke;
import eu.rempart.vault.crypto.KeyPair;
import eu.rempart.vault.crypto.Randomness;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.password.Stretching;
import eu.rempart.vault.password.Stretching.PasswordKeys;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes and opens the rows that lead from a member's password to the organisation's key. */
public final class MemberKeys {

  private static final int PRIVATE_KEY = 32;
  private static final byte[] NOTHING = {};

  private final Stretching stretching;
  private final Pepper pepper;

  public MemberKeys(Stretching stretching, Pepper pepper) {
    this.stretching = stretching;
    this.pepper = pepper;
  }

  /**
   * A row with a fresh salt and key pair.
   *
   * @param keys null for an engineer
   */
  public MemberKey make(
      UUID memberId, int version, char[] password, @Nullable OrganisationKeys keys) {
    byte[] salt = Randomness.bytes(Stretching.SALT_BYTES);
    Argon2.Cost cost = Argon2.Cost.FLOOR;
    try (PasswordKeys opened = stretch(memberId, password, salt, cost)) {
      byte[] verifier = pepper.verifier(memberId, version, keys != null, opened.auth());
      if (keys == null) {
        return new MemberKey(memberId, version, cost, salt, verifier, null);
      }
      MemberKey.Wrap pair = pair(memberId, version, opened.kek(), keys.vault(), keys.checkValue());
      return admitted(new MemberKey(memberId, version, cost, salt, verifier, pair), pair, keys);
    }
  }

  /**
   * What a key is made of before anybody has vouched for it.
   *
   * @param kek opens the private key; whoever gets it destroys it, or hands it on
   */
  public record Chosen(MemberKey key, Secret kek) {}

  /**
   * The key of somebody who does not hold the organisation's yet: as {@link #make}, without
   * vouching and wrap, which an administrator's session adds.
   *
   * @param checkValue of the organisation's key, which the password vouches for from now on
   */
  public Chosen choose(
      UUID memberId, int version, char[] password, VaultId vault, byte[] checkValue) {
    byte[] salt = Randomness.bytes(Stretching.SALT_BYTES);
    Argon2.Cost cost = Argon2.Cost.FLOOR;
    try (PasswordKeys opened = stretch(memberId, password, salt, cost)) {
      byte[] verifier = pepper.verifier(memberId, version, true, opened.auth());
      MemberKey.Wrap pair = pair(memberId, version, opened.kek(), vault, checkValue);
      return new Chosen(
          new MemberKey(memberId, version, cost, salt, verifier, pair), opened.kek().copy());
    }
  }

  /**
   * The row of somebody who is let in.
   *
   * @param pair as {@link #choose} made it
   */
  public static MemberKey admitted(MemberKey chosen, MemberKey.Wrap pair, OrganisationKeys keys) {
    return new MemberKey(
        chosen.memberId(),
        chosen.version(),
        chosen.cost(),
        chosen.salt(),
        chosen.verifier(),
        wrapped(chosen.memberId(), chosen.version(), pair, keys));
  }

  /**
   * A pair that the organisation vouches for, with the organisation's key wrapped to it.
   *
   * @param owner the member, or one of their passkeys
   * @param pair as {@link #pair} made it
   */
  public static MemberKey.Wrap wrapped(
      UUID owner, int version, MemberKey.Wrap pair, OrganisationKeys keys) {
    byte[] mac = keys.vouchFor(owner, version, pair.publicKey());
    return new MemberKey.Wrap(
        pair.publicKey(),
        pair.sealedPrivateKey(),
        mac,
        keys.vault().epoch(),
        wrapFor(owner, version, pair.publicKey(), mac, keys));
  }

  private PasswordKeys stretch(UUID memberId, char[] password, byte[] salt, Argon2.Cost cost) {
    PasswordKeys ofPassword = stretching.stretch(password, salt, cost);
    try {
      return new PasswordKeys(ofPassword.auth(), pepper.mixed(memberId, ofPassword.kek()));
    } finally {
      ofPassword.kek().destroy();
    }
  }

  /**
   * A fresh key pair that nobody has vouched for, and to which nothing is wrapped.
   *
   * @param owner the member, or one of their passkeys
   * @param kek opens the private key
   * @param checkValue of the organisation's key, which {@code kek} vouches for from now on
   */
  public static MemberKey.Wrap pair(
      UUID owner, int version, Secret kek, VaultId vault, byte[] checkValue) {
    KeyPair pair = Hpke.newKeyPair();
    byte[] content = Arrays.copyOf(pair.privateKey().read(byte[]::clone), 2 * PRIVATE_KEY);
    System.arraycopy(checkValue, 0, content, PRIVATE_KEY, PRIVATE_KEY);
    try {
      return new MemberKey.Wrap(
          pair.publicKey(),
          Aead.seal(kek, content, privateKeyBinding(vault, owner, version)),
          NOTHING,
          vault.epoch(),
          NOTHING);
    } finally {
      Arrays.fill(content, (byte) 0);
      pair.privateKey().destroy();
    }
  }

  /**
   * The organisation's key under a member's public key.
   *
   * @throws CryptoException if nobody vouched for that key
   */
  public static byte[] wrapFor(
      UUID memberId, int version, byte[] publicKey, byte[] mac, OrganisationKeys keys) {
    keys.requireVouched(memberId, version, publicKey, mac);
    return Hpke.wrap(
        publicKey,
        keys.root(),
        wrapInfo(keys.vault(), memberId),
        Binding.of("version").and(version).bytes());
  }

  /**
   * The keys of the password, if it is the right one for this row. The caller closes them.
   *
   * @return null for a wrong password, after the same time
   */
  public @Nullable PasswordKeys verify(MemberKey row, char[] password) {
    PasswordKeys opened = stretch(row.memberId(), password, row.salt(), row.cost());
    byte[] verifier =
        pepper.verifier(row.memberId(), row.version(), row.wrap() != null, opened.auth());
    if (MessageDigest.isEqual(verifier, row.verifier())) {
      return opened;
    }
    opened.close();
    return null;
  }

  /**
   * The organisation's key. Every part of the wrap must be what was written together with this
   * password or passkey, and the key must be the one that it vouches for.
   *
   * @param owner the member, or one of their passkeys
   * @throws CryptoException if anything is not
   */
  public static OrganisationKeys open(
      VaultId vault, UUID owner, int version, MemberKey.Wrap wrap, Secret kek) {
    if (wrap.epoch() != vault.epoch()) {
      throw new CryptoException();
    }
    byte[] content =
        Aead.open(kek, wrap.sealedPrivateKey(), privateKeyBinding(vault, owner, version));
    Secret privateKey = Secret.owning(Arrays.copyOf(content, PRIVATE_KEY));
    byte[] expectedCheck = Arrays.copyOfRange(content, PRIVATE_KEY, content.length);
    Arrays.fill(content, (byte) 0);
    try {
      if (!Hpke.isPair(privateKey, wrap.publicKey())) {
        throw new CryptoException();
      }
      Secret root =
          Hpke.unwrap(
              privateKey,
              wrap.orgKeyWrap(),
              wrapInfo(vault, owner),
              Binding.of("version").and(version).bytes());
      OrganisationKeys keys = new OrganisationKeys(vault, root);
      try {
        requireSame(keys.checkValue(), expectedCheck);
        keys.requireVouched(owner, version, wrap.publicKey(), wrap.publicKeyMac());
        return keys;
      } catch (CryptoException e) {
        keys.destroy();
        throw e;
      }
    } finally {
      privateKey.destroy();
    }
  }

  private static void requireSame(byte[] one, byte[] other) {
    if (!MessageDigest.isEqual(one, other)) {
      throw new CryptoException();
    }
  }

  public static byte[] privateKeyBinding(VaultId vault, UUID memberId, int version) {
    return Binding.of("rempart 1 private key")
        .and(vault.id())
        .and(vault.epoch())
        .and(memberId)
        .and(version)
        .bytes();
  }

  public static byte[] wrapInfo(VaultId vault, UUID memberId) {
    return Binding.of("rempart 1 organisation key")
        .and(vault.id())
        .and(memberId)
        .and(vault.epoch())
        .bytes();
  }
}
