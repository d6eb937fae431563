package eu.rempart.ops.backup.engine;

import eu.rempart.ops.backup.program.ProgramRun;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The keys by which a server for files shows that it is itself. Whoever adds a destination compares
 * them with what its operator says; from then on no other is taken.
 *
 * @param lines kind and key, as {@code known_hosts} has them, without the host
 */
public record HostKeys(List<String> lines) {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  /** The kinds that OpenSSH and pgBackRest both take. */
  private static final String KINDS = "ed25519,ecdsa,rsa";

  private static final int MOST = 8;

  public HostKeys {
    lines = List.copyOf(lines);
  }

  /**
   * Asks a server for them.
   *
   * @throws IOException if it does not answer, or is none
   */
  public static HostKeys of(DestinationAddress address) throws IOException {
    return of(address, address.machine().orElseThrow());
  }

  /**
   * As {@link #of(DestinationAddress)}, at an address that was judged.
   *
   * @param host the address
   */
  public static HostKeys of(DestinationAddress address, String host) throws IOException {
    String answer =
        new ProgramRun(
                List.of(
                    "ssh-keyscan", "-T", "10", "-t", KINDS, "-p", "" + address.port(), "--", host),
                Map.of(),
                DEADLINE)
            .answer();
    List<String> keys =
        answer
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" ", -1))
            .filter(words -> words.length == 3 && isKey(words[1], words[2]))
            .map(words -> words[1] + " " + words[2])
            .sorted()
            .limit(MOST)
            .toList();
    if (keys.isEmpty()) {
      throw new IOException("%s shows no key".formatted(host));
    }
    return new HostKeys(keys);
  }

  private static boolean isKey(String kind, String key) {
    return kind.matches("[a-z0-9-]{1,40}") && key.matches("[A-Za-z0-9+/]{1,2000}={0,2}");
  }

  /** As OpenSSH shows them: {@code ED25519 SHA256:…}. */
  public List<String> fingerprints() {
    return lines.stream().map(HostKeys::fingerprint).toList();
  }

  /**
   * Those with this fingerprint; the others are nobody's word.
   *
   * @param fingerprint {@code SHA256:…}
   */
  public HostKeys confirmedBy(String fingerprint) {
    String wished = fingerprint.strip();
    return new HostKeys(
        lines.stream().filter(line -> fingerprint(line).endsWith(" " + wished)).toList());
  }

  /**
   * Those that paper names.
   *
   * @param named each as a fingerprint, with its kind or without, or as a whole key
   */
  public HostKeys namedBy(List<String> named) {
    return new HostKeys(
        lines.stream()
            .filter(
                line ->
                    named.contains(line)
                        || named.stream()
                            .map(each -> each.substring(each.lastIndexOf(' ') + 1))
                            .anyMatch(each -> fingerprint(line).endsWith(" " + each)))
            .toList());
  }

  private static String fingerprint(String line) {
    String[] words = line.split(" ", -1);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(words[1]));
      return "%s SHA256:%s"
          .formatted(
              words[0].replaceAll("^ssh-|^ecdsa-sha2-", "").toUpperCase(java.util.Locale.ROOT),
              Base64.getEncoder().withoutPadding().encodeToString(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
