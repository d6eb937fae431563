package eu.rempart.vault;

import eu.rempart.vault.crypto.Aead;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.CodeText;
import eu.rempart.vault.crypto.Hkdf;
import eu.rempart.vault.crypto.Randomness;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.key.OrganisationKeys;
import eu.rempart.vault.key.VaultId;
import java.util.List;
import java.util.Optional;

/**
 * 256 random bits that open the organisation's key when every administrator is lost: 14 groups of
 * four characters, the last of them a checksum. Shown once, kept on paper, never stored here.
 */
public final class RecoveryKit {

  public static final int GROUPS = 14;
  private static final int BYTES = 32;
  private static final int CHECKSUM = 3;

  private final Secret secret;

  private RecoveryKit(Secret secret) {
    this.secret = secret;
  }

  static RecoveryKit fresh() {
    return new RecoveryKit(Secret.owning(Randomness.bytes(BYTES)));
  }

  /** What was typed from paper; empty if a character is wrong or missing. */
  public static Optional<RecoveryKit> parse(String typed) {
    return CodeText.read(typed, BYTES, CHECKSUM).map(Secret::owning).map(RecoveryKit::new);
  }

  /** The whole kit, groups parted by hyphens: show it, never log it. */
  public String reveal() {
    return secret.read(bytes -> CodeText.write(bytes, CHECKSUM));
  }

  /** The {@value #GROUPS} groups of {@link #reveal}. */
  public List<String> groups() {
    return List.of(reveal().split("-", -1));
  }

  /**
   * Whether somebody who wrote the kit down can type one of its groups back.
   *
   * @param group 0 to 13
   */
  public boolean confirms(int group, String typed) {
    String tolerant =
        typed.strip().toUpperCase(java.util.Locale.ROOT).replace('O', '0').replaceAll("[IL]", "1");
    return groups().get(group).equals(tolerant);
  }

  byte[] wrap(OrganisationKeys keys) {
    Secret key = key();
    try {
      return keys.root().read(root -> Aead.seal(key, root, binding(keys.vault())));
    } finally {
      key.destroy();
    }
  }

  /**
   * @throws eu.rempart.vault.crypto.CryptoException if this is not the vault's kit
   */
  OrganisationKeys open(VaultId vault, byte[] wrap) {
    Secret key = key();
    try {
      return new OrganisationKeys(vault, Secret.owning(Aead.open(key, wrap, binding(vault))));
    } finally {
      key.destroy();
    }
  }

  private Secret key() {
    return Hkdf.derive(secret, Binding.of("rempart 1 recovery").bytes());
  }

  private static byte[] binding(VaultId vault) {
    return Binding.of("recovery").and(vault.id()).and(vault.epoch()).bytes();
  }

  @Override
  public String toString() {
    return "";
  }
}
