package eu.rempart.ops.backup.command;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.CountryCode;
import eu.rempart.ops.backup.Act;
import eu.rempart.ops.backup.BackupCell;
import eu.rempart.ops.backup.BackupRun;
import eu.rempart.ops.backup.BackupRun.Fault;
import eu.rempart.ops.backup.BackupRun.Result;
import eu.rempart.ops.backup.BackupRun.State;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.DestinationAddress;
import eu.rempart.ops.backup.engine.Proof;
import eu.rempart.ops.backup.engine.Technology;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs read. */
class BackupJsonTest {

  private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

  private Destination disk;

  @BeforeEach
  void destination() throws Exception {
    disk =
        new Destination(
            UUID.randomUUID(),
            3,
            DestinationAddress.parse("/mnt/disk/rempart"),
            CountryCode.of("FR"),
            "");
  }

  private BackupRun run(
      long id,
      Act act,
      State state,
      @Nullable Result made,
      @Nullable Fault fault,
      @Nullable Proof proof) {
    return new BackupRun(
        id,
        new BackupCell("server", disk.id(), Technology.CLASSIC),
        act,
        false,
        state,
        NOW,
        NOW.plusSeconds(id),
        state.isOpen() ? null : NOW.plusSeconds(id + 10),
        1,
        made,
        fault,
        proof);
  }

  private static JsonNode read(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @Test
  void nothingIsAListToo() {
    assertThat(BackupJson.list(List.of(), List.of("server"), List.of(), Map.of()))
        .isEqualTo("{\"destinations\":[]}");
  }

  @Test
  void listHasTheLatestAndTheLatestGoodOne() {
    BackupRun failed = run(9, Act.MAKE, State.FAILED, null, new Fault("unreachable", "said"), null);
    BackupRun made = run(7, Act.MAKE, State.DONE, new Result("20261201F", 50, 5, 1), null, null);
    JsonNode all =
        read(BackupJson.list(
                List.of(disk), List.of("server"), List.of(failed, made), Map.of(disk.id(), NOW)))
            .get("destinations");
    assertThat(all).hasSize(1);
    JsonNode one = all.get(0);
    assertThat(one.get("number").intValue()).isEqualTo(3);
    assertThat(one.get("address").stringValue()).isEqualTo("/mnt/disk/rempart");
    assertThat(one.get("country").stringValue()).isEqualTo("FR");
    assertThat(one.get("left_out_since").stringValue()).isEqualTo(NOW.toString());
    JsonNode classic = one.get("backups").get(0);
    assertThat(classic.get("server").stringValue()).isEqualTo("server");
    assertThat(classic.get("technology").stringValue()).isEqualTo("classic");
    assertThat(classic.get("last_make"))
        .isEqualTo(
            read(
                """
                {"state": "failed", "good": false, "begun": "2026-12-01T10:00:09Z",
                 "ended": "2026-12-01T10:00:19Z", "why": "unreachable", "said": "said"}\
                """));
    assertThat(classic.get("last_good_make"))
        .isEqualTo(
            read(
                """
                {"state": "done", "good": true, "begun": "2026-12-01T10:00:07Z",
                 "ended": "2026-12-01T10:00:17Z", "label": "20261201F", "bytes": 50,
                 "bytes_added": 5, "files_left_out": 1}\
                """));
    assertThat(classic.get("last_drill").isNull()).isTrue();
    assertThat(one.get("backups").get(1).get("technology").stringValue()).isEqualTo("image");
    assertThat(one.get("backups").get(1).get("last_make").isNull()).isTrue();
  }

  @Test
  void oneThatWentBadMakesAllOfThemBad() {
    Proof bad = new Proof(Set.of(Proof.Fault.LEDGER_BROKEN), NOW, "300", new TreeMap<>());
    Map<BackupRun, Destination> ended = new LinkedHashMap<>();
    ended.put(run(1, Act.DRILL, State.DONE, null, null, bad), disk);
    JsonNode answer = read(BackupJson.runs(Act.DRILL, ended));
    assertThat(answer.get("act").stringValue()).isEqualTo("drill");
    assertThat(answer.get("good").booleanValue()).isFalse();
    JsonNode only = answer.get("runs").get(0);
    assertThat(only.get("number").intValue()).isEqualTo(3);
    assertThat(only.get("faults")).isEqualTo(read("[\"ledger-broken\"]"));
    assertThat(only.get("last_change").stringValue()).isEqualTo(NOW.toString());

    ended.clear();
    ended.put(run(2, Act.VERIFY, State.DONE, null, null, null), disk);
    assertThat(read(BackupJson.runs(Act.VERIFY, ended)).get("good").booleanValue()).isTrue();
  }
}
