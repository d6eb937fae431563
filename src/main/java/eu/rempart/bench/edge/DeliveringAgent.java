package eu.rempart.bench.edge;

import eu.rempart.watch.check.Zone;
import eu.rempart.watch.wire.Admission;
import eu.rempart.watch.wire.AdmissionCode;
import eu.rempart.watch.wire.Exchange;
import eu.rempart.watch.wire.Exchange.Found;
import eu.rempart.watch.wire.Json;
import eu.rempart.watch.wire.ProbeKeys;
import eu.rempart.watch.wire.RequestSeal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** An agent that measures nothing and delivers what it makes up, as others do. */
final class DeliveringAgent implements AutoCloseable {

  private final Zone zone;
  private final UUID id;
  private final KeyPair pair;
  private final URI server;
  private final HttpClient client;
  private final List<UUID> checks;
  private final UUID boot = UUID.randomUUID();
  private long sequence;
  private long number;
  private String revision = "";

  private DeliveringAgent(
      Zone zone, UUID id, KeyPair pair, URI server, HttpClient client, List<UUID> checks) {
    this.zone = zone;
    this.id = id;
    this.pair = pair;
    this.server = server;
    this.client = client;
    this.checks = checks;
  }

  /** Makes a code, and is admitted with it. */
  static DeliveringAgent admit(Zone zone, Path home, int port, Connection owner, List<UUID> checks)
      throws IOException, GeneralSecurityException, SQLException, InterruptedException {
    byte[] keys = Files.readAllBytes(home.resolve("keys/probes"));
    PublicKey key = ProbeKeys.publicKey(Arrays.copyOf(keys, ProbeKeys.PUBLIC_BYTES));
    AdmissionCode code = AdmissionCode.random(key);
    try (PreparedStatement insert =
        owner.prepareStatement(
            "INSERT INTO watch_agent_code (digest, zone, made_at, expires_at)"
                + " VALUES (?, ?, now(), now() + interval '15 minutes')")) {
      insert.setBytes(1, ProbeKeys.digest(code.secret().getBytes(StandardCharsets.UTF_8)));
      insert.setString(2, zone.code());
      insert.executeUpdate();
    }
    KeyPair pair = ProbeKeys.generate();
    URI server = URI.create("https://localhost:" + port);
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(OwnAuthority.trusting(home.resolve("tls/ca.pem")))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    byte[] asked = Json.write(Admission.Request.of(code, zone.code(), "bench", "1", pair));
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(server.resolve(Admission.PATH))
                .POST(BodyPublishers.ofByteArray(asked))
                .build(),
            BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("not admitted: " + answer.statusCode());
    }
    UUID id = UUID.fromString(Json.read(answer.body(), Admission.Welcome.class).agent());
    return new DeliveringAgent(zone, id, pair, server, client, checks);
  }

  /** Delivers so many results, all of them well. */
  void deliver(int results) throws IOException, InterruptedException {
    List<Found> found = new ArrayList<>();
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    for (int i = 0; i < results; i++) {
      UUID check = checks.get((int) (number % checks.size()));
      found.add(
          new Found(++number, check, now - results + i, null, 200, 1L, 900L, 2_000L, 400L, 4_000L));
    }
    byte[] body = Json.write(new Exchange.Report(zone.code(), "1", now / 1_000, revision, found));
    RequestSeal seal = new RequestSeal(id, boot, ++sequence, Instant.now());
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(server.resolve(Exchange.PATH))
                .header(
                    RequestSeal.HEADER, seal.sign(pair.getPrivate(), "POST", Exchange.PATH, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("refused: " + new String(answer.body(), StandardCharsets.UTF_8));
    }
    revision = Json.read(answer.body(), Exchange.Work.class).revision();
  }

  /** How many results it delivered. */
  long delivered() {
    return number;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
