package eu.rempart.watch.status;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Counts outages once more, from all that the zones ever said: what a zone thinks is read from its
 * whole past, written as letters, each time anew. For checks of which two failures, and two good
 * results, in a row are enough, and which do not flap.
 */
final class OutageRecount {

  /**
   * What a zone said.
   *
   * @param maintained while its check was worked on
   */
  record Said(Zone zone, Instant at, boolean ok, boolean maintained) {}

  /** One that was counted; it goes on where its end is null. */
  record Outage(Instant begun, @Nullable Instant ended) {}

  /** A failure that counts after another, whatever was not counted between them. */
  private static final Pattern FAILS = Pattern.compile("F[Mm]*F");

  private static final Pattern WORKS = Pattern.compile("[Gg](?=[Gg])");
  private static final Pattern FAILING = Pattern.compile("F[Mm]*$");

  private final Check check;
  private final Map<Zone, StringBuilder> pasts = new HashMap<>();
  private final Map<Zone, Instant> heard = new HashMap<>();
  private final List<Outage> outages = new ArrayList<>();
  private boolean suspected;
  private boolean recovering;
  private @Nullable Instant begun;

  private OutageRecount(Check check) {
    this.check = check;
  }

  /**
   * Of a check.
   *
   * @param said in the order of time
   */
  static List<Outage> of(Check check, List<Said> said) {
    OutageRecount recount = new OutageRecount(check);
    said.forEach(recount::hear);
    if (recount.begun != null) {
      recount.outages.add(new Outage(recount.begun, null));
    }
    return recount.outages;
  }

  private void hear(Said said) {
    // good, failed; small where it was maintained, and M for what failed then
    String letter = said.ok() ? (said.maintained() ? "g" : "G") : said.maintained() ? "M" : "F";
    pasts.computeIfAbsent(said.zone(), _ -> new StringBuilder()).append(letter);
    heard.put(said.zone(), said.at());
    // work that is planned begins no outage, and ends one only if it is seen to work
    if (!said.maintained() || (begun != null && said.ok())) {
      judge(said.at());
    }
  }

  private void judge(Instant now) {
    Duration patience = check.rules().period().multipliedBy(3).plusSeconds(30);
    List<String> voices =
        pasts.entrySet().stream()
            .filter(past -> !lastHeard(past.getKey()).plus(patience).isBefore(now))
            .map(past -> past.getValue().toString())
            .toList();
    int quorum = check.rules().quorum();
    long failing = voices.stream().filter(OutageRecount::failing).count();
    if (begun == null) {
      long sure = voices.stream().filter(past -> failing(past) && bad(past)).count();
      // whoever was not suspected before is suspected first
      if (sure >= quorum && suspected) {
        begun = now;
        recovering = false;
      }
      suspected = failing >= quorum;
      return;
    }
    if (failing >= quorum) {
      recovering = false;
      return;
    }
    boolean few = voices.stream().filter(OutageRecount::bad).count() < quorum;
    boolean seen = voices.stream().anyMatch(past -> !bad(past) && past.matches(".*[Gg]"));
    if (few && seen && recovering) {
      outages.add(new Outage(begun, now));
      begun = null;
      suspected = false;
    }
    recovering = true;
  }

  private Instant lastHeard(Zone zone) {
    return Objects.requireNonNull(heard.get(zone));
  }

  private static boolean failing(String past) {
    return FAILING.matcher(past).find();
  }

  private static boolean bad(String past) {
    return last(FAILS, past) > last(WORKS, past);
  }

  private static int last(Pattern pattern, String past) {
    Matcher matcher = pattern.matcher(past);
    int last = -1;
    for (int from = 0; from < past.length() && matcher.find(from); from = matcher.start() + 1) {
      last = matcher.start();
    }
    return last;
  }
}
