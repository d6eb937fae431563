package eu.rempart.vault;

import static eu.rempart.db.sealed.SealedTypes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.SealedColumn;
import eu.rempart.vault.event.Damage;
import eu.rempart.vault.event.SecurityEvent;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database belongs to somebody who wants in: what it does to sealed fields. */
class EvilDatabaseFieldTest {

  private static final SealedColumn<String> NOTE = new SealedColumn<>("contact", "note", TEXT);
  private static final SealedColumn<String> TITLE = new SealedColumn<>("contact", "title", TEXT);
  private static final SealedColumn<String> REMARK = new SealedColumn<>("company", "note", TEXT);

  private static VaultLab lab;

  @BeforeAll
  static void found() {
    lab = new VaultLab();
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @BeforeEach
  void forget() {
    lab.recorded.clear();
  }

  private static byte[] seal(SealedColumn<String> column, UUID id, String text) {
    return Objects.requireNonNull(
        lab.vault.sealingFor(lab.handle).of(column.table(), id).seal(column, text));
  }

  private static Opened<String> open(SealedColumn<String> column, UUID id, byte[] sealed) {
    return lab.vault.sealingFor(lab.handle).of(column.table(), id).open(column, sealed);
  }

  private static void assertUnopenable(SealedColumn<String> column, UUID id, byte[] sealed) {
    lab.recorded.clear();
    Opened<String> opened = open(column, id, sealed);
    assertThat(opened).isInstanceOf(Opened.Unopenable.class);
    String code = ((Opened.Unopenable<String>) opened).code();
    assertThat(code).matches("S-[0-9A-Z]{7}");
    assertThat(lab.recorded)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.kind()).isEqualTo("vault.field.unopenable");
              assertThat(event.code()).isEqualTo(code);
              assertThat(event.place())
                  .isEqualTo(new SecurityEvent.Place(column.table(), id, column.column()));
            });
  }

  @Test
  void aSealedValueOpensInItsPlaceAndLooksDifferentEachTime() {
    UUID id = UUID.randomUUID();
    byte[] once = seal(NOTE, id, "Zoë");
    byte[] again = seal(NOTE, id, "Zoë");

    assertThat(open(NOTE, id, once)).isEqualTo(new Opened.Clear<>("Zoë"));
    assertThat(once).isNotEqualTo(again).hasSize(31 + 16);
    assertThat(lab.recorded).isEmpty();
  }

  @Test
  void aValueMovedToAnotherRowDoesNotOpen() {
    assertUnopenable(NOTE, UUID.randomUUID(), seal(NOTE, UUID.randomUUID(), "x"));
  }

  @Test
  void aValueMovedToAnotherColumnDoesNotOpen() {
    UUID id = UUID.randomUUID();
    assertUnopenable(TITLE, id, seal(NOTE, id, "x"));
  }

  @Test
  void aValueMovedToAnotherTableDoesNotOpen() {
    UUID id = UUID.randomUUID();
    assertUnopenable(REMARK, id, seal(NOTE, id, "x"));
  }

  @Test
  void noFlippedBitGoesUnnoticed() {
    UUID id = UUID.randomUUID();
    byte[] sealed = seal(NOTE, id, "x");
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] flipped = sealed.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(open(NOTE, id, flipped)).isInstanceOf(Opened.Unopenable.class);
    }
  }

  @Test
  void anUnknownFormatAnotherEpochAndACutValueDoNotOpen() {
    for (int at : new int[] {0, 1, 2}) {
      UUID id = UUID.randomUUID();
      byte[] sealed = seal(NOTE, id, "x");
      sealed[at] ^= 7;
      assertUnopenable(NOTE, id, sealed);
    }
    assertUnopenable(NOTE, UUID.randomUUID(), new byte[0]);
    assertUnopenable(NOTE, UUID.randomUUID(), new byte[30]);
  }

  @Test
  void otherFieldsOfADamagedRecordStayUsable() {
    UUID id = UUID.randomUUID();
    byte[] title = seal(TITLE, id, "Dr");
    assertUnopenable(NOTE, id, title);
    assertThat(open(TITLE, id, title)).isEqualTo(new Opened.Clear<>("Dr"));
  }

  @Test
  void aFieldThatIsLookedAtAgainIsRecordedOnceAnHour() {
    UUID id = UUID.randomUUID();
    assertUnopenable(NOTE, id, new byte[40]);
    open(NOTE, id, new byte[40]);
    assertThat(lab.recorded).hasSize(1);

    lab.clock.forward(Damage.INTERVAL);
    lab.vault.touch(lab.handle);
    open(NOTE, id, new byte[40]);
    assertThat(lab.recorded.stream().filter(e -> e.place() != null)).hasSize(2);
  }

  @Test
  void aThousandBrokenRowsAreAFewEventsAndACount() {
    lab.clock.forward(Damage.INTERVAL);
    for (int i = 0; i < 1_000; i++) {
      open(NOTE, new UUID(7, i), new byte[40]);
    }
    assertThat(lab.recorded.stream().filter(e -> e.kind().equals("vault.field.unopenable")))
        .hasSize(Damage.ONE_BY_ONE);

    lab.clock.forward(Damage.INTERVAL);
    open(NOTE, UUID.randomUUID(), new byte[40]);
    assertThat(lab.recorded)
        .anySatisfy(
            event -> {
              assertThat(event.kind()).isEqualTo("vault.fields.unopenable");
              assertThat(event.detail()).containsEntry("count", "950");
            });
  }
}
