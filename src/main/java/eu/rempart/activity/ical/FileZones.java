package eu.rempart.activity.ical;

import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The zones of one calendar: by their names, else as the calendar describes them. What is kept of a
 * zone is its name in IANA's list, so that a series goes by the clocks there in years to come.
 */
final class FileZones {

  /** Series are seldom looked at longer than that after they begin. */
  private static final int YEARS = 8;

  private static final int DAYS_OF_A_YEAR = 366;

  /** Zones and years of one calendar that are looked up; no calendar of people has more. */
  private static final int MOST = 300;

  private final Map<String, OwnZone> own = new HashMap<>();
  private final Map<String, Known> known = new HashMap<>();
  private final ZoneId reader;

  /**
   * For one calendar.
   *
   * @param components its VTIMEZONE components; those that nobody understands count for nothing
   * @param reader the zone of whoever brings it
   */
  FileZones(Collection<String> components, ZoneId reader) {
    this.reader = reader;
    components.stream()
        .flatMap(component -> OwnZone.read(component).stream())
        .forEach(zone -> own.putIfAbsent(zone.id(), zone));
  }

  /**
   * A local time of a zone.
   *
   * @param zone whose rules it goes by from then on
   * @param sure whether they are those that the file means
   */
  record Placed(Instant at, ZoneId zone, boolean sure) {}

  /** A local time in the zone of that name; empty where nobody knows it, nor its clocks. */
  Optional<Placed> at(LocalDateTime local, String name) {
    Optional<ZoneId> exact = ZoneNames.exact(name);
    OwnZone described = own.get(name);
    // EST, say, is without summers by its name, and with them in what programs write
    if (exact.isPresent() && (described == null || exact.get().getId().contains("/"))) {
      return placed(local, exact.get());
    }
    if (described == null) {
      return ZoneNames.likely(name).flatMap(zone -> placed(local, zone));
    }
    String key = local.getYear() + " " + name;
    if (!known.containsKey(key) && known.size() >= MOST) {
      return Optional.empty();
    }
    Known there = known.computeIfAbsent(key, _ -> known(described, local.getYear()));
    Instant at = there.clocks().at(local);
    return Optional.of(
        there
            .zone()
            .map(zone -> new Placed(at, zone, true))
            .orElseGet(() -> new Placed(at, nearest(described, there, at), false)));
  }

  /**
   * What is known of a zone for a year.
   *
   * @param clocks as the file has them around that year
   * @param zone one with the same clocks from then on
   */
  private record Known(OwnZone.Clocks clocks, Optional<ZoneId> zone) {}

  private Known known(OwnZone described, int year) {
    Instant begin = LocalDateTime.of(year, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    Instant end = begin.plus(YEARS * DAYS_OF_A_YEAR, ChronoUnit.DAYS);
    return new Known(
        described.between(
            begin.minus(DAYS_OF_A_YEAR, ChronoUnit.DAYS),
            begin.plus(2 * DAYS_OF_A_YEAR, ChronoUnit.DAYS)),
        like(described, begin, end)
            // many describe the one year that they need
            .or(() -> like(described, begin, begin.plus(DAYS_OF_A_YEAR, ChronoUnit.DAYS)))
            .or(
                () -> {
                  Instant now = Instant.now();
                  return like(described, now, now.plus(2 * DAYS_OF_A_YEAR, ChronoUnit.DAYS));
                }));
  }

  private static Optional<Placed> placed(LocalDateTime local, ZoneId zone) {
    return Optional.of(new Placed(local.atZone(zone).toInstant(), zone, true));
  }

  private Optional<ZoneId> like(OwnZone described, Instant since, Instant until) {
    OwnZone.Clocks clocks = described.between(since, until);
    return candidates(described).stream()
        .filter(zone -> clocks.areLike(zone.getRules()))
        .findFirst();
  }

  private ZoneId nearest(OwnZone described, Known there, Instant at) {
    return named(described).stream()
        .findFirst()
        .or(() -> ZoneNames.fixed(there.clocks().offset(at)))
        .orElse(reader);
  }

  private Set<ZoneId> candidates(OwnZone described) {
    Set<ZoneId> candidates = new LinkedHashSet<>(named(described));
    if (reader.getId().contains("/")) {
      candidates.add(reader);
    }
    candidates.addAll(All.ZONES);
    return candidates;
  }

  private static Set<ZoneId> named(OwnZone described) {
    Set<ZoneId> named = new LinkedHashSet<>();
    String location = described.location();
    if (location != null) {
      ZoneNames.exact(location).ifPresent(named::add);
    }
    ZoneNames.likely(described.id()).ifPresent(named::add);
    return named;
  }

  /** All zones, those first that stand for others. */
  private static final class All {

    private static final List<ZoneId> ZONES = zones();

    private static List<ZoneId> zones() {
      Set<String> ids = new LinkedHashSet<>();
      Set<String> all = new TreeSet<>(ZoneId.getAvailableZoneIds());
      for (String id : all) {
        String windows = TimeZone.getWindowsID(id);
        String stands = windows == null ? null : TimeZone.getIDForWindowsID(windows, "001");
        if (stands != null && all.contains(stands)) {
          ids.add(stands);
        }
      }
      all.stream().filter(id -> id.contains("/") && !id.startsWith("SystemV/")).forEach(ids::add);
      return ids.stream().map(ZoneId::of).toList();
    }
  }
}
