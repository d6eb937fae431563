package eu.rempart.ops.site;

import eu.rempart.ops.site.SiteMove.Decision;
import eu.rempart.ops.site.SiteState.Site;
import eu.rempart.ops.site.SiteState.Site.Holding;
import eu.rempart.ops.site.SiteState.Site.Role;
import eu.rempart.ops.site.SiteState.Witness;
import eu.rempart.ops.site.SiteState.Witness.Task;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two sites as a test wants them, on the board of the application. */
public final class TestSites {

  /** When the copies became what they are. */
  public static final Instant SINCE = Instant.parse("2026-11-30T11:00:00Z");

  private final SiteBoard board;
  private final List<String> switched = new ArrayList<>();
  private @Nullable String refusal;

  public TestSites(SiteBoard board) {
    this.board = board;
  }

  /** As they should be; switches are only noted. */
  public void show(Role copy, Task witness) {
    board.switchedBy(
        (from, to) -> {
          switched.add(from + ">" + to);
          if (refusal != null) {
            throw new IOException(refusal);
          }
        });
    board.put(state(copy, witness, SINCE));
  }

  /** As it is for some seconds while one hands over to the other. */
  public void showUnled() {
    board.put(unled());
  }

  /** One copy is left, since site-a took over, a loss accepted or not. */
  public void showTakenOver(boolean loss) {
    SiteState led = state(Role.SILENT, Task.WATCHES, SINCE);
    Decision accepted =
        new Decision(Decision.Kind.ACCEPT_LOSS, SINCE.plusSeconds(2), null, "site-a");
    SiteMove move = new SiteMove(7, SINCE, "site-b", "site-a", null, loss ? accepted : null);
    board.put(new SiteState(led.self(), led.sites(), led.witness(), led.since(), List.of(move)));
  }

  /** Nobody leads, and site-a did last. */
  public void showLost(Role first, Holding second) {
    SiteState led = unled();
    board.put(
        new SiteState(
            led.self(),
            List.of(
                holding(led.sites().getFirst(), first, Holding.LED_LAST),
                holding(led.sites().getLast(), Role.BEHIND, second)),
            led.witness(),
            led.since(),
            led.moves()));
  }

  private static Site holding(Site site, Role role, Holding holding) {
    return new Site(site.name(), site.country(), site.page(), role, "", null, null, null, holding);
  }

  /** As {@link #showUnled} shows it. */
  static SiteState unled() {
    SiteState led = state(Role.BEHIND, Task.WATCHES, SINCE);
    return new SiteState(
        led.self(),
        led.sites().stream()
            .map(
                site ->
                    new Site(
                        site.name(),
                        site.country(),
                        site.page(),
                        Role.BEHIND,
                        "",
                        null,
                        null,
                        null,
                        null))
            .toList(),
        led.witness(),
        led.since(),
        led.moves());
  }

  /** As the last look found them. */
  public static SiteState state(Role copy, Task witness, Instant since) {
    return new SiteState(
        "site-a",
        List.of(
            new Site(
                "site-a",
                "FR",
                "https://crm-a.example.org",
                Role.LEADS,
                "running",
                4L,
                null,
                null,
                null),
            new Site(
                "site-b",
                "DE",
                "https://crm-b.example.org",
                copy,
                "streaming",
                4L,
                2_048L,
                Duration.ofMillis(31),
                null)),
        new Witness("witness", "BE", witness),
        since,
        List.of(
            new SiteMove(
                4,
                Instant.parse("2026-11-29T09:30:00Z"),
                "site-b",
                "site-a",
                Duration.ofMillis(3_140),
                new Decision(
                    Decision.Kind.SWITCH,
                    Instant.parse("2026-11-29T09:29:58Z"),
                    "site-b",
                    "site-a")),
            new SiteMove(3, Instant.parse("2026-11-28T02:10:00Z"), "site-a", "site-b", null),
            new SiteMove(1, Instant.parse("2026-11-01T08:00:00Z"), null, "site-a", null)));
  }

  /** From now on switches are refused with this. */
  public void refuse(String reason) {
    refusal = reason;
  }

  /** What was asked of Patroni, {@code from>to}. */
  public List<String> switched() {
    return List.copyOf(switched);
  }

  /** As on one machine. */
  public void clear() {
    board.put((SiteState) null);
    board.put((SiteBoard.@Nullable Switch) null);
  }
}
