package eu.rempart.activity.ical;

import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Zones by the names that programs give them: those of IANA, also within a longer name, those of
 * Windows as the CLDR maps them, and the cities by which programs show a zone to people.
 */
final class ZoneNames {

  private static final Set<String> IANA = ZoneId.getAvailableZoneIds();
  private static final Pattern OFFSET =
      Pattern.compile("(?:GMT|UTC)?\\s*([+-])\\s*(\\d{1,2})(?:[:.]?(\\d{2}))?");
  private static final Pattern BEFORE_CITIES =
      Pattern.compile("\\(\\s*(?:(?:GMT|UTC)[^)]*)\\)\\s*(.+)");

  /** Those that people are shown without a city. */
  private static final Map<String, String> SHOWN =
      Map.ofEntries(
          Map.entry("utc", "UTC"),
          Map.entry("gmt", "UTC"),
          Map.entry("z", "UTC"),
          Map.entry("greenwich mean time", "Europe/London"),
          Map.entry("coordinated universal time", "UTC"),
          Map.entry("eastern time", "America/New_York"),
          Map.entry("eastern", "America/New_York"),
          Map.entry("central time", "America/Chicago"),
          Map.entry("central", "America/Chicago"),
          Map.entry("mountain time", "America/Denver"),
          Map.entry("mountain", "America/Denver"),
          Map.entry("pacific time", "America/Los_Angeles"),
          Map.entry("pacific", "America/Los_Angeles"),
          Map.entry("atlantic time", "America/Halifax"),
          Map.entry("newfoundland", "America/St_Johns"),
          Map.entry("arizona", "America/Phoenix"),
          Map.entry("indiana", "America/Indiana/Indianapolis"),
          Map.entry("alaska", "America/Anchorage"),
          Map.entry("hawaii", "Pacific/Honolulu"),
          Map.entry("new delhi", "Asia/Kolkata"),
          Map.entry("beijing", "Asia/Shanghai"),
          Map.entry("osaka", "Asia/Tokyo"),
          Map.entry("bern", "Europe/Zurich"),
          Map.entry("edinburgh", "Europe/London"),
          Map.entry("abu dhabi", "Asia/Dubai"),
          Map.entry("brasilia", "America/Sao_Paulo"),
          Map.entry("pretoria", "Africa/Johannesburg"),
          Map.entry("west central africa", "Africa/Lagos"));

  private static final Map<String, String> CITIES = cities();

  private ZoneNames() {}

  private static Map<String, String> cities() {
    Map<String, String> cities = new HashMap<>();
    for (String id : new TreeSet<>(IANA)) {
      int slash = id.lastIndexOf('/');
      if (slash > 0 && !id.startsWith("Etc/") && !id.startsWith("SystemV/")) {
        cities.putIfAbsent(plain(id.substring(slash + 1).replace('_', ' ')), id);
      }
    }
    cities.putAll(SHOWN);
    return cities;
  }

  /** Without what stands in brackets after it, nor dots. */
  private static String plain(String name) {
    return name.replaceAll("\\([^)]*\\)", "")
        .replace(".", "")
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** A zone that is known by exactly this name, or by its end: a path, or a link. */
  static Optional<ZoneId> exact(String name) {
    String id = unquoted(name);
    if (IANA.contains(id)) {
      return Optional.of(ZoneId.of(id));
    }
    String windows = TimeZone.getIDForWindowsID(id, "001");
    if (windows != null && IANA.contains(windows)) {
      return Optional.of(ZoneId.of(windows));
    }
    for (int slash = id.indexOf('/'); slash >= 0; slash = id.indexOf('/', slash + 1)) {
      String end = id.substring(slash + 1);
      if (end.equalsIgnoreCase("utc")) {
        return Optional.of(ZoneId.of("UTC"));
      }
      if (end.contains("/") && IANA.contains(end)) {
        return Optional.of(ZoneId.of(end));
      }
    }
    String path = id.replaceFirst("-", "/"); // US-Eastern, as in examples of the RFC
    return IANA.contains(path) ? Optional.of(ZoneId.of(path)) : offset(id);
  }

  /** A zone that people would see in this name: by one of its cities, or how it is shown. */
  static Optional<ZoneId> likely(String name) {
    String id = unquoted(name);
    Matcher shown = BEFORE_CITIES.matcher(id);
    String cities = shown.matches() ? shown.group(1) : id;
    Optional<ZoneId> windows = exact(cities);
    if (windows.isPresent()) {
      return windows;
    }
    return Arrays.stream(cities.split("[,;/]"))
        .map(city -> CITIES.get(plain(city)))
        .filter(found -> found != null)
        .findFirst()
        .map(ZoneId::of)
        .or(() -> shown.matches() ? bracketed(id) : Optional.empty());
  }

  private static Optional<ZoneId> bracketed(String id) {
    return offset(id.substring(id.indexOf('(') + 1, id.indexOf(')')));
  }

  private static String unquoted(String name) {
    return name.replace("\"", "").strip();
  }

  /** A zone that is so many hours from Greenwich all year: GMT+1, say. */
  private static Optional<ZoneId> offset(String name) {
    Matcher parts = OFFSET.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int minutes = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
    int seconds = Integer.parseInt(parts.group(2)) * 3_600 + minutes * 60;
    try {
      return fixed(ZoneOffset.ofTotalSeconds(parts.group(1).equals("-") ? -seconds : seconds));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** The zone of IANA with this offset all year; only whole hours have one. */
  static Optional<ZoneId> fixed(ZoneOffset offset) {
    int hours = offset.getTotalSeconds() / 3_600;
    if (hours * 3_600 != offset.getTotalSeconds()) {
      return Optional.empty();
    }
    // the signs of these names are the other way round
    String id = hours == 0 ? "UTC" : "Etc/GMT" + (hours > 0 ? "-" : "+") + Math.abs(hours);
    return IANA.contains(id) ? Optional.of(ZoneId.of(id)) : Optional.empty();
  }
}
