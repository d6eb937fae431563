package eu.rempart.ops.backup;

import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.vault.operating.BackupSecret;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is kept on paper, for the day on which every server is lost: the secret that opens backups,
 * and where they lie. The same text on the screen, from the command and for {@code restore}.
 *
 * @param groups of the secret, the last of them a checksum: never log them
 * @param destinations of when it was made
 */
public record BackupKit(List<String> groups, List<Destination> destinations, Instant made) {

  private static final Pattern SECRET = Pattern.compile("(?im)^\\s*Secret:\\s*(.+?)\\s*$");
  private static final Pattern GROUPS =
      Pattern.compile("(?<![0-9A-Za-z])(?:[0-9A-Za-z]{4}[\\s-]+)+[0-9A-Za-z]{4}(?![0-9A-Za-z])");

  /** Of a group, as screens show it. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<![0-9A-Za-z-])[0-9]{1,2}[.):]?(?![0-9A-Za-z-])");

  /** In any language, since screens print it in the reader's. */
  private static final Pattern DESTINATION =
      Pattern.compile("[^\\p{L}]*\\p{L}+ ([0-9]{1,3})[\\h]*:\\s*(\\S+)\\s+\\(([A-Z]{2})\\)\\s*");

  /** A fingerprint, or the whole key, as kits had them before. */
  private static final Pattern KEY =
      Pattern.compile(
          "\\s*(?:Host key ([0-9]{1,3}):\\s*)?"
              + "((?:[A-Z0-9-]+ )?SHA256:\\S+|(?:ssh|ecdsa|sk)-\\S+ \\S+)\\s*");

  /**
   * A destination as a kit names it.
   *
   * @param hostKeys each as a fingerprint, or whole
   */
  public record Named(int place, String address, String country, List<String> hostKeys) {

    public Named {
      hostKeys = List.copyOf(hostKeys);
    }
  }

  public BackupKit {
    groups = List.copyOf(groups);
    destinations = List.copyOf(destinations);
  }

  /** What a program reads and people keep; English, since a stranger may have to use it. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add("Rempart backup kit");
    lines.add("");
    lines.add("Keep it where no server is. With it, and one of the destinations, everything comes");
    lines.add(
        "back on an empty machine: ./rempart restore --from ADDRESS --kit THIS --home FOLDER");
    lines.add("Whoever has it and gets at a destination has the files of the server. What members");
    lines.add("wrote stays sealed: that opens with their passwords, or the recovery kit.");
    lines.add("");
    lines.add("Made: " + DateTimeFormatter.ISO_LOCAL_DATE.format(made.atOffset(ZoneOffset.UTC)));
    lines.add("Secret: " + String.join("-", groups));
    for (Destination each : destinations) {
      lines.add(
          "Destination %d: %s (%s)"
              .formatted(each.place(), each.address(), each.country().value()));
      each.fingerprints().forEach(key -> lines.add("Host key %d: %s".formatted(each.place(), key)));
    }
    return String.join("\n", lines) + "\n";
  }

  /**
   * The secret of a kit; also of its groups alone, as they stand on the screen.
   *
   * @return empty if there is none in it, or a character is wrong or missing
   */
  public static Optional<BackupSecret> secretOf(String text) {
    Matcher secret = SECRET.matcher(text);
    if (secret.find()) {
      return BackupSecret.parse(secret.group(1));
    }
    return BackupSecret.parse(text.strip())
        .or(() -> ofGroups(text))
        .or(() -> ofGroups(NUMBER.matcher(text).replaceAll(" ")));
  }

  private static Optional<BackupSecret> ofGroups(String text) {
    return GROUPS
        .matcher(text)
        .results()
        .flatMap(found -> BackupSecret.parse(found.group()).stream())
        .findFirst();
  }

  /** The destinations of a kit; none where only the secret was typed. */
  public static List<Named> destinationsOf(String text) {
    Map<Integer, Named> named = new LinkedHashMap<>();
    Map<Integer, List<String>> keys = new HashMap<>();
    int last = 0;
    for (String line : text.lines().toList()) {
      Matcher destination = DESTINATION.matcher(line);
      Matcher key = KEY.matcher(line);
      if (destination.matches()) {
        last = Integer.parseInt(destination.group(1));
        named.put(last, new Named(last, destination.group(2), destination.group(3), List.of()));
      } else if (key.matches()) {
        int place = key.group(1) == null ? last : Integer.parseInt(key.group(1));
        keys.computeIfAbsent(place, _ -> new ArrayList<>()).add(key.group(2));
      }
    }
    return named.values().stream()
        .map(
            each ->
                new Named(
                    each.place(),
                    each.address(),
                    each.country(),
                    keys.getOrDefault(each.place(), List.of())))
        .toList();
  }

  @Override
  public String toString() {
    return "BackupKit[" + made + "]";
  }
}
