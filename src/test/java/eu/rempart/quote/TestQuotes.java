package eu.rempart.quote;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.customfield.TestCustomFields;
import eu.rempart.db.Actor;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.Writes;
import eu.rempart.db.sealed.TestSealing;
import eu.rempart.product.ProductId;
import eu.rempart.quote.letterhead.Letterhead;
import eu.rempart.quote.letterhead.LetterheadService;
import eu.rempart.quote.letterhead.TestLetterheads;
import eu.rempart.quote.money.Vat;
import eu.rempart.search.SearchIndex;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The services of quotes over a test database, for whoever is told to act. */
public final class TestQuotes {

  /** On which the tests issue. */
  public static final LocalDate DAY = LocalDate.of(2026, 11, 26);

  public static final Letterhead FIRM =
      new Letterhead(
          "Ateliers Dupré SAS",
          "12 rue des Forges\n69003 Lyon",
          "FR",
          "FR40303265045",
          "SIRET 303 265 045 00012",
          "contact@dupre.example",
          "+33 4 72 00 00 00",
          "dupre.example",
          "IBAN FR76 3000 6000 0112 3456 7890 189",
          "SAS au capital de 40 000 €",
          "Paiement à 30 jours.",
          Map.of("de", "Zahlbar in 30 Tagen."),
          null);

  public final TestDatabase database;
  public final Rights rights;
  public final QuoteService quotes;
  public final QuoteStepService steps;
  public final LetterheadService letterheads;
  public final CustomFieldService fields;
  final QuoteRepository repository;
  private final CurrentMember current = new CurrentMember();

  public TestQuotes(TestDatabase database) {
    this.database = database;
    rights = new Rights(current);
    Writes writes =
        database.writes(() -> current.find().map(member -> Actor.manual(member.memberId())));
    SearchIndex index = new SearchIndex(List::of, Locale.FRENCH);
    repository = new QuoteRepository(database.app(), new TestSealing());
    letterheads = TestLetterheads.service(database, writes, rights);
    fields = TestCustomFields.service(database, current);
    CustomChecks custom = TestCustomFields.checks(database);
    quotes = new QuoteService(repository, index, writes, rights, custom);
    steps = new QuoteStepService(repository, letterheads, index, writes, rights, custom);
  }

  /** Writes the letterhead, as issuing needs one. */
  public TestQuotes withLetterhead() throws Exception {
    as(Role.ADMINISTRATOR, () -> letterheads.save(letterheads.find().version(), FIRM));
    return this;
  }

  public <T> T as(Role role, Callable<T> work) throws Exception {
    UUID member = database.member(role.name());
    return current.callAs(new SignedInMember(member, role, UUID.randomUUID(), null), work);
  }

  public static QuoteLine line(String description, String quantity, String price, Vat vat) {
    return line(null, description, quantity, price, "EUR", vat);
  }

  public static QuoteLine line(
      @Nullable ProductId product,
      String description,
      String quantity,
      String price,
      String currency,
      Vat vat) {
    return new QuoteLine(
        product,
        description,
        "h",
        new BigDecimal(quantity),
        new BigDecimal(price),
        currency,
        BigDecimal.ZERO,
        vat);
  }

  /** A draft that can be issued. */
  public static QuoteData roof() {
    return QuoteData.builder()
        .title("Roof")
        .customerName("Ștefan Müller S.R.L.")
        .customerAddress("Strada Lungă 5\n500035 Brașov")
        .customerCountry("RO")
        .customerVat("RO1234567")
        .lines(
            List.of(
                line("Tiles", "12.5", "19.99", Vat.standard("20")),
                line("Work", "8", "55", Vat.standard("10"))))
        .build();
  }

  public QuoteId draft() throws Exception {
    return as(Role.MEMBER, () -> quotes.create(roof()));
  }

  public Quote now(QuoteId id) throws Exception {
    return as(Role.READER, () -> quotes.find(id).orElseThrow());
  }

  public Quote issue(QuoteId id) throws Exception {
    return done(as(Role.MEMBER, () -> steps.issue(id, now(id).version(), DAY)));
  }

  public static Quote done(QuoteStep step) {
    return ((QuoteStep.Done) step).quote();
  }
}
