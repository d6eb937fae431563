package eu.rempart.vault;

import eu.rempart.home.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this server has seen of the vault, in {@code HOME/keys/witness}: which vault and key, and
 * the newest version of each member's key. A database that brings back former rows (an old
 * password, a suspended member, a used invitation) contradicts it. See decision 0008 for what it
 * cannot see. Thread safe.
 */
final class Witness {

  private static final String HEAD = "rempart witness 1";
  private static final HexFormat HEX = HexFormat.of();

  /** The vault, its epoch, and the check value of its key. */
  @SuppressWarnings("ArrayRecordComponent") // compared by matches alone
  record Seen(VaultId vault, byte[] checkValue) {
    boolean matches(VaultId other, byte[] otherCheck) {
      return vault.equals(other) && MessageDigest.isEqual(checkValue, otherCheck);
    }
  }

  private final HomeFolder home;
  private final Path file;
  private final Pepper pepper;
  private final Map<UUID, Integer> versions = new TreeMap<>();
  private @Nullable Seen seen;

  Witness(HomeFolder home, Pepper pepper) {
    this.home = home;
    this.file = home.folder("keys").resolve("witness");
    this.pepper = pepper;
    if (Files.exists(file)) {
      read();
    }
  }

  synchronized Optional<Seen> vault() {
    return Optional.ofNullable(seen);
  }

  /**
   * The newest version of this member’s key that was seen; 0 if none. A lower one is a former one.
   */
  synchronized int newestVersion(UUID memberId) {
    return versions.getOrDefault(memberId, 0);
  }

  synchronized void sawVault(VaultId vault, byte[] checkValue) {
    if (seen == null || !seen.matches(vault, checkValue)) {
      seen = new Seen(vault, checkValue.clone());
      write();
    }
  }

  synchronized void sawVersion(UUID memberId, int version) {
    if (versions.getOrDefault(memberId, 0) < version) {
      versions.put(memberId, version);
      write();
    }
  }

  private void write() {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    if (seen != null) {
      text.append(
          "vault %s %d %s\n"
              .formatted(
                  seen.vault().id(), seen.vault().epoch(), HEX.formatHex(seen.checkValue())));
    }
    versions.forEach((id, version) -> text.append("member %s %d\n".formatted(id, version)));
    String mac = HEX.formatHex(pepper.fileMac(text.toString().getBytes(StandardCharsets.UTF_8)));
    home.write("keys/witness", (text + "mac " + mac + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void read() {
    try {
      String whole = Files.readString(file);
      int end = whole.lastIndexOf("mac ");
      String text = whole.substring(0, Math.max(end, 0));
      byte[] mac = HEX.parseHex(whole.substring(Math.max(end, 0)).replace("mac ", "").strip());
      if (!MessageDigest.isEqual(mac, pepper.fileMac(text.getBytes(StandardCharsets.UTF_8)))) {
        throw damaged();
      }
      text.lines().skip(1).map(line -> line.split(" ", -1)).forEach(this::read);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (IllegalArgumentException e) {
      throw damaged();
    }
  }

  private void read(String[] words) {
    UUID id = UUID.fromString(words[1]);
    int number = Integer.parseInt(words[2]);
    if (words[0].equals("vault")) {
      seen = new Seen(new VaultId(id, number), HEX.parseHex(words[3]));
    } else {
      versions.put(id, number);
    }
  }

  private IllegalStateException damaged() {
    return new IllegalStateException(
        file
            + " is damaged, or the pepper beside it is not the one that it was written with:"
            + " put both back from a backup, or remove this file"
            + " (the server then trusts the key versions that the database shows)");
  }
}
