package eu.rempart.demo;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.common.AddressKind;
import eu.rempart.common.CountryCode;
import eu.rempart.common.Ids;
import eu.rempart.common.PostalAddress;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.db.Reason;
import eu.rempart.product.ProductData;
import eu.rempart.product.ProductId;
import eu.rempart.product.ProductService;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteLine;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.QuoteStepService;
import eu.rempart.quote.letterhead.Letterhead;
import eu.rempart.quote.letterhead.LetterheadService;
import eu.rempart.quote.money.Discount;
import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What the demo firm offers: some products, and quotes in every state. */
@Component
class DemoQuotes {

  private static final int QUOTES = 36;

  /** Of these the newest stay drafts. */
  private static final int ISSUED = 30;

  private static final Letterhead FIRM =
      new Letterhead(
          "Rempart Démonstration SAS",
          "4 place des Remparts\n35400 Saint-Malo",
          "FR",
          "FR12345678901",
          "RCS Saint-Malo 123 456 789",
          "bonjour@demonstration.example",
          "+33 2 99 00 00 00",
          "demonstration.example",
          "IBAN FR00 0000 0000 0000 0000 0000 000",
          "SAS au capital de 10 000 €",
          "Paiement à 30 jours à compter de la date de facture.",
          Map.of("en", "Payment within 30 days of the date of invoice."),
          null);

  private final ProductService products;
  private final QuoteService quotes;
  private final QuoteStepService steps;
  private final LetterheadService letterheads;
  private final CurrentMember current;

  DemoQuotes(
      ProductService products,
      QuoteService quotes,
      QuoteStepService steps,
      LetterheadService letterheads,
      CurrentMember current) {
    this.products = products;
    this.quotes = quotes;
    this.steps = steps;
    this.letterheads = letterheads;
    this.current = current;
  }

  /**
   * Puts on the list what the firm sells.
   *
   * @param values what products have in the firm's own fields
   */
  Map<ProductId, ProductData> stock(DemoValues values, Reason reason, Consumer<Runnable> step) {
    Map<ProductId, ProductData> goods = goods();
    goods.replaceAll((_, data) -> data.with(values.next("product")));
    step.accept(() -> products.createAll(goods, reason));
    return goods;
  }

  /**
   * Offers things to these firms. Where whoever signed in may not write the letterhead, all quotes
   * stay drafts.
   *
   * @param goods what the firm sells
   * @param values what quotes have in the firm's own fields
   * @param step runs each part in a transaction of its own
   */
  void offer(
      UUID member,
      List<Company> firms,
      Map<ProductId, ProductData> goods,
      DemoValues values,
      long seed,
      Consumer<Runnable> step) {
    SplittableRandom random = new SplittableRandom(seed ^ 0x0FFE);
    List<QuoteId> ids = new ArrayList<>();
    step.accept(
        () -> {
          for (int i = 0; i < QUOTES; i++) {
            Company firm = DemoPeople.pick(firms, random);
            QuoteData quote = quote(member, firm, goods, random);
            ids.add(quotes.create(quote.toBuilder().custom(values.next("quote")).build()));
          }
        });
    if (!current.may(Right.MANAGE_FIRM)) {
      return;
    }
    LocalDate first = LocalDate.now(java.time.ZoneOffset.UTC).minusDays(4L * ISSUED);
    step.accept(
        () -> {
          letterheads.save(letterheads.find().version(), FIRM);
          for (int i = 0; i < ISSUED; i++) {
            steps.issue(ids.get(i), 1, first.plusDays(4L * i));
          }
        });
    step.accept(
        () -> {
          for (int i = 0; i < ISSUED - 6; i++) {
            LocalDate day = first.plusDays(4L * i + 3);
            switch (random.nextInt(4)) {
              case 0, 1 -> steps.accept(ids.get(i), 2, day);
              case 2 -> steps.decline(ids.get(i), 2, day);
              default -> {
                // no answer came
              }
            }
          }
        });
  }

  static Map<ProductId, ProductData> goods() {
    Map<ProductId, ProductData> goods = new LinkedHashMap<>();
    add(goods, "Audit énergétique", "AUD", "jour", "920");
    add(goods, "Formation des équipes", "FOR", "jour", "1150");
    add(goods, "Maintenance préventive", "MNT", "h", "84.50");
    add(goods, "Pièces détachées", "PCS", "kg", "12.75");
    add(goods, "Licence annuelle", "LIC", "poste", "349");
    add(goods, "Mise en service", "MES", "forfait", "1480");
    return goods;
  }

  private static void add(
      Map<ProductId, ProductData> goods, String name, String code, String unit, String price) {
    goods.put(
        new ProductId(Ids.next()),
        new ProductData(name, code, null, unit, new BigDecimal(price), "EUR", null, null, true));
  }

  static QuoteData quote(
      UUID member, Company firm, Map<ProductId, ProductData> goods, SplittableRandom random) {
    CompanyData data = firm.data();
    Optional<PostalAddress> address =
        data.addresses().stream()
            .filter(each -> each.kind() == AddressKind.BILLING)
            .findFirst()
            .or(() -> data.addresses().stream().findFirst());
    String country =
        address
            .flatMap(each -> Optional.ofNullable(each.country()))
            .map(CountryCode::value)
            .orElse(null);
    Vat vat = VatRates.usual("FR", country, data.vatNumber() != null);
    List<ProductId> known = List.copyOf(goods.keySet());
    List<QuoteLine> lines = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      ProductId id = known.get(random.nextInt(known.size()));
      ProductData product = java.util.Objects.requireNonNull(goods.get(id));
      lines.add(
          new QuoteLine(
              id,
              String.valueOf(product.name()),
              product.unit(),
              BigDecimal.valueOf(1 + random.nextInt(80), random.nextInt(3) == 0 ? 1 : 0),
              product.price() == null ? BigDecimal.ONE : product.price(),
              "EUR",
              random.nextInt(4) == 0 ? BigDecimal.TEN : BigDecimal.ZERO,
              vat));
    }
    return QuoteData.builder()
        .ownerId(member)
        .companyId(firm.id())
        .title(lines.getFirst().description() + " – " + data.name())
        .language("FR".equals(country) ? "fr" : "DE".equals(country) ? "de" : "en")
        .customerName(data.name() == null ? "…" : data.name())
        .customerAddress(
            address
                .map(each -> each.street() + "\n" + each.postalCode() + " " + each.city())
                .orElse(null))
        .customerCountry(country)
        .customerVat(data.vatNumber())
        .terms(FIRM.terms())
        .lines(lines)
        .discount(
            random.nextInt(5) == 0 ? new Discount.Percent(new BigDecimal("5")) : Discount.NONE)
        .build();
  }
}
