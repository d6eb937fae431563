package eu.rempart.quote.pdf;

import static eu.rempart.quote.TestQuotes.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.db.TestDatabase;
import eu.rempart.picture.TestPictures;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteLine;
import eu.rempart.quote.TestQuotes;
import eu.rempart.quote.letterhead.NewLogo;
import eu.rempart.quote.money.Discount;
import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatCategory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuotePdfTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private TestQuotes house;
  private QuoteDocumentService documents;

  @BeforeEach
  void open() throws Exception {
    house = new TestQuotes(database).withLetterhead();
    documents = new QuoteDocumentService(house.quotes, house.letterheads, house.rights);
  }

  private byte[] pdf(QuoteId id) throws Exception {
    return house.as(Role.READER, () -> documents.pdf(id)).orElseThrow();
  }

  private Quote issued(QuoteData data) throws Exception {
    return house.issue(house.as(Role.MEMBER, () -> house.quotes.create(data)));
  }

  /** As it is read from the top down, with plain blanks. */
  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replace('\u00a0', ' ').replace('\u202f', ' ');
    }
  }

  private static int pages(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    }
  }

  @Test
  void theDocumentSpeaksTheCustomersLanguageUnderTheFirmsLetterhead() throws Exception {
    Quote french =
        issued(TestQuotes.roof().toBuilder().language("fr").validUntil(DAY.plusDays(30)).build());
    String text = text(pdf(french.id()));
    assertThat(text)
        .contains("Devis " + french.standing().number())
        .contains("Ateliers Dupré SAS", "12 rue des Forges", "SIRET 303 265 045 00012")
        .contains("Ștefan Müller S.R.L.", "Strada Lungă 5", "500035 Brașov", "Roumanie")
        .contains("26 novembre 2026", "26 décembre 2026", "RO1234567")
        .contains("12,5 h", "19,99 €", "249,88 €", "20 %")
        .contains("Total HT", "689,88 €", "TVA 10 % sur 440,00 €", "Total TTC", "783,86 €")
        .contains("Page 1 sur 1");

    String german = text(pdf(issued(TestQuotes.roof().toBuilder().language("de").build()).id()));
    assertThat(german).contains("Angebot", "Einzelpreis", "Gesamtbetrag", "783,86 €", "Rumänien");
    String polish = text(pdf(issued(TestQuotes.roof().toBuilder().language("pl").build()).id()));
    assertThat(polish).contains("Oferta", "Razem brutto", "783,86 €", "Rumunia");
    String english = text(pdf(issued(TestQuotes.roof().toBuilder().language("tr").build()).id()));
    assertThat(english).contains("Quote", "Unit price", "€783.86");
  }

  @Test
  void fileIsCalledByItsLanguageAndCustomer() throws Exception {
    Quote german = issued(TestQuotes.roof().toBuilder().language("de").build());
    assertThat(QuoteDocumentService.fileName(german))
        .isEqualTo("Angebot " + german.standing().number() + " Ștefan Müller S.R.L.pdf");
    assertThat(draftName("de", "Müller / Söhne: \"Dach\""))
        .isEqualTo("Angebot-Entwurf Müller Söhne Dach.pdf");
    assertThat(draftName("fr", null)).isEqualTo("Devis-Brouillon.pdf");
    assertThat(draftName("en", "x".repeat(200))).hasSizeLessThan(120).endsWith("x.pdf");
  }

  private String draftName(String language, @Nullable String customer) throws Exception {
    QuoteData data =
        TestQuotes.roof().toBuilder().language(language).customerName(customer).build();
    QuoteId id = house.as(Role.MEMBER, () -> house.quotes.create(data));
    return QuoteDocumentService.fileName(house.now(id));
  }

  @Test
  void everyEuropeanLetterIsSetAndNoSignBreaksIt() throws Exception {
    String letters =
        "ăâîșț ąćęłńóśźż čďěňřšťůž őű áíóúñ ãõç åäöøæ ðþ ģķļņ ėįųū ġħż ß Ωδημόσιο Българія Їжак €£";
    String odd = "a\u200bb\tc\u0007 漢字 😀";
    Quote quote =
        issued(
            TestQuotes.roof().toBuilder()
                .customerName(letters)
                .lines(List.of(TestQuotes.line(odd, "1", "1", Vat.standard("20"))))
                .build());
    assertThat(text(pdf(quote.id())).replaceAll("\\s+", " "))
        .contains(letters.split(" ", -1))
        .contains("ab c");
  }

  @Test
  void aLongQuoteGoesOverPagesUnderTheSameHead() throws Exception {
    List<QuoteLine> lines =
        IntStream.rangeClosed(1, 120)
            .mapToObj(
                i ->
                    TestQuotes.line(
                        "Item " + i + " – " + "steel profile, cut to length, galvanised ".repeat(2),
                        "2.5",
                        "10." + (10 + i % 80),
                        Vat.standard("20")))
            .toList();
    byte[] pdf = pdf(issued(TestQuotes.roof().toBuilder().lines(lines).build()).id());
    int pages = pages(pdf);
    assertThat(pages).isGreaterThan(3);
    String text = text(pdf);
    assertThat(text.split("Unit price", -1)).hasSize(pages + 1 - (lastHasNoLines(pdf) ? 1 : 0));
    assertThat(text).contains("Item 120", "Page 1 of " + pages, "Page " + pages + " of " + pages);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      document
          .getPages()
          .forEach(
              page ->
                  assertThat(page.getMediaBox().getWidth()).isEqualTo(PDRectangle.A4.getWidth()));
    }
  }

  private static boolean lastHasNoLines(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(document.getNumberOfPages());
      return !stripper.getText(document).contains("Item ");
    }
  }

  @Test
  void discountsReasonsAndThePredecessorAreTold() throws Exception {
    Quote first =
        issued(
            TestQuotes.roof().toBuilder()
                .lines(
                    List.of(
                        TestQuotes.line("Work", "1", "100", Vat.none(VatCategory.REVERSE_CHARGE))))
                .discount(new Discount.Percent(new BigDecimal("12.5")))
                .terms("Thirty days.")
                .build());
    assertThat(text(pdf(first.id())))
        .contains("Article 196", "-€12.50", "€87.50", "Thirty days.")
        .doesNotContain("Replaces");
    Quote draft =
        TestQuotes.done(
            house.as(Role.MEMBER, () -> house.steps.revise(first.id(), first.version())));
    assertThat(text(pdf(draft.id()))).contains("Draft, not an offer");
    Quote second = house.issue(draft.id());
    assertThat(text(pdf(second.id()))).contains("Replaces").contains(first.standing().number());
  }

  @Test
  void anIssuedOneKeepsTheLetterheadOfItsDay() throws Exception {
    Quote quote = issued(TestQuotes.roof());
    database.app().execute("DELETE FROM letterhead");
    assertThat(text(pdf(quote.id()))).contains("Ateliers Dupré SAS");
  }

  @Test
  void anIssuedOneKeepsTheLogoOfItsDayAndADraftHasTodays() throws Exception {
    QuoteId without = issued(TestQuotes.roof()).id();
    logo("png");
    QuoteId with = issued(TestQuotes.roof()).id();
    assertThat(widths(pdf(without))).isEmpty();
    assertThat(widths(pdf(with))).containsExactly(300);
    byte[] before = pdf(with);
    house.as(
        Role.ADMINISTRATOR,
        () ->
            house.letterheads.save(
                house.letterheads.find().version(),
                house.letterheads.find().letterhead().withLogo(null),
                null));
    assertThat(widths(pdf(with))).containsExactly(300);
    assertThat(text(pdf(with))).isEqualTo(text(before));
    assertThat(widths(pdf(house.draft()))).isEmpty();
  }

  private void logo(String format) throws Exception {
    house.as(
        Role.ADMINISTRATOR,
        () ->
            house.letterheads.save(
                house.letterheads.find().version(),
                TestQuotes.FIRM,
                new NewLogo(
                    "logo", TestPictures.reader().drawing(TestPictures.file(format, 300, 100)))));
  }

  /** Of the pictures on the first page, in pixels. */
  private static List<Integer> widths(byte[] pdf) throws IOException {
    List<Integer> widths = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var resources = document.getPage(0).getResources();
      for (var name : resources.getXObjectNames()) {
        if (resources.getXObject(name) instanceof PDImageXObject image) {
          widths.add(image.getWidth());
        }
      }
    }
    return widths;
  }

  @Test
  void theAddressSaysToWhoseAttentionItGoes() throws Exception {
    Quote quote =
        issued(TestQuotes.roof().toBuilder().language("de").customerContact("Ioana Pop").build());
    String text = text(pdf(quote.id()));
    assertThat(text).contains("z. Hd. Ioana Pop");
    assertThat(text.indexOf("Ioana Pop"))
        .isBetween(text.indexOf("Ștefan Müller"), text.indexOf("Strada Lungă"));
    Quote herself =
        issued(
            TestQuotes.roof().toBuilder()
                .customerName("Ioana Pop")
                .customerContact("Ioana Pop")
                .build());
    assertThat(text(pdf(herself.id()))).as("named once").doesNotContain("Attn.");
  }

  @Test
  void whoMayNotReadGetsNoDocument() throws Exception {
    QuoteId id = house.draft();
    assertThatThrownBy(() -> house.as(Role.ENGINEER, () -> documents.pdf(id)))
        .isInstanceOf(NotPermittedException.class);
    assertThat(house.as(Role.READER, () -> documents.pdf(new QuoteId(UUID.randomUUID()))))
        .isEmpty();
  }

  /** For a look at it: target/quote.png. */
  @Test
  void thePageIsNotEmpty() throws Exception {
    byte[] pdf =
        pdf(
            issued(
                    TestQuotes.roof().toBuilder()
                        .language("fr")
                        .introduction("Suite à notre visite, voici notre offre.")
                        .terms("Paiement à 30 jours. Délai de livraison : quatre semaines.")
                        .discount(new Discount.Amount(new BigDecimal("50")))
                        .validUntil(DAY.plusDays(30))
                        .build())
                .id());
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 96);
      long dark =
          IntStream.range(0, image.getWidth() * image.getHeight())
              .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFF) < 128)
              .count();
      assertThat(dark).isGreaterThan(5_000);
      Path target = Path.of("target", "quote.png");
      if (Files.isDirectory(Path.of("target"))) {
        ImageIO.write(image, "png", target.toFile());
      }
    }
  }
}
