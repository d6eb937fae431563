package eu.rempart.quote.pdf;

import eu.rempart.common.Picture;
import eu.rempart.paper.Sheets;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.letterhead.Letterhead;
import eu.rempart.quote.money.Totals;
import eu.rempart.quote.money.VatCategory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sets one quote as a PDF. */
final class QuotePdf {

  private static final float SMALL = 8;
  private static final float TEXT = 9.5f;
  private static final float LARGE = 12;
  private static final float TITLE = 17;
  private static final float FOOT_TOP = 82;

  /** Most of a logo, which stands at the left above the window of the address. */
  private static final float LOGO_WIDTH = 190;

  private static final float LOGO_HEIGHT = 62;

  /** Where the address shows in the window of an envelope (DIN 5008, form B). */
  private static final float WINDOW = 842 - 128;

  private final Sheets sheets;
  private final Quote quote;
  private final QuoteData data;
  private final Totals totals;
  private final Letterhead seller;
  private final @Nullable Picture logo;
  private final DocumentWords words;

  private QuotePdf(Sheets sheets, Quote quote, Letterhead seller, @Nullable Picture logo) {
    this.sheets = sheets;
    this.quote = quote;
    this.data = quote.data();
    this.totals = data.totals();
    this.seller = seller;
    this.logo = logo;
    this.words = DocumentWords.of(data.language());
  }

  /**
   * The document.
   *
   * @param seller the letterhead: of the day of issue, or of today for a draft
   * @param logo of that letterhead; null for none
   * @param replaces number of the quote that it takes the place of; null for none
   */
  static Made of(
      Quote quote, Letterhead seller, @Nullable Picture logo, @Nullable String replaces) {
    try (Sheets sheets = new Sheets()) {
      byte[] bytes = new QuotePdf(sheets, quote, seller, logo).set(replaces);
      return new Made(bytes, List.copyOf(sheets.lacking()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it is all in memory
    }
  }

  /**
   * A document.
   *
   * @param lacking signs that its font lacks, in whose place question marks stand
   */
  record Made(byte[] bytes, List<String> lacking) {}

  private byte[] set(@Nullable String replaces) throws IOException {
    sheets.document().getDocumentInformation().setTitle(title());
    sheets
        .document()
        .getDocumentInformation()
        .setAuthor(Objects.requireNonNullElse(seller.name(), ""));
    sheets.document().getDocumentCatalog().setLanguage(words.language());
    head();
    customer();
    title(replaces);
    text(data.introduction());
    new QuoteTable(sheets, data, totals, words).set();
    sums();
    reasons();
    if (data.terms() != null) {
      sheets.need(Sheets.line(TEXT) * 3);
      sheets.down(10);
      sheets.paragraph(words.say("terms"), Sheets.LEFT, Sheets.WIDTH, TEXT, true);
      text(data.terms());
    }
    sheets.need(70);
    sheets.down(18);
    sheets.left(words.say("accepted"), Sheets.LEFT, TEXT, false);
    return sheets.finish(FOOT_TOP, this::foot);
  }

  private String title() {
    String number = quote.standing().number();
    return words.say("quote") + " " + (number == null ? "– " + words.say("draft") : number);
  }

  /** The firm, at the right of the first page. */
  private void head() throws IOException {
    if (logo != null) {
      sheets.pictureAside(logo.jpeg(), Sheets.LEFT, LOGO_WIDTH, LOGO_HEIGHT);
    }
    float x = Sheets.RIGHT;
    sheets.right(Objects.requireNonNullElse(seller.name(), ""), x, LARGE, true);
    sheets.down(Sheets.line(LARGE));
    for (String line :
        Stream.of(
                seller.address(),
                country(seller.country()),
                seller.phone(),
                seller.email(),
                seller.website())
            .filter(Objects::nonNull)
            .flatMap(String::lines)
            .toList()) {
      sheets.right(line, x, TEXT, false);
      sheets.down(Sheets.line(TEXT));
    }
  }

  private @Nullable String country(@Nullable String code) {
    return code == null ? null : words.country(code);
  }

  private void customer() throws IOException {
    float below = sheets.y();
    sheets.moveTo(Math.min(WINDOW, 842));
    sheets.paragraph(
        Objects.requireNonNullElse(data.customerName(), ""), Sheets.LEFT, 240, TEXT + 1, true);
    String person = data.customerContact();
    if (person != null && !person.equals(data.customerName())) {
      sheets.paragraph(words.say("attention", person), Sheets.LEFT, 240, TEXT + 1, false);
    }
    if (data.customerAddress() != null) {
      sheets.paragraph(data.customerAddress(), Sheets.LEFT, 240, TEXT + 1, false);
    }
    if (data.customerCountry() != null && !data.customerCountry().equals(seller.country())) {
      String name = country(data.customerCountry());
      sheets.paragraph(name == null ? "" : name, Sheets.LEFT, 240, TEXT + 1, false);
    }
    sheets.moveTo(Math.min(sheets.y(), below) - 26);
  }

  private void title(@Nullable String replaces) throws IOException {
    sheets.paragraph(title(), Sheets.LEFT, Sheets.WIDTH, TITLE, true);
    sheets.paragraph(
        Objects.requireNonNullElse(data.title(), ""), Sheets.LEFT, Sheets.WIDTH, LARGE, false);
    sheets.down(6);
    LocalDate issued = quote.standing().issuedOn();
    fact("date", issued == null ? null : words.day(issued));
    fact("validUntil", data.validUntil() == null ? null : words.day(data.validUntil()));
    fact("replaces", replaces);
    fact("customerVat", data.customerVat());
    sheets.down(8);
  }

  private void fact(String key, @Nullable String value) throws IOException {
    if (value != null) {
      sheets.left(words.say(key), Sheets.LEFT, TEXT, false);
      sheets.left(value, Sheets.LEFT + 130, TEXT, false);
      sheets.down(Sheets.line(TEXT));
    }
  }

  private void text(@Nullable String text) throws IOException {
    if (text != null) {
      sheets.paragraph(text, Sheets.LEFT, Sheets.WIDTH, TEXT, false);
      sheets.down(8);
    }
  }

  private void sums() throws IOException {
    sheets.need(Sheets.line(TEXT) * (totals.groups().size() + 4) + 20);
    sheets.down(6);
    if (totals.discount().signum() != 0) {
      sum(words.say("linesNet"), totals.linesNet(), TEXT, false);
      sum(words.say("discountOff"), totals.discount().negate(), TEXT, false);
    }
    sum(words.say("netTotal"), totals.net(), TEXT, false);
    for (Totals.TaxGroup group : totals.groups()) {
      if (group.vat().category() == VatCategory.STANDARD) {
        sum(
            words.say(
                "vatOn",
                words.percent(group.vat().rate()),
                words.money(group.taxable(), totals.currency())),
            group.tax(),
            TEXT,
            false);
      }
    }
    sheets.down(4);
    sum(words.say("total"), totals.total(), LARGE, true);
    sheets.down(6);
  }

  private void sum(String label, BigDecimal amount, float size, boolean bold) throws IOException {
    sheets.left(label, Sheets.LEFT + Sheets.WIDTH / 2 - 30, size, bold);
    sheets.right(words.money(amount, totals.currency()), Sheets.RIGHT, size, bold);
    sheets.down(Sheets.line(size));
  }

  /** Why there is no tax, where there is none. */
  private void reasons() throws IOException {
    for (VatCategory category :
        totals.groups().stream()
            .map(group -> group.vat().category())
            .filter(VatCategory::needsReason)
            .distinct()
            .toList()) {
      String reason = words.say("reason." + category.code());
      if (category == VatCategory.EXEMPT && data.vatReason() != null) {
        reason += ": " + data.vatReason();
      }
      sheets.paragraph(reason, Sheets.LEFT, Sheets.WIDTH, TEXT, false);
    }
  }

  private void foot(int number, int of) throws IOException {
    sheets.rule(Sheets.GREY);
    sheets.down(4);
    String numbers =
        Stream.of(
                seller.registerNumber(),
                seller.vatNumber() == null
                    ? null
                    : words.say("vatNumber") + " " + seller.vatNumber())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    List<String> lines =
        Stream.of(
                seller.footer(),
                numbers.isEmpty() ? null : numbers,
                seller.bank() == null
                    ? null
                    : seller.bank().lines().collect(Collectors.joining(" · ")))
            .filter(Objects::nonNull)
            .toList();
    int left = 4; // more would run out of the page
    for (String line : lines) {
      for (String part : sheets.wrap(line, Sheets.WIDTH - 90, SMALL)) {
        if (left-- > 0) {
          sheets.left(part, Sheets.LEFT, SMALL, false);
          sheets.down(Sheets.line(SMALL));
        }
      }
    }
    sheets.moveTo(FOOT_TOP - 4);
    sheets.right(words.say("page", number, of), Sheets.RIGHT, SMALL, false);
  }
}
