package eu.rempart.watch.probe;

import eu.rempart.db.generated.tables.records.WatchAgentRecord;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.wire.ProbeKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code watch_agent} as agents, and back. */
final class AgentMapper {

  private AgentMapper() {}

  static Agent agent(WatchAgentRecord row) {
    return new Agent(
        row.getId(),
        new Zone(row.getZone()),
        row.getName(),
        ProbeKeys.publicKey(row.getPublicKey()),
        AgentState.valueOf(row.getState()),
        row.getAdmittedAt().toInstant(),
        row.getRelease(),
        row.getHeardAt().toInstant(),
        instant(row.getSilentSince()),
        new Contact(
            row.getSequence(),
            instant(row.getMoment()),
            Arrays.asList(row.getBoots()),
            row.getResult(),
            instant(row.getBehindFrom()),
            instant(row.getBehindSince())),
        new Conduct(
            row.getLost(),
            row.getRefused(),
            row.getTrouble(),
            instant(row.getTroubleAt()),
            Duration.ofMillis(row.getClockOffMs()),
            row.getAgreed(),
            row.getAlone()));
  }

  /** Of one that was just admitted. */
  static WatchAgentRecord row(Agent agent, @Nullable UUID by) {
    WatchAgentRecord row = new WatchAgentRecord();
    row.setId(agent.id());
    row.setZone(agent.zone().code());
    row.setName(agent.name());
    row.setPublicKey(ProbeKeys.bytes(agent.key()));
    row.setAdmittedAt(utc(agent.admittedAt()));
    row.setAdmittedBy(by);
    row.setState(agent.state().name());
    row.setStateAt(utc(agent.admittedAt()));
    row.setRelease(agent.release());
    row.setHeardAt(utc(agent.heardAt()));
    return row;
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
    return instant == null ? null : utc(instant);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
