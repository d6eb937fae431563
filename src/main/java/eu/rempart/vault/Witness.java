package eu.rempart.vault;

import eu.rempart.home.HomeFolder;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this server has seen of the vault, in {@code HOME/keys/witness}: which vault and key, the
 * newest version of each member's key and role, which versions were refused, and how long the
 * ledger was. A database that brings back former rows (an old password, a suspended member, a used
 * invitation, a role that was taken away) contradicts it. See decision 0010 for what it cannot see.
 * Where an operator takes the file away while Rempart runs, as {@code ./rempart site promote} does,
 * the versions of the database count from then on, which is recorded. Thread safe.
 */
final class Witness {

  private static final Logger log = LoggerFactory.getLogger(Witness.class);
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
  private final Path folder;
  private final Path file;
  private final Pepper pepper;
  private final SecurityEvents events;
  private final Map<UUID, Integer> versions = new TreeMap<>();
  private final Map<UUID, Integer> roles = new TreeMap<>();
  private final Map<UUID, Integer> refused = new TreeMap<>();
  private long ledger;
  private @Nullable Seen seen;
  private boolean unread;
  private boolean written;

  Witness(HomeFolder home, Pepper pepper, SecurityEvents events) {
    this.events = events;
    this.home = home;
    this.folder = home.folder("keys");
    this.file = folder.resolve("witness");
    this.pepper = pepper;
    if (Files.exists(file)) {
      if (pepper.isKept()) {
        read();
      } else {
        unread = true;
      }
    }
  }

  /**
   * Reads what could not be read while the pepper was lost.
   *
   * @throws IllegalStateException if the file is damaged
   */
  synchronized void readAgain() {
    if (unread) {
      read();
      unread = false;
    }
  }

  /** Whether this server has never seen a vault. */
  synchronized boolean isEmpty() {
    return seen == null && !unread;
  }

  synchronized Optional<Seen> vault() {
    return Optional.ofNullable(seen);
  }

  /** The newest version of this member's role; 0 if none was seen. */
  synchronized int newestRole(UUID memberId) {
    forgetIfTakenAway();
    return roles.getOrDefault(memberId, 0);
  }

  synchronized void sawRole(UUID memberId, int version) {
    if (newestRole(memberId) < version) {
      roles.put(memberId, version);
      write();
    }
  }

  /**
   * The newest version of this member's key that nobody joins with any more; 0 if none. A key that
   * they have already is as good as it was.
   */
  synchronized int newestRefused(UUID memberId) {
    forgetIfTakenAway();
    return refused.getOrDefault(memberId, 0);
  }

  synchronized void sawRefused(UUID memberId, int version) {
    if (newestRefused(memberId) < version) {
      refused.put(memberId, version);
      write();
    }
  }

  /** The number of the last row of the ledger that was sealed. */
  synchronized long ledger() {
    forgetIfTakenAway();
    return ledger;
  }

  synchronized void sawLedger(long seq) {
    if (ledger() < seq) {
      ledger = seq;
      write();
    }
  }

  /**
   * The newest version of this member’s key that was seen; 0 if none. A lower one is a former one.
   */
  synchronized int newestVersion(UUID memberId) {
    forgetIfTakenAway();
    return versions.getOrDefault(memberId, 0);
  }

  synchronized void sawVault(VaultId vault, byte[] checkValue) {
    if (seen == null || !seen.matches(vault, checkValue)) {
      seen = new Seen(vault, checkValue.clone());
      write();
    }
  }

  synchronized void sawVersion(UUID memberId, int version) {
    if (newestVersion(memberId) < version) {
      versions.put(memberId, version);
      write();
    }
  }

  /**
   * The vault itself stays known: another one in its place is never trusted. Nothing is forgotten
   * where the file can't be looked for, or what is forgotten can't be written down.
   */
  private void forgetIfTakenAway() {
    if (written && Files.isDirectory(folder) && Files.notExists(file)) {
      write(Map.of(), Map.of(), Map.of(), 0);
      versions.clear();
      roles.clear();
      refused.clear();
      ledger = 0;
      log.warn("{} was taken away: the versions that the database shows count from now on", file);
      events.record(SecurityEvent.of("vault.witness.forgotten", Severity.WARNING));
    }
  }

  private void write() {
    write(versions, roles, refused, ledger);
  }

  private void write(
      Map<UUID, Integer> ofKeys,
      Map<UUID, Integer> ofRoles,
      Map<UUID, Integer> ofRefused,
      long rows) {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    if (seen != null) {
      text.append(
          "vault %s %d %s\n"
              .formatted(
                  seen.vault().id(), seen.vault().epoch(), HEX.formatHex(seen.checkValue())));
    }
    ofKeys.forEach((id, version) -> text.append("member %s %d\n".formatted(id, version)));
    ofRoles.forEach((id, version) -> text.append("role %s %d\n".formatted(id, version)));
    ofRefused.forEach((id, version) -> text.append("refused %s %d\n".formatted(id, version)));
    text.append("ledger %d\n".formatted(rows));
    String mac = HEX.formatHex(pepper.fileMac(text.toString().getBytes(StandardCharsets.UTF_8)));
    home.write("keys/witness", (text + "mac " + mac + "\n").getBytes(StandardCharsets.UTF_8));
    written = true;
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
      written = true;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (IllegalArgumentException e) {
      throw damaged();
    }
  }

  private void read(String[] words) {
    switch (words[0]) {
      case "vault" ->
          seen =
              new Seen(
                  new VaultId(UUID.fromString(words[1]), Integer.parseInt(words[2])),
                  HEX.parseHex(words[3]));
      case "member" -> versions.put(UUID.fromString(words[1]), Integer.parseInt(words[2]));
      case "role" -> roles.put(UUID.fromString(words[1]), Integer.parseInt(words[2]));
      case "refused" -> refused.put(UUID.fromString(words[1]), Integer.parseInt(words[2]));
      case "ledger" -> ledger = Long.parseLong(words[1]);
      default -> throw damaged();
    }
  }

  private IllegalStateException damaged() {
    return new IllegalStateException(
        file
            + " is damaged, or the pepper beside it is not the one that it was written with:"
            + " put both back from a backup; or remove the pepper and bring it back with the"
            + " recovery kit; or remove this file (the server then trusts the versions that the"
            + " database shows)");
  }
}
