package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.company.CompanyReference;
import eu.rempart.product.Product;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteDataBuilder;
import eu.rempart.quote.QuoteField;
import eu.rempart.quote.QuoteLine;
import eu.rempart.quote.QuoteRules;
import eu.rempart.quote.money.QuoteRefusedException;
import eu.rempart.quote.money.Totals;
import eu.rempart.quote.pdf.CustomerLanguage;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomValuesField;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.field.DateField;
import eu.rempart.shell.field.FieldLock;
import eu.rempart.shell.field.FieldRemarks;
import eu.rempart.shell.field.number.CurrencyField;
import eu.rempart.shell.line.LinesField;
import eu.rempart.shell.tag.Tags;
import eu.rempart.shell.tag.TagsField;
import eu.rempart.shell.text.Dates;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people fill in about a quote, and what it comes to meanwhile. */
@StyleSheet("styles/quotes.css")
final class QuoteForm extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final Map<QuoteField, Component> fields = new EnumMap<>(QuoteField.class);
  private final TextField title = new TextField();
  private final ChoiceField<CompanyReference> company;
  private final ChoiceField<QuotePickers.DealChoice> deal;
  private final QuoteCustomerFields customer;
  private final Select<String> language = QuoteInputs.language();
  private final CurrencyField currency = new CurrencyField();
  private final DateField validUntil = new DateField();
  private final ChoiceField<UUID> owner;
  private final TagsField tags;
  private final CustomValuesField custom;
  private final TextArea introduction = QuoteInputs.text();
  private final TextArea terms = QuoteInputs.text();
  private final TextField vatReason = new TextField();
  private final QuoteDiscountFields discount =
      new QuoteDiscountFields(() -> QuoteTexts.text(currency.getValue()));
  private final transient QuoteLineForm taxed = new QuoteLineForm();
  private final LinesField<QuoteLine, Product> lines;
  private final QuoteSums sums = new QuoteSums();
  private final transient QuotePickers pickers;
  private final transient QuoteStart start;
  private QuoteData before = QuoteData.EMPTY;
  private Runnable changed = () -> {};
  private boolean showing;

  /**
   * An empty form.
   *
   * @param members names of those who may own a quote
   * @param sellerCountry where the firm is; null where nobody wrote a letterhead yet
   */
  QuoteForm(
      QuotePickers pickers,
      QuoteStart start,
      List<Product> products,
      Map<UUID, String> members,
      Tags known,
      CustomBook own,
      @Nullable String sellerCountry) {
    this.pickers = pickers;
    this.start = start;
    customer = new QuoteCustomerFields(pickers, language, sellerCountry);
    company = pickers.company();
    deal = pickers.deal();
    lines = new LinesField<>(taxed, products).headed(t("quote.field.lines"));
    owner = QuoteInputs.owner(members);
    tags = new TagsField(known);
    custom = new CustomValuesField(own);
    prepare();
    label();
    var more = new Details(t("quote.form.more"), introduction, terms, vatReason, owner);
    getContent().addClassNames("record-form", "quote-form");
    getContent()
        .add(
            title,
            QuoteInputs.grid(company, deal, language, currency, validUntil),
            tags,
            customer,
            lines,
            discount,
            sums,
            custom,
            more);
    listen();
  }

  private void prepare() {
    currency.setClearButtonVisible(false); // a quote is in some currency
    title.setMaxLength(QuoteRules.MAX_TITLE);
    title.setRequiredIndicatorVisible(true);
    vatReason.setMaxLength(QuoteRules.MAX_NAME);
    vatReason.setHelperText(t("quote.form.reason"));
    title.setValueChangeMode(ValueChangeMode.LAZY);
  }

  private void label() {
    fields.put(QuoteField.TITLE, title);
    fields.put(QuoteField.COMPANY, company);
    fields.put(QuoteField.DEAL, deal);
    fields.putAll(customer.inputs());
    fields.put(QuoteField.LANGUAGE, language);
    fields.put(QuoteField.CURRENCY, currency);
    fields.put(QuoteField.VALID_UNTIL, validUntil);
    fields.put(QuoteField.INTRODUCTION, introduction);
    fields.put(QuoteField.LINES, lines);
    fields.put(QuoteField.DISCOUNT, discount.percent());
    fields.put(QuoteField.VAT_REASON, vatReason);
    fields.put(QuoteField.TERMS, terms);
    fields.put(QuoteField.TAGS, tags);
    fields.put(QuoteField.CUSTOM, custom);
    fields.put(QuoteField.OWNER, owner);
    fields.forEach(
        (field, input) -> {
          if (input instanceof HasLabel labelled) {
            labelled.setLabel(QuoteTexts.label(field));
          }
        });
  }

  private void listen() {
    fields.values().stream()
        .filter(AbstractField.class::isInstance)
        .forEach(field -> ((HasValue<?, ?>) field).addValueChangeListener(_ -> typed()));
    discount.onChange(this::typed);
    lines.onChange(this::typed);
    company.addValueChangeListener(
        chosen -> {
          if (chosen.isFromClient() && chosen.getValue() != null) {
            customerIs(chosen.getValue());
          }
        });
    currency.addValueChangeListener(chosen -> lines.currency(QuoteTexts.text(chosen.getValue())));
    language.addValueChangeListener(
        chosen -> {
          if (!showing) {
            termsIn(chosen.getOldValue(), chosen.getValue());
            warnOfTerms();
          }
        });
    terms.addValueChangeListener(
        _ -> {
          if (!showing) {
            warnOfTerms();
          }
        });
    customer.onTaxChange(() -> taxed.offer(customer.taxes()));
  }

  /** Warns of terms in another language than the document's: at its language, and at the terms. */
  private void warnOfTerms() {
    String warning = start.foreignTerms(terms.getValue(), language.getValue());
    terms.setHelperText(warning);
    language.setHelperText(warning);
  }

  /** Lets the letterhead's terms follow the language, unless somebody wrote others. */
  private void termsIn(@Nullable String before, @Nullable String after) {
    if (before != null && after != null && !terms.isReadOnly()) {
      String written = terms.getValue().isBlank() ? null : terms.getValue().strip();
      terms.setValue(QuoteTexts.text(start.terms(written, before, after)));
    }
  }

  /** Takes over what the company's page says. */
  private void customerIs(CompanyReference chosen) {
    start
        .find(chosen.id())
        .ifPresent(
            known -> {
              QuoteData filled = start.filled(typedSoFar(), known.data());
              customer.show(filled);
              customer.guess(filled.language());
            });
  }

  /** Leaves out what the person may not see, and locks what they may not change. */
  void narrow(Set<String> hidden, Set<String> fixed) {
    fields.forEach(
        (field, input) ->
            FieldLock.apply(
                input, hidden.contains(field.column()), fixed.contains(field.column())));
    discount.narrow();
  }

  /** Shows a quote; fields that did not open are empty and say so. */
  void show(QuoteData data, Map<QuoteField, String> unopenable) {
    before = data;
    fill(data);
    FieldRemarks.unopenable(unopenable, fields, code -> t("quote.form.sealed", code));
  }

  /** Puts back what was typed earlier, over what {@link #show} showed. */
  void fill(QuoteData data) {
    showing = true;
    title.setValue(QuoteTexts.text(data.title()));
    company.setValue(pickers.reference(data.companyId()));
    deal.setValue(pickers.choice(data.dealId()));
    customer.show(data);
    language.setValue(CustomerLanguage.offered(data.language()));
    currency.setValue(data.currency());
    validUntil.setValue(data.validUntil());
    owner.setValue(data.ownerId());
    tags.setValue(data.tags());
    custom.setValue(data.custom());
    introduction.setValue(QuoteTexts.text(data.introduction()));
    terms.setValue(QuoteTexts.text(data.terms()));
    vatReason.setValue(QuoteTexts.text(data.vatReason()));
    discount.show(data.discount());
    taxed.offer(customer.taxes());
    lines.show(data.lines(), data.currency());
    showing = false;
    warnOfTerms();
    reckon();
  }

  /** Calls back on every change. */
  void onChange(Runnable listener) {
    changed = listener;
  }

  private void typed() {
    if (!showing) {
      reckon();
      changed.run();
    }
  }

  private void reckon() {
    QuoteData typed = typedSoFar();
    try {
      Totals totals = typed.totals();
      sums.show(totals);
      lines.nets(totals.lines());
    } catch (QuoteRefusedException e) {
      lines.nets(List.of());
      show(e);
    }
  }

  /** What is typed; lines that miss a number are left out. */
  QuoteData typedSoFar() {
    CompanyReference to = company.getValue();
    QuotePickers.DealChoice of = deal.getValue();
    QuoteDataBuilder builder = before.toBuilder();
    customer.write(builder);
    return builder
        .title(title.getValue())
        .companyId(to == null ? null : to.id())
        .dealId(of == null ? null : of.id())
        .language(language.isEmpty() ? before.language() : language.getValue())
        .currency(currency.isEmpty() ? before.currency() : currency.getValue())
        .validUntil(validUntil.getValue())
        .ownerId(owner.getValue())
        .tags(tags.getValue())
        .custom(CustomValues.orNone(custom.getValue()))
        .introduction(introduction.getValue())
        .terms(terms.getValue())
        .vatReason(vatReason.getValue())
        .lines(lines.finished())
        .discount(discount.value())
        .build();
  }

  /** Whether anything differs from what was shown. */
  boolean isChanged() {
    return lines.isBegun() || !QuoteField.changed(before, typedSoFar()).isEmpty();
  }

  /**
   * Whether days, discount and own fields can be kept as they are typed; else they say what is
   * wrong.
   */
  boolean check() {
    return custom.check() && Dates.check(validUntil) && discount.check();
  }

  /** Whether every line has its numbers. */
  boolean isFinished() {
    return lines.isFinished();
  }

  /** What is wrong with the lines where they are not finished. */
  String incomplete() {
    return lines.isUnread() ? t("quote.line.unread") : t("quote.line.incomplete");
  }

  /** What is typed, if every line has its numbers; else their fields say what is missing. */
  Optional<QuoteData> value() {
    return lines.isComplete() ? Optional.of(typedSoFar()) : Optional.empty();
  }

  /** Says at the field what is wrong with it. */
  void show(InvalidFieldException problem) {
    FieldRemarks.refused(
        problem, fields, QuoteField::column, field -> QuoteTexts.problem(field, problem.problem()));
  }

  /** Says at the line, and below the sums, what is wrong. */
  void show(QuoteRefusedException problem) {
    lines.problem(problem.line(), t("quote.problem." + problem.problem().name()));
    sums.show(QuoteTexts.problem(problem));
  }

  void focus() {
    title.focus();
  }
}
