package eu.rempart.quote;

import static eu.rempart.quote.TestQuotes.DAY;
import static eu.rempart.quote.TestQuotes.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.SaveResult;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.deal.DealId;
import eu.rempart.product.ProductId;
import eu.rempart.quote.money.Discount;
import eu.rempart.quote.money.QuoteProblem;
import eu.rempart.quote.money.QuoteRefusedException;
import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatCategory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuoteServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private TestQuotes house;

  @BeforeEach
  void open() throws Exception {
    house = new TestQuotes(database).withLetterhead();
  }

  private void refused(Callable<?> work, QuoteProblem problem) {
    assertThatThrownBy(() -> house.as(Role.MEMBER, work))
        .isInstanceOfSatisfying(
            QuoteRefusedException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @Test
  void everyFieldComesBackAsItWasWritten() throws Exception {
    QuoteData all =
        TestQuotes.roof().toBuilder()
            .ownerId(UUID.randomUUID())
            .companyId(new CompanyId(UUID.randomUUID()))
            .contactId(new ContactId(UUID.randomUUID()))
            .dealId(new DealId(UUID.randomUUID()))
            .validUntil(DAY.plusDays(30))
            .language("de")
            .introduction("Sehr geehrte Damen und Herren")
            .terms("30 Tage")
            .vatReason("Kleinunternehmer")
            .currency("EUR")
            .discount(new Discount.Percent(new BigDecimal("2.50")))
            .lines(
                List.of(
                    TestQuotes.line(
                        new ProductId(UUID.randomUUID()),
                        "Ziegel\nrot",
                        "0.125",
                        "1234.5678",
                        "EUR",
                        Vat.standard("5.5"))))
            .build();
    QuoteId id = house.as(Role.MEMBER, () -> house.quotes.create(all));
    assertThat(house.now(id).data()).isEqualTo(all);

    QuoteData amount =
        all.toBuilder().discount(new Discount.Amount(new BigDecimal("1.0000"))).build();
    house.as(Role.MEMBER, () -> house.quotes.save(id, 1, all, amount));
    assertThat(house.now(id).data()).isEqualTo(amount);
    assertThat(house.repository.rows(List.of(id.value())).getFirst().total())
        .isEqualByComparingTo(amount.totals().total());
  }

  @Test
  void aDraftIsChangedAndArchivedAndKeepsItsVersions() throws Exception {
    QuoteId id = house.draft();
    Quote created = house.now(id);
    QuoteData renamed = created.data().toBuilder().title("Roof and gutters").build();
    assertThat(house.as(Role.MEMBER, () -> house.quotes.save(id, 1, created.data(), renamed)))
        .isInstanceOf(SaveResult.Saved.class);
    assertThat(
            house.as(
                Role.MEMBER,
                () ->
                    house.quotes.save(
                        id, 1, created.data(), created.data().toBuilder().title("Wall").build())))
        .isEqualTo(
            new SaveResult.Stale<>(
                house.now(id), Set.of(QuoteField.TITLE), Set.of(QuoteField.TITLE)));
    assertThat(KeptTables.QUOTE.versionsOf(database.app(), id.value())).hasSize(2);
    house.as(Role.MEMBER, () -> house.quotes.archive(List.of(id)));
    assertThat(house.as(Role.READER, () -> house.quotes.find(id))).isEmpty();
    assertThat(house.as(Role.MEMBER, () -> house.steps.issue(id, 2, DAY)))
        .isInstanceOf(QuoteStep.Gone.class);
  }

  @Test
  void issuingGivesANumberAndTodaysLetterheadForGood() throws Exception {
    QuoteId id = house.draft();
    Quote issued = house.issue(id);
    assertThat(issued.standing().kept()).isEqualTo(QuoteState.ISSUED);
    assertThat(issued.standing().number()).matches("2026-\\d{4}");
    assertThat(issued.standing().seller()).isEqualTo(TestQuotes.FIRM);

    assertThatThrownBy(
            () ->
                house.as(
                    Role.MEMBER,
                    () ->
                        house.quotes.save(
                            id,
                            issued.version(),
                            issued.data(),
                            issued.data().toBuilder().title("Else").build())))
        .isInstanceOf(IssuedQuoteException.class);
    assertThatThrownBy(() -> house.as(Role.MEMBER, () -> house.quotes.archive(List.of(id))))
        .isInstanceOf(IssuedQuoteException.class);
    assertThat(house.as(Role.MEMBER, () -> house.steps.issue(id, issued.version(), DAY)))
        .isInstanceOf(QuoteStep.Impossible.class);
  }

  @Test
  void anAnswerIsWrittenDownAndTakenBack() throws Exception {
    QuoteId id = house.draft();
    Quote issued = house.issue(id);
    Quote accepted =
        done(house.as(Role.MEMBER, () -> house.steps.accept(id, issued.version(), DAY)));
    assertThat(accepted.standing().kept()).isEqualTo(QuoteState.ACCEPTED);
    assertThat(accepted.standing().answeredOn()).isEqualTo(DAY);
    assertThat(house.as(Role.MEMBER, () -> house.steps.decline(id, accepted.version(), DAY)))
        .isInstanceOf(QuoteStep.Impossible.class);
    Quote open = done(house.as(Role.MEMBER, () -> house.steps.reopen(id, accepted.version())));
    assertThat(house.as(Role.MEMBER, () -> house.steps.decline(id, issued.version(), DAY)))
        .isInstanceOf(QuoteStep.Stale.class);
    Quote declined =
        done(house.as(Role.MEMBER, () -> house.steps.decline(id, open.version(), DAY)));
    assertThat(declined.standing().kept()).isEqualTo(QuoteState.DECLINED);
    assertThat(declined.data()).isEqualTo(issued.data());
  }

  @Test
  void theLastDayPassesWithoutAnybodyWritingIt() throws Exception {
    QuoteId id =
        house.as(
            Role.MEMBER,
            () -> house.quotes.create(TestQuotes.roof().toBuilder().validUntil(DAY).build()));
    Quote issued = house.issue(id);
    assertThat(issued.state(DAY)).isEqualTo(QuoteState.ISSUED);
    assertThat(issued.state(DAY.plusDays(1))).isEqualTo(QuoteState.EXPIRED);
    Quote accepted =
        done(house.as(Role.MEMBER, () -> house.steps.accept(id, issued.version(), DAY)));
    assertThat(accepted.state(DAY.plusDays(1))).isEqualTo(QuoteState.ACCEPTED);
  }

  @Test
  void aRevisionTakesThePlaceOfItsPredecessorOnceItIsIssued() throws Exception {
    QuoteId id = house.draft();
    Quote first = house.issue(id);
    Quote draft = done(house.as(Role.MEMBER, () -> house.steps.revise(id, first.version())));
    Quote rival = done(house.as(Role.MEMBER, () -> house.steps.revise(id, first.version())));
    assertThat(draft.standing().revises()).isEqualTo(id);
    assertThat(draft.standing().number()).isNull();
    assertThat(draft.data().lines()).isEqualTo(first.data().lines());
    assertThat(house.now(id).standing().kept()).isEqualTo(QuoteState.ISSUED);

    Quote second = house.issue(draft.id());
    assertThat(second.standing().number()).isNotEqualTo(first.standing().number());
    assertThat(house.now(id).standing().kept()).isEqualTo(QuoteState.REVISED);
    assertThat(house.now(id).standing().number()).isEqualTo(first.standing().number());
    refused(
        () -> house.steps.issue(rival.id(), rival.version(), DAY), QuoteProblem.REVISED_ALREADY);
    assertThat(house.as(Role.MEMBER, () -> house.steps.revise(id, house.now(id).version())))
        .isInstanceOf(QuoteStep.Impossible.class);
    assertThat(house.as(Role.READER, () -> house.quotes.revisionsOf(id)))
        .extracting(QuoteRow::id)
        .containsExactly(draft.id(), rival.id());
  }

  @Test
  void whatIsWrongOrMissingIsNamedAndNothingIsIssued() throws Exception {
    QuoteData roof = TestQuotes.roof();
    refusedToIssue(roof.toBuilder().lines(List.of()).build(), QuoteProblem.LINES_MISSING);
    refusedToIssue(roof.toBuilder().customerName(null).build(), QuoteProblem.CUSTOMER_MISSING);
    refusedToIssue(
        roof.toBuilder().validUntil(DAY.minusDays(1)).build(), QuoteProblem.DATE_BEFORE_TODAY);
    refusedToIssue(
        roof.toBuilder().lines(List.of(TestQuotes.line(" ", "1", "1", Vat.standard("20")))).build(),
        QuoteProblem.DESCRIPTION_MISSING);
    refusedToIssue(
        roof.toBuilder()
            .customerVat(null)
            .lines(List.of(TestQuotes.line("Work", "1", "1", Vat.none(VatCategory.REVERSE_CHARGE))))
            .build(),
        QuoteProblem.VAT_BUYER_NUMBER_MISSING);
    refusedToIssue(
        roof.toBuilder()
            .lines(
                List.of(
                    TestQuotes.line("Work", "1", "1", Vat.none(VatCategory.OUTSIDE)),
                    TestQuotes.line("Tiles", "1", "1", Vat.standard("20"))))
            .build(),
        QuoteProblem.VAT_OUTSIDE_MIX);
    refusedToIssue(
        roof.toBuilder()
            .lines(List.of(TestQuotes.line("Back", "-1", "1", Vat.standard("20"))))
            .build(),
        QuoteProblem.TOTAL_NEGATIVE);
  }

  private void refusedToIssue(QuoteData data, QuoteProblem problem) throws Exception {
    QuoteId id = house.as(Role.MEMBER, () -> house.quotes.create(data));
    refused(() -> house.steps.issue(id, 1, DAY), problem);
    assertThat(house.now(id).standing().number()).isNull();
  }

  @Test
  void aLineInAnotherCurrencyIsNeverKept() {
    QuoteLine franc = TestQuotes.line(null, "Tiles", "1", "1", "CHF", Vat.standard("20"));
    refused(
        () -> house.quotes.create(TestQuotes.roof().toBuilder().lines(List.of(franc)).build()),
        QuoteProblem.CURRENCY_MIX);
    refused(
        () -> house.quotes.create(TestQuotes.roof().toBuilder().currency("CHF").build()),
        QuoteProblem.CURRENCY_MIX);
    assertThatThrownBy(() -> house.as(Role.MEMBER, () -> house.quotes.create(QuoteData.EMPTY)))
        .isInstanceOf(InvalidFieldException.class);
  }

  @Test
  void readerChangesNothingAndEngineerReachesNothing() throws Exception {
    QuoteId id = house.draft();
    List<Callable<?>> writing =
        List.of(
            () -> house.quotes.create(TestQuotes.roof()),
            () -> house.quotes.save(id, 1, TestQuotes.roof(), QuoteData.EMPTY),
            () -> house.quotes.archive(List.of(id)),
            () -> house.steps.issue(id, 1, DAY),
            () -> house.steps.accept(id, 1, DAY),
            () -> house.steps.decline(id, 1, DAY),
            () -> house.steps.reopen(id, 1),
            () -> house.steps.revise(id, 1));
    List<Callable<?>> reading =
        List.of(
            () -> house.quotes.page(QuoteQuery.ALL, 0, 10),
            () -> house.quotes.find(id),
            () -> house.quotes.rows(List.of(id)),
            () -> house.quotes.revisionsOf(id),
            () -> house.quotes.of(new CompanyId(UUID.randomUUID()), 5),
            () -> house.quotes.of(new DealId(UUID.randomUUID()), 5),
            () -> house.quotes.indexState());
    writing.forEach(door -> notPermitted(Role.READER, door));
    writing.forEach(door -> notPermitted(Role.ENGINEER, door));
    reading.forEach(door -> notPermitted(Role.ENGINEER, door));
    assertThat(house.now(id).version()).isEqualTo(1);
  }

  private void notPermitted(Role role, Callable<?> work) {
    assertThatThrownBy(() -> house.as(role, work))
        .as("%s", role)
        .isInstanceOf(NotPermittedException.class);
  }
}
