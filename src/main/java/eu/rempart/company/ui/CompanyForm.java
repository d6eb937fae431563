package eu.rempart.company.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyField;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyReference;
import eu.rempart.company.CompanyRules;
import eu.rempart.company.CompanyService;
import eu.rempart.company.CompanySize;
import eu.rempart.company.CompanyType;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomValuesField;
import eu.rempart.shell.field.AddressesField;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.field.EmailsField;
import eu.rempart.shell.field.FieldLock;
import eu.rempart.shell.field.FieldRemarks;
import eu.rempart.shell.field.FormParts;
import eu.rempart.shell.field.Keyboard;
import eu.rempart.shell.field.LanguageField;
import eu.rempart.shell.field.PhonesField;
import eu.rempart.shell.field.number.CurrencyField;
import eu.rempart.shell.field.number.DecimalField;
import eu.rempart.shell.tag.Tags;
import eu.rempart.shell.tag.TagsField;
import eu.rempart.shell.text.HomeCountry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people fill in about a company. */
final class CompanyForm extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final transient CompanyService companies;
  private final Binder<CompanyDraft> binder = new Binder<>();
  private final Map<CompanyField, Component> fields = new EnumMap<>(CompanyField.class);
  private final TextField name = new TextField();
  private final Select<CompanyType> type = new Select<>();
  private final Select<CompanySize> size = new Select<>();
  private final TextField industry = new TextField();
  private final TextField website = new TextField();
  private final EmailsField emails = new EmailsField();
  private final AddressesField addresses = new AddressesField();
  private final PhonesField phones = new PhonesField(HomeCountry.guess()).at(addresses);
  private final DecimalField revenue = DecimalField.amount();
  private final CurrencyField currency = new CurrencyField();
  private final CompanyPicker parent;
  private final TextField vatNumber = new TextField();
  private final TextField registerNumber = new TextField();
  private final LanguageField language = new LanguageField();
  private final ChoiceField<UUID> owner = new ChoiceField<>();
  private final TextArea description = new TextArea();
  private final TextField externalId = new TextField();
  private final TagsField tags;
  private final CustomValuesField custom;
  private @Nullable CompanyId self;
  private CompanyData before = CompanyData.EMPTY;

  /**
   * An empty form.
   *
   * @param members names of those who may own a company
   * @param self the company itself, which can't be its own parent; null for a new one
   */
  CompanyForm(
      CompanyService companies,
      Map<UUID, String> members,
      @Nullable CompanyId self,
      Tags known,
      CustomBook own) {
    tags = new TagsField(known);
    custom = new CustomValuesField(own);
    this.companies = companies;
    this.self = self;
    this.parent = new CompanyPicker(companies, self);
    prepareChoices(members);
    bind();
    var more =
        new Details(
            t("company.form.more"),
            FormParts.grid(
                revenue, currency, vatNumber, registerNumber, parent, language, owner, externalId),
            description);
    getContent().addClassNames("record-form", "company-form");
    getContent()
        .add(
            name,
            FormParts.grid(type, size, industry, website),
            emails,
            phones,
            addresses,
            tags,
            custom,
            more);
  }

  private void prepareChoices(Map<UUID, String> members) {
    type.setItems(CompanyType.values());
    type.setEmptySelectionAllowed(true);
    type.setItemLabelGenerator(item -> item == null ? "" : CompanyTexts.type(item));
    size.setItems(CompanySize.values());
    size.setEmptySelectionAllowed(true);
    size.setItemLabelGenerator(item -> item == null ? "" : CompanyTexts.size(item));
    owner.setItems(members.keySet());
    owner.setItemLabelGenerator(id -> members.getOrDefault(id, "…"));
    owner.setClearButtonVisible(true);
    Keyboard.LINK.of(website);
    Keyboard.CAPITALS.of(vatNumber);
    name.setMaxLength(CompanyRules.MAX_NAME);
    name.setRequiredIndicatorVisible(true);
    Stream.of(name, website, industry, vatNumber, registerNumber, externalId, description)
        .forEach(FormParts::soon);
    revenue.currencyIn(currency);
    description.setMaxLength(CompanyRules.MAX_DESCRIPTION);
    description.setMinRows(3);
  }

  // Binder's setters take null, which its types can't say
  @SuppressWarnings("NullAway")
  private void bind() {
    fields.put(CompanyField.CUSTOM, custom);
    binder.forField(custom).bind(d -> d.data().custom(), (d, v) -> d.edit(b -> b.custom(v)));
    fields.put(CompanyField.TAGS, tags);
    binder.forField(tags).bind(d -> d.data().tags(), (d, v) -> d.edit(b -> b.tags(v)));
    text(CompanyField.NAME, name, CompanyData::name, (d, v) -> d.edit(b -> b.name(v)));
    text(CompanyField.WEBSITE, website, CompanyData::website, (d, v) -> d.edit(b -> b.website(v)));
    text(
        CompanyField.INDUSTRY,
        industry,
        CompanyData::industry,
        (d, v) -> d.edit(b -> b.industry(v)));
    text(
        CompanyField.VAT_NUMBER,
        vatNumber,
        CompanyData::vatNumber,
        (d, v) -> d.edit(b -> b.vatNumber(v)));
    text(
        CompanyField.REGISTER_NUMBER,
        registerNumber,
        CompanyData::registerNumber,
        (d, v) -> d.edit(b -> b.registerNumber(v)));
    text(
        CompanyField.EXTERNAL_ID,
        externalId,
        CompanyData::externalId,
        (d, v) -> d.edit(b -> b.externalId(v)));
    label(CompanyField.DESCRIPTION, description);
    binder
        .forField(description)
        .withNullRepresentation("")
        .bind(d -> d.data().description(), (d, v) -> d.edit(b -> b.description(v)));
    fields.put(CompanyField.EMAILS, emails);
    binder.forField(emails).bind(d -> d.data().emails(), (d, v) -> d.edit(b -> b.emails(v)));
    fields.put(CompanyField.PHONES, phones);
    binder.forField(phones).bind(d -> d.data().phones(), (d, v) -> d.edit(b -> b.phones(v)));
    fields.put(CompanyField.ADDRESSES, addresses);
    binder
        .forField(addresses)
        .bind(d -> d.data().addresses(), (d, v) -> d.edit(b -> b.addresses(v)));
    label(CompanyField.TYPE, type);
    binder.forField(type).bind(d -> d.data().type(), (d, v) -> d.edit(b -> b.type(v)));
    label(CompanyField.SIZE, size);
    binder.forField(size).bind(d -> d.data().size(), (d, v) -> d.edit(b -> b.size(v)));
    label(CompanyField.ANNUAL_REVENUE, revenue);
    binder
        .forField(revenue)
        .bind(d -> d.data().annualRevenue(), (d, v) -> d.edit(b -> b.annualRevenue(v)));
    label(CompanyField.REVENUE_CURRENCY, currency);
    binder
        .forField(currency)
        .bind(d -> d.data().revenueCurrency(), (d, v) -> d.edit(b -> b.revenueCurrency(v)));
    label(CompanyField.PARENT, parent);
    binder
        .forField(parent)
        .bind(
            d -> reference(d.data().parentCompanyId()),
            (d, v) -> d.edit(b -> b.parentCompanyId(v == null ? null : v.id())));
    label(CompanyField.LANGUAGE, language);
    binder.forField(language).bind(d -> d.data().language(), (d, v) -> d.edit(b -> b.language(v)));
    label(CompanyField.OWNER, owner);
    binder.forField(owner).bind(d -> d.data().ownerId(), (d, v) -> d.edit(b -> b.ownerId(v)));
  }

  private void text(
      CompanyField field,
      TextField input,
      Function<CompanyData, @Nullable String> get,
      BiConsumer<CompanyDraft, @Nullable String> set) {
    label(field, input);
    binder
        .forField(input)
        .withNullRepresentation("")
        .bind(draft -> get.apply(draft.data()), set::accept);
  }

  private void label(CompanyField field, Component input) {
    fields.put(field, input);
    if (input instanceof HasLabel labelled) {
      labelled.setLabel(CompanyTexts.label(field));
    }
  }

  private @Nullable CompanyReference reference(@Nullable CompanyId id) {
    return id == null
        ? null
        : companies.reference(id).orElseGet(() -> new CompanyReference(id, "…", true));
  }

  /** Leaves out what the person may not see, and locks what they may not change. */
  void narrow(Set<String> hidden, Set<String> fixed) {
    fields.forEach(
        (field, input) ->
            FieldLock.apply(
                input, hidden.contains(field.column()), fixed.contains(field.column())));
  }

  /** Shows a company; fields that did not open are empty and say so. */
  void show(CompanyData data, Map<CompanyField, String> unopenable) {
    before = data;
    binder.readBean(new CompanyDraft(data));
    FieldRemarks.unopenable(unopenable, fields, code -> t("company.form.sealed", code));
  }

  /** Puts back what was typed earlier, over what {@link #show} showed. */
  void fill(CompanyTyped typed) {
    binder.readBean(new CompanyDraft(typed.data()));
    emails.showUnread(typed.wrongEmails());
  }

  /** Calls back on every change, with what is typed so far. */
  void onChange(Consumer<CompanyTyped> listener) {
    binder.addValueChangeListener(_ -> listener.accept(typed()));
    emails.onTyped(() -> listener.accept(typed()));
  }

  private CompanyTyped typed() {
    var draft = new CompanyDraft(before);
    binder.writeBeanAsDraft(draft, true); // what is wrong yet is typed too
    return new CompanyTyped(draft.data(), emails.unread());
  }

  /** Whether anything differs from what was shown. */
  boolean isChanged() {
    CompanyTyped typed = typed();
    return !typed.wrongEmails().isEmpty() || !CompanyField.changed(before, typed.data()).isEmpty();
  }

  /** What is typed, if it can be kept; else the fields say what is wrong. */
  Optional<CompanyData> value() {
    var draft = new CompanyDraft(before);
    if (!binder.writeBeanIfValid(draft)) {
      return Optional.empty();
    }
    try {
      // an unopenable name must not block other edits
      if (before.name() != null || draft.data().name() != null || self == null) {
        CompanyRules.check(self, draft.data());
      }
      return Optional.of(draft.data());
    } catch (InvalidFieldException e) {
      show(e);
      return Optional.empty();
    }
  }

  /** Says at the field what is wrong with it. */
  void show(InvalidFieldException problem) {
    FieldRemarks.refused(
        problem,
        fields,
        CompanyField::column,
        field ->
            field == CompanyField.CUSTOM
                ? t("shell.custom.stale")
                : CompanyTexts.problem(problem.problem()));
  }

  /** Puts the cursor where typing begins. */
  void focus() {
    name.focus();
  }
}
