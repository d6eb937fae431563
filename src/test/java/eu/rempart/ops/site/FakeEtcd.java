package eu.rempart.ops.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON gateway of etcd, as far as it is asked, over keys in memory. */
public final class FakeEtcd implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpServer server;
  private final Map<String, Value> values = new HashMap<>();
  private long revision = 100;
  volatile boolean electing;
  private final Set<Long> leases = new HashSet<>();
  private final List<Map<String, Object>> voters = new ArrayList<>();
  private volatile String refused = "";

  private record Value(String text, long revision, long lease) {}

  public FakeEtcd() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v3/kv/range", exchange -> answer(exchange, range(body(exchange))));
    server.createContext("/v3/kv/txn", exchange -> answer(exchange, transaction(body(exchange))));
    server.createContext("/v3/kv/put", exchange -> answer(exchange, put(body(exchange))));
    server.createContext("/v3/lease/grant", exchange -> answer(exchange, grant(body(exchange))));
    server.createContext(
        "/v3/lease/keepalive", exchange -> answer(exchange, keepAlive(body(exchange))));
    server.createContext("/v3/cluster/member", this::member);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  synchronized void put(String key, String text, long lease) {
    values.put(key, new Value(text, ++revision, lease));
  }

  synchronized void remove(String key) {
    values.remove(key);
  }

  synchronized boolean has(String key) {
    return values.containsKey(key);
  }

  synchronized long revision(String key) {
    return value(key).revision();
  }

  private Value value(String key) {
    return values.getOrDefault(key, new Value("", 0, 0));
  }

  private synchronized Object range(JsonNode asked) {
    String key = text(asked.path("key"));
    if (!values.containsKey(key)) {
      return Map.of("header", Map.of());
    }
    Value value = value(key);
    // numbers of 64 bits are strings, and a lease of 0 is left out
    Map<String, String> found = new HashMap<>();
    found.put("key", base64(key));
    found.put("value", base64(value.text()));
    found.put("mod_revision", Long.toString(value.revision()));
    if (value.lease() != 0) {
      found.put("lease", Long.toString(value.lease()));
    }
    return Map.of("kvs", List.of(found), "count", "1");
  }

  private synchronized Object put(JsonNode asked) {
    put(text(asked.path("key")), text(asked.path("value")), asked.path("lease").asLong());
    return Map.of("header", Map.of());
  }

  private synchronized Object grant(JsonNode asked) {
    long id = 7_587_862_114_532_177_700L + ++revision;
    leases.add(id);
    return Map.of("ID", Long.toString(id), "TTL", asked.path("TTL").asString());
  }

  private synchronized Object keepAlive(JsonNode asked) {
    Map<String, Object> said = new HashMap<>(Map.of("ID", asked.path("ID").asString()));
    if (leases.contains(asked.path("ID").asLong())) {
      said.put("TTL", "10");
    }
    return Map.of("result", said);
  }

  /** Nobody renewed any lease in time. */
  synchronized void expire() {
    values.values().removeIf(value -> leases.contains(value.lease()));
    leases.clear();
  }

  /**
   * Gives a machine a vote.
   *
   * @param name empty until it begins
   */
  public synchronized void addVoter(String name, URI peer) {
    String id = Long.toString(++revision);
    voters.add(Map.of("name", name, "ID", id, "peerURLs", List.of(peer.toString())));
  }

  /** From now on this is refused: {@code list}, {@code remove}, {@code add} or nothing. */
  public void refuse(String step) {
    refused = step;
  }

  private void member(HttpExchange exchange) throws IOException {
    JsonNode asked = body(exchange);
    String step = exchange.getRequestURI().getPath().replaceAll(".*/", "");
    if (step.equals(refused)) {
      exchange.sendResponseHeaders(500, -1);
      exchange.close();
      return;
    }
    answer(exchange, member(step, asked));
  }

  private synchronized Object member(String step, JsonNode asked) {
    switch (step) {
      case "list" -> {
        return Map.of("members", List.copyOf(voters));
      }
      case "remove" ->
          voters.removeIf(voter -> asked.path("ID").asString().equals(voter.get("ID")));
      case "add" -> addVoter("", URI.create(asked.path("peerURLs").get(0).asString()));
      default -> throw new IllegalArgumentException("etcd knows no " + step);
    }
    return Map.of("header", Map.of());
  }

  private synchronized Object transaction(JsonNode asked) {
    for (JsonNode comparison : asked.path("compare")) {
      if (!holds(comparison)) {
        return Map.of("header", Map.of());
      }
    }
    for (JsonNode step : asked.path("success")) {
      if (step.has("request_delete_range")) {
        values.remove(text(step.path("request_delete_range").path("key")));
      } else {
        JsonNode put = step.path("request_put");
        put(text(put.path("key")), text(put.path("value")), 0);
      }
    }
    return Map.of("succeeded", true);
  }

  private boolean holds(JsonNode comparison) {
    Value value = value(text(comparison.path("key")));
    return switch (comparison.path("target").asString()) {
      case "VALUE" -> value.text().equals(text(comparison.path("value")));
      case "LEASE" -> Long.toString(value.lease()).equals(comparison.path("lease").asString());
      case "MOD" ->
          Long.toString(value.revision()).equals(comparison.path("mod_revision").asString());
      default -> throw new IllegalArgumentException("etcd knows no target " + comparison);
    };
  }

  private JsonNode body(HttpExchange exchange) throws IOException {
    return JSON.readTree(exchange.getRequestBody().readAllBytes());
  }

  private void answer(HttpExchange exchange, Object said) throws IOException {
    try (exchange) {
      byte[] body = JSON.writeValueAsBytes(said);
      exchange.sendResponseHeaders(electing ? 503 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String text(JsonNode base64) {
    return new String(Base64.getDecoder().decode(base64.asString()), StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
