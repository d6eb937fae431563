package eu.rempart.ops.site;

import eu.rempart.ops.site.SiteState.Site;
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
                "site-a", "FR", "https://crm-a.example.org", Role.LEADS, "running", 4L, null, null),
            new Site(
                "site-b",
                "DE",
                "https://crm-b.example.org",
                copy,
                "streaming",
                4L,
                2_048L,
                Duration.ofMillis(31))),
        new Witness("witness", "BE", witness),
        since,
        List.of(
            new SiteMove(
                4,
                Instant.parse("2026-11-29T09:30:00Z"),
                "site-b",
                "site-a",
                Duration.ofMillis(3_140)),
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
