package eu.rempart.vault.key;

import eu.rempart.vault.crypto.Aead;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.FieldCipher;
import eu.rempart.vault.crypto.Hkdf;
import eu.rempart.vault.crypto.Hmac;
import eu.rempart.vault.crypto.RecordKeys;
import eu.rempart.vault.crypto.Secret;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The organisation's key of one epoch, and what is derived from it, in memory. Thread safe. After
 * {@link #destroy} every method throws {@link eu.rempart.vault.crypto.KeyDestroyedException}.
 */
public final class OrganisationKeys {

  private final VaultId vault;
  private final Secret root;
  private final Secret memberMac;
  private final FieldCipher cipher = new FieldCipher();
  private final ConcurrentMap<String, RecordKeys> tables = new ConcurrentHashMap<>();

  /** Takes {@code root} over. */
  public OrganisationKeys(VaultId vault, Secret root) {
    this.vault = vault;
    this.root = root;
    this.memberMac = Hkdf.expand(root, Binding.of("rempart 1 member keys").bytes());
  }

  public VaultId vault() {
    return vault;
  }

  public Secret root() {
    return root;
  }

  public FieldCipher cipher() {
    return cipher;
  }

  public RecordKeys table(String table) {
    RecordKeys keys = tables.get(table);
    return keys != null ? keys : tables.computeIfAbsent(table, this::derive);
  }

  private RecordKeys derive(String table) {
    return new RecordKeys(Hkdf.expand(root, Binding.of("rempart 1 table").and(table).bytes()));
  }

  /** Tells this key from any other, and says nothing of it. */
  public byte[] checkValue() {
    return checkValue(vault, root);
  }

  public static byte[] checkValue(VaultId vault, Secret root) {
    Secret key = Hkdf.expand(root, Binding.of("rempart 1 check").bytes());
    try {
      return Hmac.of(key, Binding.of("vault").and(vault.id()).and(vault.epoch()).bytes());
    } finally {
      key.destroy();
    }
  }

  /** Vouches for a member's public key: the organisation's key is wrapped to no other. */
  public byte[] vouchFor(UUID memberId, int version, byte[] publicKey) {
    return Hmac.of(memberMac, vouched(memberId, version, publicKey));
  }

  /**
   * @throws eu.rempart.vault.crypto.CryptoException if nobody vouched for this key
   */
  public void requireVouched(UUID memberId, int version, byte[] publicKey, byte[] mac) {
    Hmac.check(memberMac, vouched(memberId, version, publicKey), mac);
  }

  /** Vouches for what an administrator made of a member. */
  public byte[] vouchForRole(UUID memberId, String role, int version) {
    return Hmac.of(memberMac, role(memberId, role, version));
  }

  public boolean vouchesForRole(UUID memberId, String role, int version, byte[] mac) {
    return MessageDigest.isEqual(vouchForRole(memberId, role, version), mac);
  }

  private byte[] role(UUID memberId, String role, int version) {
    return Binding.of("role")
        .and(vault.id())
        .and(vault.epoch())
        .and(memberId)
        .and(version)
        .and(role)
        .bytes();
  }

  /** Vouches for the ledger up to a row. */
  public byte[] vouchForLedger(long seq, byte[] hash) {
    Secret key = Hkdf.expand(root, Binding.of("rempart 1 ledger").bytes());
    try {
      return Hmac.of(
          key, Binding.of("head").and(vault.id()).and(vault.epoch()).and(seq).and(hash).bytes());
    } finally {
      key.destroy();
    }
  }

  /** Seals what proves a waiting key, for the sessions of administrators. */
  public byte[] sealAdmission(Secret admission, byte[] bound) {
    Secret key = Hkdf.expand(root, Binding.of("rempart 1 admission").bytes());
    try {
      return admission.read(bytes -> Aead.seal(key, bytes, bound));
    } finally {
      key.destroy();
    }
  }

  /**
   * @throws eu.rempart.vault.crypto.CryptoException if it was not sealed for this invitation
   */
  public Secret openAdmission(byte[] sealed, byte[] bound) {
    Secret key = Hkdf.expand(root, Binding.of("rempart 1 admission").bytes());
    try {
      return Secret.owning(Aead.open(key, sealed, bound));
    } finally {
      key.destroy();
    }
  }

  public byte[] sealPepper(Secret pepper) {
    Secret key = Hkdf.expand(root, Binding.of("rempart 1 pepper").bytes());
    try {
      return pepper.read(bytes -> Aead.seal(key, bytes, pepperBinding()));
    } finally {
      key.destroy();
    }
  }

  /**
   * @throws eu.rempart.vault.crypto.CryptoException if it was not sealed for this vault
   */
  public Secret openPepper(byte[] sealed) {
    Secret key = Hkdf.expand(root, Binding.of("rempart 1 pepper").bytes());
    try {
      return Secret.owning(Aead.open(key, sealed, pepperBinding()));
    } finally {
      key.destroy();
    }
  }

  private byte[] pepperBinding() {
    return Binding.of("pepper").and(vault.id()).and(vault.epoch()).bytes();
  }

  private byte[] vouched(UUID memberId, int version, byte[] publicKey) {
    return Binding.of("public key")
        .and(vault.id())
        .and(vault.epoch())
        .and(memberId)
        .and(version)
        .and(publicKey)
        .bytes();
  }

  public void destroy() {
    root.destroy();
    memberMac.destroy();
    tables.values().forEach(RecordKeys::destroy);
    tables.clear();
  }

  @Override
  public String toString() {
    return "OrganisationKeys";
  }
}
