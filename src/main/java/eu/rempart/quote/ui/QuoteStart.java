package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.common.AddressKind;
import eu.rempart.common.CountryCode;
import eu.rempart.common.PostalAddress;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.deal.line.DealLine;
import eu.rempart.product.Product;
import eu.rempart.product.ProductData;
import eu.rempart.product.ProductId;
import eu.rempart.product.ProductService;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteDataBuilder;
import eu.rempart.quote.QuoteField;
import eu.rempart.quote.QuoteLine;
import eu.rempart.quote.letterhead.Letterhead;
import eu.rempart.quote.letterhead.LetterheadService;
import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatCategory;
import eu.rempart.quote.money.VatRates;
import eu.rempart.quote.pdf.CustomerLanguage;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.HomeCountry;
import eu.rempart.shell.text.Texts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of a quote before anybody types: from the deal, the company and the letterhead. */
@Component
final class QuoteStart {

  /** For so long a new quote is valid, unless somebody changes it. */
  private static final int VALID_DAYS = 30;

  private final CompanyService companies;
  private final DealService deals;
  private final LetterheadService letterheads;
  private final ProductService products;
  private final CurrentMember member;

  QuoteStart(
      CompanyService companies,
      DealService deals,
      LetterheadService letterheads,
      ProductService products,
      CurrentMember member) {
    this.companies = companies;
    this.deals = deals;
    this.letterheads = letterheads;
    this.products = products;
    this.member = member;
  }

  QuoteData blank() {
    String language = CustomerLanguage.offered(Texts.locale().getLanguage());
    return allowed(
        QuoteData.EMPTY,
        QuoteData.builder()
            .ownerId(member.id())
            .language(language)
            .currency(HomeCountry.currency())
            .validUntil(LocalDate.now(Formats.zone()).plusDays(VALID_DAYS))
            .terms(letterheads.find().letterhead().termsIn(language))
            .build());
  }

  QuoteData of(CompanyId company) {
    return allowed(
        QuoteData.EMPTY, withCustomer(blank().toBuilder().companyId(company), company).build());
  }

  /** What is filled in, without the fields that whoever writes may not: these stay as they were. */
  private QuoteData allowed(QuoteData before, QuoteData filled) {
    Set<String> fixed = member.rights().fixed("quote");
    return QuoteField.copy(
        Stream.of(QuoteField.values())
            .filter(field -> fixed.contains(field.column()))
            .collect(Collectors.toSet()),
        before,
        filled);
  }

  QuoteData of(DealId id) {
    QuoteData start = blank();
    return deals
        .find(id)
        .map(
            deal -> {
              QuoteDataBuilder builder = start.toBuilder().dealId(id).title(deal.data().name());
              if (deal.data().currency() != null) {
                builder.currency(deal.data().currency());
              }
              CompanyId company = deal.data().companyId();
              if (company != null) {
                withCustomer(builder.companyId(company), company);
              }
              return builder.lines(lines(deal.data().lines(), builder.build()));
            })
        .map(filled -> inOneCurrency(allowed(QuoteData.EMPTY, filled.build())))
        .orElse(start);
  }

  /** In a currency that they may not choose there are no lines of another. */
  private static QuoteData inOneCurrency(QuoteData quote) {
    return quote.lines().stream().allMatch(line -> line.currency().equals(quote.currency()))
        ? quote
        : quote.toBuilder().lines(List.of()).build();
  }

  /**
   * The products of a deal as lines, as far as they are shown to whoever asks: each is taxed as its
   * product, else as such a customer usually is.
   */
  private List<QuoteLine> lines(List<DealLine> lines, QuoteData quote) {
    Vat usual =
        VatRates.usual(
            letterheads.find().letterhead().country(),
            quote.customerCountry(),
            quote.customerVat() != null);
    Map<ProductId, Vat> own = new HashMap<>();
    for (Product product : known(lines)) {
      ProductData data = product.data();
      if (data.vatCategory() != null && data.vatRate() != null) {
        own.put(product.id(), new Vat(VatCategory.valueOf(data.vatCategory()), data.vatRate()));
      }
    }
    return lines.stream()
        .map(
            line ->
                QuoteLine.of(
                    line,
                    line.productId() == null ? usual : own.getOrDefault(line.productId(), usual)))
        .toList();
  }

  private List<Product> known(List<DealLine> lines) {
    return member.may(Right.READ_RECORDS, "product")
        ? products.findAll(
            lines.stream()
                .flatMap(line -> Stream.ofNullable(line.productId()))
                .map(ProductId::value)
                .distinct()
                .toList())
        : List.of();
  }

  private QuoteDataBuilder withCustomer(QuoteDataBuilder builder, CompanyId id) {
    find(id).ifPresent(company -> fill(builder, company.data()));
    return builder;
  }

  /** The company, where whoever asks may see it. */
  Optional<Company> find(@Nullable CompanyId id) {
    return id == null ? Optional.empty() : companies.find(id);
  }

  /** What is typed, to this company: fields that whoever writes may not fill in stay. */
  QuoteData filled(QuoteData typed, CompanyData company) {
    QuoteDataBuilder builder = typed.toBuilder();
    fill(builder, company);
    return allowed(typed, builder.build());
  }

  /** Lets a quote go to this company, as its document will say it. */
  private void fill(QuoteDataBuilder builder, CompanyData company) {
    Optional<PostalAddress> address =
        Stream.of(AddressKind.BILLING, AddressKind.WORK)
            .flatMap(kind -> company.addresses().stream().filter(each -> each.kind() == kind))
            .findFirst()
            .or(() -> company.addresses().stream().findFirst());
    builder
        .customerName(company.name())
        .customerVat(company.vatNumber())
        .customerAddress(address.map(QuoteStart::lines).orElse(null))
        .customerCountry(
            address
                .flatMap(each -> Optional.ofNullable(each.country()))
                .map(CountryCode::value)
                .orElse(null));
    QuoteData filled = builder.build();
    String language =
        CustomerLanguage.guess(company.language(), filled.customerCountry(), filled.language());
    builder.language(language).terms(terms(filled.terms(), filled.language(), language));
  }

  /**
   * The terms of a quote whose language changes: those of the letterhead follow it, and what
   * somebody wrote stays.
   */
  @Nullable String terms(@Nullable String written, String before, String after) {
    Letterhead letterhead = letterheads.find().letterhead();
    return Objects.equals(written, letterhead.termsIn(before))
        ? letterhead.termsIn(after)
        : written;
  }

  /**
   * Says that terms are the letterhead's in another language than the quote's; empty where they are
   * not, or where that can't be told.
   *
   * @param written the terms of the quote
   */
  String foreignTerms(@Nullable String written, @Nullable String language) {
    Letterhead letterhead = letterheads.find().letterhead();
    Map<String, String> own = letterhead.termsByLanguage();
    if (written == null
        || language == null
        || own.containsKey(language)
        || !written.strip().equals(letterhead.termsIn(language))) {
      return "";
    }
    if (letterhead.terms() == null) {
      return t(
          "quote.terms.foreign",
          QuoteTexts.language(language),
          QuoteTexts.language(own.keySet().iterator().next()));
    }
    // what is said in all other languages is written in that of the firm's country
    return letterhead.country() == null
            || CustomerLanguage.guess(null, letterhead.country(), language).equals(language)
        ? ""
        : t("quote.terms.others", QuoteTexts.language(language), t("quote.form.more"));
  }

  /** An address without its country, a line each. */
  static String lines(PostalAddress address) {
    return Stream.of(
            address.street(),
            Stream.of(address.postalCode(), address.city())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" ")),
            address.region())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
