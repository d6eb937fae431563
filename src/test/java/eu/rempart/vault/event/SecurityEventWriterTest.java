package eu.rempart.vault.event;

import static eu.rempart.db.generated.Tables.SECURITY_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.vault.HandClock;
import eu.rempart.vault.event.SecurityEvent.Severity;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SecurityEventWriterTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final HandClock clock = new HandClock();
  private final SecurityEventWriter writer = new SecurityEventWriter(database.app(), clock);

  @Test
  void everyPartOfAnEventIsKept() {
    UUID member = UUID.randomUUID();
    UUID record = UUID.randomUUID();
    writer.record(
        SecurityEvent.of("test.whole", Severity.WARNING)
            .member(member)
            .code("S-0000001")
            .at(new SecurityEvent.Place("contact", record, "note"))
            .from("2001:db8::1")
            .with("count", "3"));
    writer.flush();

    var row = database.app().fetchSingle(SECURITY_EVENT, SECURITY_EVENT.KIND.eq("test.whole"));
    assertThat(row.getAt().toInstant()).isEqualTo(clock.instant());
    assertThat(row.getSeverity()).isEqualTo("WARNING");
    assertThat(row.getMemberId()).isEqualTo(member);
    assertThat(row.getCode()).isEqualTo("S-0000001");
    assertThat(row.getTableName()).isEqualTo("contact");
    assertThat(row.getRecordId()).isEqualTo(record);
    assertThat(row.getField()).isEqualTo("note");
    assertThat(String.valueOf(row.get("address"))).isEqualTo("2001:db8::1");
    assertThat(row.getDetail().data()).isEqualTo("{\"count\": \"3\"}");
  }

  @Test
  void whatCannotBeKeptIsCounted() {
    for (int i = 0; i < 1_200; i++) {
      writer.record(SecurityEvent.of("test.flood", Severity.INFO));
    }
    writer.flush();
    assertThat(database.app().fetchCount(SECURITY_EVENT, SECURITY_EVENT.KIND.eq("test.flood")))
        .isEqualTo(1_000);
    assertThat(
            database
                .app()
                .fetchSingle(SECURITY_EVENT, SECURITY_EVENT.KIND.eq("security.events.lost"))
                .getDetail()
                .data())
        .contains("200");
  }

  @Test
  void anEventThatTheDatabaseRefusesStopsNothing() {
    writer.record(SecurityEvent.of("test.bad", Severity.INFO).from("not an address"));
    writer.record(SecurityEvent.of("test.good", Severity.INFO));
    writer.flush();
    assertThat(database.app().fetchCount(SECURITY_EVENT, SECURITY_EVENT.KIND.eq("test.good")))
        .isEqualTo(1);
  }
}
