package eu.rempart.quote;

import static eu.rempart.quote.TestQuotes.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.Role;
import eu.rempart.db.TestDatabase;
import eu.rempart.quote.letterhead.Letterhead;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** What the database itself holds, whoever writes: numbers without gaps, and issued quotes. */
class QuoteNumbersTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private TestQuotes house;

  @BeforeEach
  void open() throws Exception {
    house = new TestQuotes(database).withLetterhead();
  }

  private static List<Integer> serials(int year) {
    return database
        .app()
        .fetch("SELECT serial FROM quote WHERE series = ? ORDER BY serial", year)
        .getValues(0, Integer.class);
  }

  @Test
  void manyWhoIssueAtOnceGetOneNumberAfterTheOther() throws Exception {
    List<QuoteId> drafts = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      drafts.add(house.draft());
    }
    LocalDate day = LocalDate.of(2031, 1, 2);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<QuoteStep>> all = new ArrayList<>();
      for (QuoteId id : drafts) {
        all.add(threads.submit(() -> house.as(Role.MEMBER, () -> house.steps.issue(id, 1, day))));
      }
      for (Future<QuoteStep> each : all) {
        assertThat(each.get()).isInstanceOf(QuoteStep.Done.class);
      }
    }
    assertThat(serials(2031)).isEqualTo(IntStream.rangeClosed(1, 24).boxed().toList());
  }

  @Test
  void oneDraftThatManyIssueAtOnceGetsOneNumber() throws Exception {
    QuoteId id = house.draft();
    LocalDate day = LocalDate.of(2032, 1, 2);
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Future<QuoteStep>> all = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        all.add(threads.submit(() -> house.as(Role.MEMBER, () -> house.steps.issue(id, 1, day))));
      }
      int done = 0;
      for (Future<QuoteStep> each : all) {
        done += each.get() instanceof QuoteStep.Done ? 1 : 0;
      }
      assertThat(done).isEqualTo(1);
    }
    assertThat(serials(2032)).containsExactly(1);
  }

  @Test
  void whatIsRolledBackLeavesNoGap() throws Exception {
    QuoteId first = house.draft();
    QuoteId second = house.draft();
    LocalDate day = LocalDate.of(2033, 1, 2);
    assertThatThrownBy(
            () ->
                database
                    .app()
                    .transaction(
                        inner -> {
                          inner
                              .dsl()
                              .execute(
                                  "UPDATE quote SET state = 'ISSUED', issued_on = ?, seller ="
                                      + " '\\x00' WHERE id = ?",
                                  day,
                                  first.value());
                          throw new IllegalStateException("on purpose");
                        }))
        .isInstanceOf(IllegalStateException.class);
    house.as(Role.MEMBER, () -> house.steps.issue(second, 1, day));
    assertThat(serials(2033)).containsExactly(1);
    assertThat(house.now(first).standing().number()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE quote SET title = '\\x00' WHERE id = ?",
        "UPDATE quote SET lines = NULL WHERE id = ?",
        "UPDATE quote SET total = total + 1 WHERE id = ?",
        "UPDATE quote SET discount_percent = 10 WHERE id = ?",
        "UPDATE quote SET number = '2026-9999' WHERE id = ?",
        "UPDATE quote SET serial = serial + 1 WHERE id = ?",
        "UPDATE quote SET seller = '\\x00' WHERE id = ?",
        "UPDATE quote SET valid_until = '2099-01-01' WHERE id = ?",
        "UPDATE quote SET revises_id = id WHERE id = ?",
        "UPDATE quote SET state = 'DRAFT' WHERE id = ?",
        "DELETE FROM quote WHERE id = ?"
      })
  void whatIsIssuedNeverChangesNorGoesWhateverIsTried(String sql) throws Exception {
    QuoteId id = house.draft();
    Quote issued = house.issue(id);
    assertThatThrownBy(() -> database.app().execute(sql, id.value()))
        .isInstanceOfAny(DataAccessException.class, DataIntegrityViolationException.class)
        .hasMessageContaining("quote");
    assertThat(house.now(id)).isEqualTo(issued);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE quote SET state = 'ACCEPTED', answered_on = '2026-11-26' WHERE id = ?",
        "UPDATE quote SET number = '2026-9999', series = 2026, serial = 9999 WHERE id = ?",
        "UPDATE quote SET state = 'ISSUED' WHERE id = ?"
      })
  void aDraftBecomesIssuedAndNothingElse(String sql) throws Exception {
    QuoteId id = house.draft();
    assertThatThrownBy(() -> database.app().execute(sql, id.value()))
        .isInstanceOfAny(DataAccessException.class, DataIntegrityViolationException.class);
    assertThat(house.now(id).version()).isEqualTo(1);
  }

  @Test
  void noQuoteBeginsIssued() {
    assertThatThrownBy(
            () ->
                database
                    .app()
                    .execute(
                        "INSERT INTO quote (id, title, language, currency, net, tax, total, state,"
                            + " issued_on, series, serial, number, seller) VALUES (?, '\\x00',"
                            + " 'en', 'EUR', 0, 0, 0, 'ISSUED', now(), 2026, 77, '2026-0077',"
                            + " '\\x00')",
                        UUID.randomUUID()))
        .hasMessageContaining("draft");
  }

  @Test
  void whoseItIsAndWhereItBelongsStillChanges() throws Exception {
    QuoteId id = house.draft();
    house.issue(id);
    UUID deal = UUID.randomUUID();
    database
        .app()
        .execute("UPDATE quote SET deal_id = ?, owner_id = NULL WHERE id = ?", deal, id.value());
    assertThat(house.now(id).data().dealId()).isEqualTo(new eu.rempart.deal.DealId(deal));
    assertThat(house.now(id).standing().seller()).isEqualTo(TestQuotes.FIRM);
  }

  @Test
  void withoutALetterheadNothingGoesOut() throws Exception {
    QuoteId id = house.draft();
    database.app().execute("DELETE FROM letterhead");
    assertThatThrownBy(() -> house.as(Role.MEMBER, () -> house.steps.issue(id, 1, DAY)))
        .hasMessageContaining("LETTERHEAD_MISSING");
    assertThat(house.as(Role.MEMBER, house.letterheads::find).letterhead())
        .isEqualTo(Letterhead.EMPTY);
  }
}
