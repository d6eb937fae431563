package eu.rempart.privacy;

import eu.rempart.privacy.trace.FormerTexts;
import eu.rempart.privacy.trace.PersonNames;
import eu.rempart.privacy.trace.PersonTrace;
import eu.rempart.privacy.trace.Treatment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What goes, and what stays, of the records of others: as the database is told, and as it is
 * remembered outside of it. Texts are in it sealed only.
 *
 * @param others see migration V0186
 */
record ErasureOrder(List<Map<String, @Nullable Object>> others) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String HOW = "how";
  private static final String ERASE = "erase";
  private static final String FORMER = "former";

  /**
   * What was done, with how many rows of each kind went, as JSON.
   *
   * @param theirs the person, and what belonged to them
   */
  record Done(ErasureOrder order, Set<UUID> theirs, String counts) {

    /** All records that went whole. */
    Set<UUID> gone() {
      Set<UUID> gone = new HashSet<>(theirs);
      order.gone().values().forEach(gone::addAll);
      return gone;
    }

    Map<String, Integer> rows() {
      return JSON.readValue(counts, new TypeReference<Map<String, Integer>>() {});
    }
  }

  /**
   * Looks whether each may be treated so.
   *
   * @throws IllegalArgumentException if not
   */
  static void check(Map<PersonTrace, Treatment> chosen) {
    chosen.forEach(
        (trace, treatment) -> {
          if (!trace.choices().contains(treatment)) {
            throw new IllegalArgumentException(
                "%s does not become of %s".formatted(treatment, trace));
          }
        });
  }

  /**
   * To be called while the person is still there.
   *
   * @param chosen as {@link #check} lets through
   * @param step told of each that was gone through
   */
  static ErasureOrder of(
      Map<PersonTrace, Treatment> chosen, FormerTexts former, UUID person, Runnable step) {
    PersonNames names = former.names(person);
    List<Map<String, @Nullable Object>> others = new ArrayList<>();
    chosen.forEach(
        (trace, treatment) -> {
          switch (treatment) {
            case ERASE -> others.add(entry(trace, ERASE));
            case FORMER -> {
              FormerTexts.Former texts = former.of(trace.record(), names);
              Map<String, @Nullable Object> entry = entry(trace, FORMER);
              entry.put("changed", texts.changed());
              entry.put("kept", texts.kept());
              others.add(entry);
            }
            case KEEP, UNLINK -> {}
          }
          if (trace.isLeftBy(treatment)) {
            others.add(entry(trace, trace.frozen() ? "frozen" : "left"));
          }
          step.run();
        });
    return new ErasureOrder(others);
  }

  private static Map<String, @Nullable Object> entry(PersonTrace trace, String how) {
    return entry(trace.record().kind(), trace.record().id(), how);
  }

  private static Map<String, @Nullable Object> entry(String kind, UUID record, String how) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("kind", kind);
    entry.put("record", record.toString());
    entry.put(HOW, how);
    return entry;
  }

  /** The records that went whole, of those that the ledger names, as {@link #lines} has them. */
  static List<String> linesOf(JsonNode others) {
    List<String> lines = new ArrayList<>();
    for (JsonNode each : others) {
      if (ERASE.equals(each.path(HOW).asString(""))) {
        UUID record = UUID.fromString(each.path("record").asString(""));
        lines.add(JSON.writeValueAsString(entry(each.path("kind").asString(""), record, ERASE)));
      }
    }
    return lines;
  }

  String json() {
    return JSON.writeValueAsString(others);
  }

  /** What has to be done again after a restore, a line each. */
  List<String> lines() {
    return others.stream()
        .filter(each -> ERASE.equals(each.get(HOW)) || FORMER.equals(each.get(HOW)))
        .map(JSON::writeValueAsString)
        .toList();
  }

  /** Whether a line holds texts of one of these records. */
  static boolean isTextOf(String line, Set<UUID> records) {
    try {
      JsonNode read = JSON.readTree(line);
      return FORMER.equals(read.path(HOW).asString(""))
          && records.contains(UUID.fromString(read.path("record").asString("")));
    } catch (JacksonException | IllegalArgumentException e) {
      // a torn line says of no record that it is meant, and stays for people to look at
      return false;
    }
  }

  /** Ids of the records that go whole, by kind. */
  Map<String, List<UUID>> gone() {
    Map<String, List<UUID>> gone = new LinkedHashMap<>();
    for (Map<String, @Nullable Object> each : others) {
      if (ERASE.equals(each.get(HOW))) {
        gone.computeIfAbsent(String.valueOf(each.get("kind")), _ -> new ArrayList<>())
            .add(UUID.fromString(String.valueOf(each.get("record"))));
      }
    }
    return gone;
  }
}
