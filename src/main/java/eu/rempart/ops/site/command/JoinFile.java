package eu.rempart.ops.site.command;

import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.SiteSecrets;
import eu.rempart.vault.crypto.Aead;
import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.crypto.Hkdf;
import eu.rempart.vault.crypto.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What makes another machine a part of a cluster, for an hour and one machine: sealed with a
 * passphrase that goes another way (decision record 0244).
 *
 * @param id of this file alone
 * @param scope of the cluster
 * @param machine whom it is for
 * @param sealed a {@link Content}, bound to all the rest
 */
record JoinFile(
    int rempartJoin,
    String id,
    String scope,
    String machine,
    Instant made,
    Instant until,
    byte[] sealed) {

  private static final int FORMAT = 1;
  private static final Duration LIFETIME = Duration.ofHours(1);

  /** What clocks of two machines may differ by. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private static final byte[] PURPOSE = "rempart join file".getBytes(StandardCharsets.US_ASCII);
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 5;
  private static final int GROUP = 5;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * What is inside.
   *
   * @param authority PEM, as are the certificate and its key
   * @param secrets null for a witness
   * @param files of the home folder, by their path in it; none for a witness
   * @param replaces whether the machine comes in the place of one that was lost
   */
  record Content(
      Cluster cluster,
      String authority,
      String certificate,
      String key,
      @Nullable SiteSecrets secrets,
      Map<String, byte[]> files,
      boolean replaces) {

    @Override
    public String toString() {
      return "Content[hidden]";
    }
  }

  /** A passphrase of 125 bits, in groups. */
  static String newPassphrase() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      text.append(i > 0 && i % GROUP == 0 ? "-" : "");
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  static JoinFile seal(Content content, String machine, String passphrase, Instant now) {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    JoinFile open =
        new JoinFile(
            FORMAT,
            HexFormat.of().formatHex(random),
            content.cluster().scope(),
            machine,
            now,
            now.plus(LIFETIME),
            new byte[0]);
    byte[] sealed = Aead.seal(key(passphrase), JSON.writeValueAsBytes(content), open.boundTo());
    return new JoinFile(FORMAT, open.id, open.scope, machine, open.made, open.until, sealed);
  }

  byte[] json() {
    return JSON.writeValueAsBytes(this);
  }

  /**
   * Reads one, without what is inside.
   *
   * @throws CommandRefusedException if it is none
   */
  static JoinFile parse(byte[] json) {
    try {
      JoinFile file = JSON.readValue(json, JoinFile.class);
      if (file.rempartJoin == FORMAT
          && file.id != null
          && file.scope != null
          && file.machine != null
          && file.made != null
          && file.until != null
          && file.sealed != null) {
        return file;
      }
    } catch (JacksonException e) {
      throw new CommandRefusedException("join-damaged");
    }
    throw new CommandRefusedException("join-damaged");
  }

  /**
   * Deletes those of a folder whose hour is over: keys of the installation are in them, and backups
   * would take them along.
   *
   * @param folder may be missing; what else is in it stays
   * @throws IOException if one can't be read or deleted
   */
  static void deleteExpired(Path folder, Instant now) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> found;
    try (Stream<Path> files = Files.list(folder)) {
      found = files.filter(file -> file.toString().endsWith(".join")).toList();
    }
    for (Path file : found) {
      if (isExpired(Files.readAllBytes(file), now)) {
        Files.delete(file);
      }
    }
  }

  private static boolean isExpired(byte[] json, Instant now) {
    try {
      return now.isAfter(parse(json).until());
    } catch (CommandRefusedException damaged) {
      return true; // nobody can use it
    }
  }

  /**
   * Refuses it outside its hour.
   *
   * @throws CommandRefusedException with both clocks in its sentence
   */
  void refuseIfNotNow(Instant now) {
    if (now.isBefore(made.minus(SKEW))) {
      throw new CommandRefusedException("join-clock", made.toString(), now.toString());
    }
    if (now.isAfter(until)) {
      throw new CommandRefusedException("join-expired", until.toString(), now.toString());
    }
  }

  /**
   * What is inside.
   *
   * @throws CommandRefusedException if the passphrase is another, or something was changed
   */
  Content open(String passphrase) {
    try {
      return JSON.readValue(Aead.open(key(passphrase), sealed, boundTo()), Content.class);
    } catch (CryptoException | JacksonException e) {
      throw new CommandRefusedException("join-passphrase");
    }
  }

  private byte[] boundTo() {
    return String.join("\n", id, scope, machine, made.toString(), until.toString())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Secret key(String passphrase) {
    String plain = passphrase.replaceAll("[\\s-]", "").toLowerCase(java.util.Locale.ROOT);
    return Hkdf.derive(Secret.owning(plain.getBytes(StandardCharsets.UTF_8)), PURPOSE);
  }

  @Override
  public String toString() {
    return "JoinFile[" + machine + "]";
  }
}
