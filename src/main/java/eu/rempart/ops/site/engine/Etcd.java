package eu.rempart.ops.site.engine;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;

/**
 * One member of etcd, asked over its JSON gateway (etcd's manual, "gRPC gateway", API v3). Every
 * read is linearizable: it fails where there is no majority, rather than tell what was.
 */
public final class Etcd implements AutoCloseable {

  private static final int OK = 200;

  private final URI member;
  private final EngineHttp http;

  /**
   * Connects to nobody yet.
   *
   * @param member {@code https://host:2379}
   * @param patience so long an answer may take
   */
  public Etcd(URI member, SSLContext context, Duration patience) {
    this.member = member;
    this.http = new EngineHttp(context, patience);
  }

  /**
   * A key as it was read.
   *
   * @param revision of its last change, which a transaction compares
   * @param lease 0 where it has none
   */
  public record Entry(String key, String value, long revision, long lease) {}

  /**
   * What a key holds.
   *
   * @throws IOException if no majority answers
   */
  public Optional<Entry> get(String key) throws IOException {
    JsonNode found = post("/v3/kv/range", Map.of("key", base64(key))).path("kvs");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    JsonNode entry = found.get(0);
    return Optional.of(
        new Entry(
            key,
            text(entry.path("value").asString("")),
            entry.path("mod_revision").asLong(0),
            entry.path("lease").asLong(0)));
  }

  /**
   * Takes a key away and writes another as it is, at once, if neither changed since they were read.
   * The write makes every change of the second that somebody else has under way fail.
   *
   * @param taken still with this value and this lease
   * @param touched still of this revision
   * @return false if one of them changed; nothing was done then
   * @throws IOException if no majority answers; it may have been done
   */
  public boolean takeAndTouch(Entry taken, Entry touched) throws IOException {
    Map<String, Object> transaction =
        Map.of(
            "compare",
            List.of(
                comparison(taken.key(), "VALUE", "value", base64(taken.value())),
                comparison(taken.key(), "LEASE", "lease", Long.toString(taken.lease())),
                comparison(
                    touched.key(), "MOD", "mod_revision", Long.toString(touched.revision()))),
            "success",
            List.of(
                Map.of("request_delete_range", Map.of("key", base64(taken.key()))),
                Map.of(
                    "request_put",
                    Map.of("key", base64(touched.key()), "value", base64(touched.value())))));
    return post("/v3/kv/txn", transaction).path("succeeded").asBoolean(false);
  }

  /**
   * Makes a lease: keys that are put with it go with it, unless it is renewed in time.
   *
   * @param life whole seconds; etcd makes less than some three of them longer
   * @return its number, never 0
   * @throws IOException if no majority answers; it may have been made
   */
  public long grant(Duration life) throws IOException {
    long id =
        post("/v3/lease/grant", Map.of("TTL", Long.toString(life.toSeconds())))
            .path("ID")
            .asLong(0);
    if (id == 0) {
      throw new IOException("etcd does not say which lease it made");
    }
    return id;
  }

  /**
   * Has a lease live as long again as it was made for.
   *
   * @return false if it is over, and its keys are gone
   * @throws IOException if no majority answers
   */
  public boolean renew(long lease) throws IOException {
    JsonNode said = post("/v3/lease/keepalive", Map.of("ID", Long.toString(lease))).path("result");
    return said.path("TTL").asLong(0) > 0; // left out where there is no such lease
  }

  /**
   * Writes a key that goes with a lease.
   *
   * @throws IOException if no majority answers, or the lease is over; else it may have been done
   */
  public void put(String key, String value, long lease) throws IOException {
    post(
        "/v3/kv/put",
        Map.of("key", base64(key), "value", base64(value), "lease", Long.toString(lease)));
  }

  /**
   * A machine that has a vote.
   *
   * @param name empty until it was started for the first time
   * @param id as etcd writes it
   * @param peer the addresses that others reach it by
   */
  public record Voter(String name, String id, List<String> peer) {}

  /**
   * Who has a vote.
   *
   * @throws IOException if no majority answers
   */
  public List<Voter> voters() throws IOException {
    List<Voter> voters = new ArrayList<>();
    Map<String, Boolean> certain = Map.of("linearizable", true);
    for (JsonNode member : post("/v3/cluster/member/list", certain).path("members")) {
      List<String> peer = new ArrayList<>();
      member.path("peerURLs").forEach(url -> peer.add(url.asString("")));
      voters.add(new Voter(member.path("name").asString(""), member.path("ID").asString(""), peer));
    }
    return voters;
  }

  /**
   * Takes the vote of a machine away, for good.
   *
   * @throws IOException if no majority answers; it may have been done
   */
  public void remove(Voter voter) throws IOException {
    post("/v3/cluster/member/remove", Map.of("ID", voter.id()));
  }

  /**
   * Gives a vote to a machine that has not begun yet.
   *
   * @throws IOException if no majority answers; it may have been done
   */
  public void add(URI peer) throws IOException {
    post("/v3/cluster/member/add", Map.of("peerURLs", List.of(peer.toString())));
  }

  private static Map<String, String> comparison(
      String key, String target, String name, String expected) {
    return Map.of("key", base64(key), "target", target, "result", "EQUAL", name, expected);
  }

  private JsonNode post(String path, Map<String, ?> body) throws IOException {
    EngineHttp.Answer answer = http.post(member.resolve(path), body);
    if (answer.status() != OK) {
      throw new IOException("etcd answers %d to %s".formatted(answer.status(), path));
    }
    return answer.json();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(String base64) throws IOException {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IOException("a value of etcd is no Base64");
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
