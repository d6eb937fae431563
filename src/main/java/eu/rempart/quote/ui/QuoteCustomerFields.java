package eu.rempart.quote.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.common.VatNumbers;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteDataBuilder;
import eu.rempart.quote.QuoteField;
import eu.rempart.quote.QuoteRules;
import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatCategory;
import eu.rempart.quote.money.VatRates;
import eu.rempart.quote.pdf.CustomerLanguage;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.field.Keyboard;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** To whom a quote goes, as its document says it; and how such a customer is usually taxed. */
final class QuoteCustomerFields extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final transient QuotePickers pickers;
  private final ChoiceField<QuotePickers.ContactChoice> contact;
  private final TextField attention = new TextField();
  private final TextField name = new TextField();
  private final TextArea address = new TextArea();
  private final ChoiceField<String> country = new ChoiceField<>();
  private final TextField vat = new TextField();
  private final Select<String> language;
  private final transient @Nullable String sellerCountry;
  private boolean languageChosen;

  /**
   * Empty fields.
   *
   * @param language in which the document is written, which follows a customer who is a person
   * @param sellerCountry where the firm is; null where nobody wrote a letterhead yet
   */
  QuoteCustomerFields(
      QuotePickers pickers, Select<String> language, @Nullable String sellerCountry) {
    this.pickers = pickers;
    this.language = language;
    language.addValueChangeListener(chosen -> languageChosen |= chosen.isFromClient());
    contact = pickers.contact();
    contact.addValueChangeListener(
        chosen -> {
          if (chosen.isFromClient()) {
            contactIs(chosen.getValue());
          }
        });
    attention.setMaxLength(QuoteRules.MAX_NAME);
    attention.setValueChangeMode(ValueChangeMode.LAZY);
    this.sellerCountry = sellerCountry;
    name.setMaxLength(QuoteRules.MAX_NAME);
    name.setValueChangeMode(ValueChangeMode.LAZY);
    address.setMaxLength(QuoteRules.MAX_ADDRESS);
    Keyboard.CAPITALS.of(vat);
    vat.setMaxLength(QuoteRules.MAX_VAT);
    vat.setValueChangeMode(ValueChangeMode.LAZY);
    country.setItems(
        Arrays.stream(Locale.getISOCountries())
            .sorted(Comparator.comparing(QuoteTexts::country))
            .toList());
    country.setItemLabelGenerator(QuoteTexts::country);
    country.setClearButtonVisible(true);
    var grid = new Div(contact, attention, name, vat, country);
    grid.addClassName("form-grid");
    getContent().addClassName("record-form");
    getContent().add(grid, address);
  }

  /** Writes the letter to them; one who is nobody's takes the firm's place. */
  private void contactIs(QuotePickers.@Nullable ContactChoice chosen) {
    fill(attention, chosen == null ? "" : chosen.name());
    if (chosen != null && name.isEmpty() && address.isEmpty()) {
      fill(name, chosen.name());
      pickers
          .address(chosen.id())
          .ifPresent(
              found -> {
                fill(address, QuoteStart.lines(found));
                if (!country.isReadOnly()) {
                  country.setValue(found.country() == null ? null : found.country().value());
                }
              });
      guess(
          CustomerLanguage.guess(
              pickers.language(chosen.id()),
              country.getValue(),
              language.isEmpty() ? "en" : language.getValue()));
    }
  }

  /** Fills in what whoever writes may fill in. */
  private static void fill(HasValue<?, String> input, String text) {
    if (!input.isReadOnly()) {
      input.setValue(text);
    }
  }

  /** Lets the document be in this language, unless somebody chose one or may not. */
  void guess(String customers) {
    if (!languageChosen) {
      fill(language, customers);
    }
  }

  /** Its inputs, by what they fill in. */
  Map<QuoteField, Component> inputs() {
    return Map.of(
        QuoteField.CONTACT, contact,
        QuoteField.CUSTOMER_CONTACT, attention,
        QuoteField.CUSTOMER_NAME, name,
        QuoteField.CUSTOMER_ADDRESS, address,
        QuoteField.CUSTOMER_COUNTRY, country,
        QuoteField.CUSTOMER_VAT, vat);
  }

  /** Calls back when the usual way of taxing may be another one. */
  void onTaxChange(Runnable listener) {
    country.addValueChangeListener(_ -> listener.run());
    vat.addValueChangeListener(_ -> listener.run());
  }

  void show(QuoteData data) {
    contact.setValue(pickers.person(data.contactId()));
    attention.setValue(text(data.customerContact()));
    name.setValue(text(data.customerName()));
    address.setValue(text(data.customerAddress()));
    country.setValue(data.customerCountry());
    vat.setValue(text(data.customerVat()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  void write(QuoteDataBuilder to) {
    QuotePickers.ContactChoice person = contact.getValue();
    to.contactId(person == null ? null : person.id())
        .customerContact(attention.getValue())
        .customerName(name.getValue())
        .customerAddress(address.getValue())
        .customerCountry(country.getValue())
        .customerVat(VatNumbers.kept(vat.getValue()));
  }

  /** The ways of taxing to choose from, the usual one first. */
  List<Vat> taxes() {
    Set<Vat> offered = new LinkedHashSet<>();
    offered.add(VatRates.usual(sellerCountry, country.getValue(), !vat.isEmpty()));
    VatRates.of(sellerCountry).forEach(rate -> offered.add(new Vat(VatCategory.STANDARD, rate)));
    Arrays.stream(VatCategory.values())
        .filter(category -> category != VatCategory.STANDARD)
        .forEach(category -> offered.add(Vat.none(category)));
    return List.copyOf(offered);
  }
}
