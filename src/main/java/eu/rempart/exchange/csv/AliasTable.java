package eu.rempart.exchange.csv;

import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.value.ComposedNames;
import eu.rempart.exchange.value.TextKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The column names of one program, from {@code exchange/aliases}. A {@code #} in a name stands for
 * the number of the e-mail, phone or address. Directives say how to tell the program: {@code % all}
 * of these names, {@code % any}, {@code % none}; {@code % sure} that these alone tell it, whatever
 * other columns there are; {@code % kind} says what its rows are about.
 */
final class AliasTable {

  // Before the tables: loading them needs it.
  private static final Pattern NUMBER = Pattern.compile("(?<![^ ])(\\d{1,2})(?![^ ])");

  /** Between the words of {@code emailAddress}, as EspoCRM and others call a column. */
  private static final Pattern WORDS = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

  private static final double ENOUGH = 0.6;

  /** Of tables that no program wrote, and that have own fields: their names tell enough. */
  private static final double ENOUGH_NAMED = 0.3;

  /** From the most telling to the least. */
  private static final List<AliasTable> ALL =
      List.of(
          load("google"),
          load("google-2023"),
          load("outlook-en"),
          load("outlook-fr"),
          load("outlook-de"),
          load("thunderbird"),
          load("hubspot-contacts"),
          load("hubspot-companies"),
          load("pipedrive"),
          load("salesforce-contact"),
          load("salesforce-account"),
          load("salesforce-report"),
          load("simple-crm"),
          load("linkedin"),
          load("odoo"),
          load("pipedrive-deals"),
          load("pipedrive-activities"),
          load("hubspot-deals"),
          load("salesforce-opportunities"),
          load("generic-deals"),
          load("espocrm-deals"),
          load("generic-activities"),
          load("generic"));

  private final Map<String, Field> fields = new HashMap<>();
  private final List<Set<String>> any = new ArrayList<>();
  private final List<Set<String>> none = new ArrayList<>();
  private final List<Set<String>> all = new ArrayList<>();
  private ImportSource source = ImportSource.GENERIC;
  private ImportKind kind = ImportKind.PEOPLE;
  private boolean sure;

  private AliasTable() {}

  /** The table of the program that writes such a header; the generic one if none does. */
  static AliasTable detect(List<String> headers) {
    return detect(headers, null);
  }

  /**
   * As {@link #detect(List)}, among tables of this kind.
   *
   * @param kind null for any
   */
  static AliasTable detect(List<String> headers, @Nullable ImportKind kind) {
    var best = generic(kind == null ? ImportKind.PEOPLE : kind);
    var bestShare = 0.0;
    var keys = headers.stream().map(AliasTable::pattern).collect(Collectors.toSet());
    var named = headers.stream().filter(h -> !h.isBlank()).toList();
    for (var table : ALL) {
      if (table.isDetected() && (kind == null || table.kind == kind) && table.fits(keys)) {
        var known = named.stream().filter(h -> table.find(h).isPresent()).count();
        var share = (double) known / named.size();
        if (share > table.enough() && share > bestShare) {
          best = table;
          bestShare = share;
        }
      }
    }
    return best;
  }

  /** How many of the columns must be known; organisations may have many of their own. */
  private double enough() {
    return sure ? 0 : source == ImportSource.GENERIC ? ENOUGH_NAMED : ENOUGH;
  }

  /** Tables of people that no program wrote are all that is left. */
  private boolean isDetected() {
    return source != ImportSource.GENERIC || kind != ImportKind.PEOPLE;
  }

  /** Whether it is that of people, in tables that no program wrote. */
  private boolean isOfPeople() {
    return source == ImportSource.GENERIC && kind == ImportKind.PEOPLE;
  }

  /** The table of names that people use for people and companies, whatever the program. */
  static AliasTable generic() {
    return ALL.getLast();
  }

  /** The table of names that people use in files of this kind. */
  static AliasTable generic(ImportKind kind) {
    return ALL.stream()
        .filter(table -> table.source == ImportSource.GENERIC && table.kind == kind)
        .findFirst()
        .orElseThrow();
  }

  /** Whether any program, or people, would name a column so. */
  static boolean anyKnows(String header) {
    return ALL.stream().anyMatch(table -> table.find(header).isPresent());
  }

  ImportKind kind() {
    return kind;
  }

  ImportSource source() {
    return source;
  }

  /** What a column of this name is imported as, if the table knows it. */
  Optional<Target> find(String header) {
    var key = TextKey.of(header);
    var exact = fields.get(key);
    if (exact == Field.DEAL_PRODUCT_DISCOUNT && header.indexOf('%') < 0) {
      // it may be one in money
      return Optional.empty();
    }
    if (exact != null) {
      // the number of "Address 2" is that of its line
      boolean line = exact.name().startsWith("ADDRESS");
      return Optional.of(new Target(exact, line ? 0 : slot(key, exact)));
    }
    var numbered = fields.get(pattern(header));
    if (numbered != null) {
      return Optional.of(new Target(numbered, slot(key, numbered)));
    }
    var words = WORDS.matcher(header).replaceAll(" ");
    if (!words.equals(header)) {
      return find(words);
    }
    return isOfPeople()
        ? ComposedNames.find(key).map(Field::valueOf).map(Target::of)
        : Optional.empty();
  }

  /** Only these fields are tied to others by their number. */
  private static int slot(String key, Field field) {
    var tied =
        switch (field) {
          case EMAIL, EMAIL_LABEL, PHONE, PHONE_LABEL -> true;
          default -> field.name().startsWith("ADDRESS") && field != Field.ADDRESS_TYPE;
        };
    var m = NUMBER.matcher(key);
    return tied && m.find() && key.length() > m.group().length() ? Integer.parseInt(m.group(1)) : 0;
  }

  private boolean fits(Set<String> keys) {
    return all.stream().allMatch(keys::containsAll)
        && any.stream().allMatch(some -> some.stream().anyMatch(keys::contains))
        && none.stream().noneMatch(some -> some.stream().anyMatch(keys::contains));
  }

  private static String pattern(String header) {
    return NUMBER.matcher(TextKey.of(header.replace("#", " 1 "))).replaceAll("#");
  }

  private static AliasTable load(String name) {
    var table = new AliasTable();
    var path = "/exchange/aliases/" + name + ".txt";
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(AliasTable.class.getResourceAsStream(path), path),
                StandardCharsets.UTF_8))) {
      in.lines().filter(l -> !l.isBlank() && !l.startsWith("//")).forEach(table::line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private void line(String line) {
    if (line.startsWith("% source ")) {
      source = ImportSource.valueOf(line.substring(9).strip());
    } else if (line.startsWith("% kind ")) {
      kind = ImportKind.valueOf(line.substring(7).strip());
    } else if (line.strip().equals("% sure")) {
      sure = true;
    } else if (line.startsWith("% all ")) {
      all.add(patterns(line.substring(6)));
    } else if (line.startsWith("% any ")) {
      any.add(patterns(line.substring(6)));
    } else if (line.startsWith("% none ")) {
      none.add(patterns(line.substring(7)));
    } else {
      var sign = line.lastIndexOf('=');
      var field = Field.valueOf(line.substring(sign + 1).strip());
      names(line.substring(0, sign))
          .forEach(n -> fields.put(n.contains("#") ? pattern(n) : TextKey.of(n), field));
    }
  }

  private static Set<String> patterns(String names) {
    return names(names).stream().map(AliasTable::pattern).collect(Collectors.toSet());
  }

  private static List<String> names(String text) {
    return Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
  }
}
