package eu.rempart.ops.site.engine;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;

/** The Patroni of one site, asked over its REST API (Patroni's manual, "Patroni REST API"). */
public final class Patroni implements AutoCloseable {

  private static final int OK = 200;

  /** Switching waits for a checkpoint and for the copy to have everything. */
  private static final Duration LONGEST_SWITCH = Duration.ofSeconds(60);

  private final URI address;
  private final EngineHttp http;
  private final EngineHttp slow;

  /**
   * Connects to nobody yet.
   *
   * @param address {@code https://host:8008}
   * @param patience so long one look may take
   */
  public Patroni(URI address, SSLContext context, Duration patience) {
    this.address = address;
    this.http = new EngineHttp(context, patience);
    this.slow = new EngineHttp(context, LONGEST_SWITCH);
  }

  /** Whether it says anything at all. */
  public boolean answers() {
    try {
      http.get(address.resolve("/liveness"));
      return true;
    } catch (IOException silent) {
      return false;
    }
  }

  /**
   * The timeline on which it leads, and takes writes.
   *
   * @return empty where it does not lead
   * @throws IOException if it does not answer
   */
  public Optional<Long> leads() throws IOException {
    EngineHttp.Answer answer = http.get(address.resolve("/primary"));
    if (answer.status() != OK) {
      return Optional.empty();
    }
    JsonNode said = answer.json();
    // it answers so from the lease on; PostgreSQL takes a moment more, and the role of one that
    // stands still is the last it had
    return said.path("role").asString("").equals("primary")
            && said.path("state").asString("").equals("running")
        ? Optional.of(said.path("timeline").asLong(0))
        : Optional.empty();
  }

  /**
   * How its PostgreSQL is.
   *
   * @param state {@code running}, {@code stopped}, {@code starting} …
   * @param replication {@code streaming}, {@code in archive recovery}; empty where it receives
   *     nothing
   */
  public record Status(String state, String role, String replication, long timeline) {

    /** It runs, and hears of no primary now. */
    public boolean isAlone() {
      return state.equals("running") && !replication.equals("streaming");
    }
  }

  /**
   * How it is.
   *
   * @throws IOException if it does not answer
   */
  public Status status() throws IOException {
    JsonNode said = http.get(address.resolve("/patroni")).json();
    return new Status(
        said.path("state").asString(""),
        said.path("role").asString(""),
        said.path("replication_state").asString(""),
        said.path("timeline").asLong(0));
  }

  /**
   * All members as this one sees them; its view is old where it is cut off.
   *
   * @throws IOException if it does not answer
   */
  public JsonNode cluster() throws IOException {
    return http.get(address.resolve("/cluster")).json();
  }

  /**
   * Each timeline that ended, and by whom the next one was begun, as far as it knows.
   *
   * @throws IOException if it does not answer
   */
  public JsonNode history() throws IOException {
    return http.get(address.resolve("/history")).json();
  }

  /**
   * Hands over to the other in order.
   *
   * @param leader who leads now
   * @param candidate who shall
   * @throws PatroniRefusedException if it was refused
   * @throws IOException if no answer came; it may have been done
   */
  public void switchTo(String leader, String candidate) throws IOException {
    ask("/switchover", Map.of("leader", leader, "candidate", candidate));
  }

  /**
   * Has a copy lead that is not known to have all that was acknowledged, where nobody leads.
   *
   * @throws IOException as {@link #switchTo} does
   */
  public void promote(String candidate) throws IOException {
    ask("/failover", Map.of("candidate", candidate));
  }

  private void ask(String path, Map<String, String> wish) throws IOException {
    EngineHttp.Answer answer = slow.post(address.resolve(path), wish);
    if (answer.status() != OK) {
      throw new PatroniRefusedException(
          answer.status(), new String(answer.body(), StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    http.close();
    slow.close();
  }
}
