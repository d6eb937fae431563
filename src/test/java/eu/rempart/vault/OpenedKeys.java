package eu.rempart.vault;

import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.Hkdf;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.key.VaultId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The keys of an installation as its recovery kit opens them: what must lie nowhere. */
public final class OpenedKeys {

  private OpenedKeys() {}

  /** The kit's secret, the organisation's key, and the keys derived from it for these tables. */
  public static List<byte[]> of(
      String kit, UUID vault, int epoch, byte[] recoveryWrap, List<String> tables) {
    RecoveryKit parsed = RecoveryKit.parse(kit).orElseThrow();
    Secret root = parsed.open(new VaultId(vault, epoch), recoveryWrap).root();
    List<byte[]> keys = new ArrayList<>();
    keys.add(root.read(byte[]::clone));
    keys.add(Hkdf.expand(root, Binding.of("rempart 1 member keys").bytes()).read(byte[]::clone));
    for (String table : tables) {
      byte[] info = Binding.of("rempart 1 table").and(table).bytes();
      keys.add(Hkdf.expand(root, info).read(byte[]::clone));
    }
    return keys;
  }
}
