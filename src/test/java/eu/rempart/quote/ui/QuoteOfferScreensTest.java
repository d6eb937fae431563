package eu.rempart.quote.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.Role;
import eu.rempart.common.AddressKind;
import eu.rempart.common.CountryCode;
import eu.rempart.common.PostalAddress;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.ui.CompanyNavigation;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.picture.TestPictures;
import eu.rempart.product.ui.ProductNavigation;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteQuery;
import eu.rempart.quote.QuoteState;
import eu.rempart.quote.TestQuotes;
import eu.rempart.quote.letterhead.Letterhead;
import eu.rempart.quote.letterhead.NewLogo;
import eu.rempart.quote.letterhead.ui.LogoField;
import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatCategory;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.field.Typing;
import eu.rempart.shell.field.number.DecimalField;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Products, the letterhead, and quotes where they are found and shown. */
class QuoteOfferScreensTest extends WithQuotes {

  @Test
  void aCompanysPageListsItsQuotesAndBeginsOneWithItsAddress() {
    CompanyId firm =
        companies.create(
            CompanyData.builder()
                .name("Dachdecker GmbH")
                .vatNumber("DE123456789")
                .language("de")
                .addresses(
                    List.of(
                        new PostalAddress(
                            AddressKind.BILLING,
                            "Hauptstr. 1",
                            "Bonn",
                            "",
                            "53111",
                            CountryCode.of("DE"))))
                .build());
    open(CompanyNavigation.details(firm), "");
    assertThat(find(com.vaadin.flow.component.html.H2.class).all())
        .extracting(com.vaadin.flow.component.html.H2::getText)
        .contains("Quotes (0)");
    click("New quote");
    assertThat(find(TextField.class).withLabel("Customer").single().getValue())
        .isEqualTo("Dachdecker GmbH");
    fill("Title", "For Bonn");
    click("Add line");
    number("Unit price", "10");
    click("Save quote");
    QuoteData data = now(quotes.of(firm, 5).rows().getFirst().id()).data();
    assertThat(data.customerAddress()).isEqualTo("Hauptstr. 1\n53111 Bonn");
    assertThat(data.customerCountry()).isEqualTo("DE");
    assertThat(data.language()).isEqualTo("de");
    assertThat(data.terms()).isEqualTo(TestQuotes.FIRM.termsByLanguage().get("de"));
    // a French firm, a German one with a VAT number
    assertThat(data.lines().getFirst().vat()).isEqualTo(Vat.none(VatCategory.REVERSE_CHARGE));
    open(CompanyNavigation.details(firm), "");
    assertThat(find(Anchor.class).all()).extracting(Anchor::getText).contains("For Bonn");
  }

  @Test
  void theLanguageIsGuessedFromTheCountryAndChosenByItsName() {
    CompanyId firm =
        companies.create(
            CompanyData.builder()
                .name("Dekarstwo sp. z o.o.")
                .addresses(
                    List.of(
                        new PostalAddress(
                            AddressKind.WORK,
                            "ul. Długa 1",
                            "Gdańsk",
                            "",
                            "80-827",
                            CountryCode.of("PL"))))
                .build());
    open(CompanyNavigation.details(firm), "");
    click("New quote");
    @SuppressWarnings("unchecked")
    Select<String> language = find(Select.class).withLabel("Language of the document").single();
    assertThat(language.getValue()).isEqualTo("pl");
    List<String> names =
        language.getListDataView().getItems().map(language.getItemLabelGenerator()).toList();
    assertThat(names)
        .contains("Polish", "Romanian", "Dutch", "Greek", "Bulgarian", "Swedish", "Lithuanian")
        .isSorted();
    language.setValue("sv");
    fill("Title", "For Gdańsk");
    click("Save quote");
    assertThat(now(quotes.of(firm, 5).rows().getFirst().id()).data().language()).isEqualTo("sv");
    assertThat(says("Swedish")).isTrue();
  }

  private TextArea terms() {
    return find(TextArea.class).withLabel("Terms").single();
  }

  @Test
  void termsFollowTheLanguageUnlessSomebodyWroteOthers() {
    open(CompanyNavigation.details(firm("Terms Ltd")), "");
    click("New quote");
    @SuppressWarnings("unchecked")
    Select<String> language = find(Select.class).withLabel("Language of the document").single();
    assertThat(terms().getValue())
        .as("as in all other languages")
        .isEqualTo("Paiement à 30 jours.");
    language.setValue("de");
    assertThat(terms().getValue()).isEqualTo("Zahlbar in 30 Tagen.");
    language.setValue("fr");
    assertThat(terms().getValue()).isEqualTo("Paiement à 30 jours.");

    terms().setValue("Cash only.");
    language.setValue("de");
    assertThat(terms().getValue()).isEqualTo("Cash only.");
  }

  @Test
  void letterheadTakesTermsPerLanguage() {
    open(QuoteNavigation.LETTERHEAD, "");
    @SuppressWarnings("unchecked")
    Select<String> language = find(Select.class).withLabel("Language of the terms").single();
    TextArea text = find(TextArea.class).withLabel("Terms of new quotes").single();
    assertThat(text.getValue()).isEqualTo("Paiement à 30 jours.");
    assertThat(text.getHelperText()).isEqualTo("Languages with their own terms: German.");
    language.setValue("nl");
    assertThat(text.getValue()).isEmpty();
    text.setValue("Betaling binnen 30 dagen.");
    assertThat(text.getHelperText()).isEqualTo("Languages with their own terms: German, Dutch.");
    click("Save letterhead");

    Letterhead kept = letterheads.find().letterhead();
    assertThat(kept.termsIn("nl")).isEqualTo("Betaling binnen 30 dagen.");
    assertThat(kept.termsIn("de")).isEqualTo("Zahlbar in 30 Tagen.");
    assertThat(kept.termsIn("sv")).isEqualTo("Paiement à 30 jours.");
  }

  @Test
  void quotesAreFoundByNumberTitleAndState() {
    Quote quote = issued("Findable Zeppelin");
    String number = String.valueOf(quote.standing().number());
    assertThat(hits("Zeppelin")).contains("Findable Zeppelin");
    assertThat(hits(number)).contains("Findable Zeppelin");
    assertThat(
            quotes
                .page(
                    new QuoteQuery(
                        "Zeppelin",
                        Set.of(QuoteState.DRAFT),
                        eu.rempart.quote.QuoteColumn.TITLE,
                        false),
                    0,
                    5)
                .rows())
        .isEmpty();
    open(QuoteNavigation.LIST, foundBy("Zeppelin"));
    assertThat(test(grid()).size()).isEqualTo(1);
    open(QuoteNavigation.LIST, foundBy("Zeppelin") + "&state=DRAFT");
    assertThat(test(grid()).size()).isZero();
  }

  private List<String> hits(String text) {
    return search.find(text, 5).stream()
        .flatMap(group -> group.hits().stream())
        .map(GlobalSearch.Hit::title)
        .toList();
  }

  @Test
  void readersReadAndWriteNothing() {
    QuoteId id = draft("To be read");
    actAs(Role.READER);
    visit(QuoteNavigation.details(id));
    assertThat(offers("Edit")).isFalse();
    assertThat(offers("Issue")).isFalse();
    assertThat(offers("Archive")).isFalse();
    assertThat(find(Anchor.class).all()).extracting(Anchor::getText).contains("Download PDF");
    visit(QuoteNavigation.LIST);
    assertThat(offers("New quote")).isFalse();
    visit(ProductNavigation.list());
    assertThat(offers("Add product")).isFalse();
  }

  /** Without the bin on the way, which a reader may not open. */
  private void visit(String path) {
    UI.getCurrent().navigate(path);
    roundTrip();
  }

  @Test
  void productsAreAddedAndRefusedWithTheReasonAtTheField() {
    open(ProductNavigation.list(), "");
    click("Add product");
    click("Save product");
    assertThat(find(TextField.class).withLabel("Name").single().isInvalid()).isTrue();
    fill("Name", "Zimmerei");
    Typing.into(find(DecimalField.class).withLabel("Price without tax").single(), "12.5");
    @SuppressWarnings("unchecked")
    ChoiceField<String> currency = find(ChoiceField.class).withLabel("Currency").single();
    assertThat(currency.getValue()).as("that of the person's country").isEqualTo("EUR");
    currency.clear();
    click("Save product");
    assertThat(currency.isInvalid()).isTrue();
    currency.setValue("EUR");
    click("Save product");
    assertThat(products.all(Locale.ENGLISH))
        .extracting(eu.rempart.product.Product::name)
        .contains("Zimmerei");
  }

  @Test
  void theLogoIsChosenKeptWithTheLetterheadAndTakenAway() throws Exception {
    open(QuoteNavigation.LETTERHEAD, "");
    assertThat(offers("Remove logo")).isFalse();
    find(LogoField.class)
        .single()
        .take(
            new NewLogo(
                "house.png", TestPictures.reader().drawing(TestPictures.file("png", 300, 100))));
    assertThat(letterheads.find().letterhead().logo()).as("not before it is saved").isNull();
    click("Save letterhead");
    assertThat(letterheads.find().letterhead().logo()).isNotNull();
    assertThat(find(Image.class).single().getSrc()).startsWith("data:image/jpeg;base64,");

    click("Save letterhead");
    assertThat(letterheads.find().letterhead().logo()).as("stays").isNotNull();
    click("Remove logo");
    click("Save letterhead");
    assertThat(letterheads.find().letterhead().logo()).isNull();
  }

  @Test
  void aQuoteIsAddressedToAContact() {
    ContactId id = person("Ioana", "Pop");
    QuoteId quote = draft("To somebody");
    show(quote);
    click("Edit");
    choose("Contact", "Ioana Pop");
    assertThat(find(TextField.class).withLabel("For the attention of").single().getValue())
        .isEqualTo("Ioana Pop");
    click("Save quote");
    assertThat(now(quote).data().contactId()).isEqualTo(id);
    assertThat(now(quote).data().customerContact()).isEqualTo("Ioana Pop");
    assertThat(find(Anchor.class).all()).extracting(Anchor::getText).contains("Ioana Pop");
  }

  @Test
  void aQuoteToAPersonIsInTheirLanguage() {
    contacts.create(
        ContactData.builder().firstName("Chiara").lastName("Bellini").language("it-IT").build());
    open(QuoteNavigation.LIST, "");
    click("New quote");
    choose("Contact", "Chiara Bellini");
    assertThat(find(Select.class).withLabel("Language of the document").single().getValue())
        .isEqualTo("it");
  }

  @Test
  @SuppressWarnings("unchecked")
  void aLanguageThatWasChosenStaysWhoeverTheCustomerIs() {
    contacts.create(
        ContactData.builder().firstName("Bruno").lastName("Conti").language("it-IT").build());
    open(QuoteNavigation.LIST, "");
    click("New quote");
    Select<String> language = find(Select.class).withLabel("Language of the document").single();
    test(language).selectItem("Swedish");
    choose("Contact", "Bruno Conti");
    assertThat(language.getValue()).isEqualTo("sv");
  }

  @SuppressWarnings("unchecked")
  private void choose(String label, String name) {
    ChoiceField<QuotePickers.ContactChoice> box =
        find(ChoiceField.class).withLabel(label).all().getLast();
    test(box).selectItem(name);
  }

  @Test
  void administratorsWriteTheLetterhead() {
    open(QuoteNavigation.LETTERHEAD, "");
    TextField name = find(TextField.class).withLabel("Name of the firm").single();
    assertThat(name.getValue()).isEqualTo(TestQuotes.FIRM.name());
    test(name).setValue("");
    click("Save letterhead");
    assertThat(name.isInvalid()).isTrue();
    test(name).setValue("Ateliers Neufs");
    click("Save letterhead");
    assertThat(letterheads.find().letterhead().name()).isEqualTo("Ateliers Neufs");
    assertThat(current.find()).isPresent();
    assertThat(UI.getCurrent()).isNotNull();
  }
}
