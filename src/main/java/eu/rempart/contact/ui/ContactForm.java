package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactField;
import eu.rempart.contact.ContactRules;
import eu.rempart.contact.LawfulBasis;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomValuesField;
import eu.rempart.shell.field.AddressesField;
import eu.rempart.shell.field.BirthdayField;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.field.DateField;
import eu.rempart.shell.field.EmailsField;
import eu.rempart.shell.field.FieldLock;
import eu.rempart.shell.field.FieldRemarks;
import eu.rempart.shell.field.LanguageField;
import eu.rempart.shell.field.PhonesField;
import eu.rempart.shell.tag.Tags;
import eu.rempart.shell.tag.TagsField;
import eu.rempart.shell.text.HomeCountry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What people fill in about a contact. */
final class ContactForm extends Composite<Div> {

  private static final long serialVersionUID = 1L;
  private static final int PAUSE_MILLIS = 400;
  private static final List<String> SALUTATIONS = List.of("Mr", "Ms", "M.", "Mme", "Herr", "Frau");

  private final Binder<ContactDraft> binder = new Binder<>();
  private final Map<ContactField, Component> fields = new EnumMap<>(ContactField.class);
  private final ChoiceField<String> salutation = new ChoiceField<>();
  private final TextField firstName = new TextField();
  private final TextField lastName = new TextField();
  private final EmailsField emails = new EmailsField();
  private final AddressesField addresses = new AddressesField();
  private final PhonesField phones = new PhonesField(HomeCountry.guess()).at(addresses);
  private final BirthdayField birthday = new BirthdayField();
  private final LanguageField language = new LanguageField();
  private final Checkbox doNotCall = new Checkbox();
  private final ChoiceField<UUID> owner = new ChoiceField<>();
  private final Select<LawfulBasis> basis = new Select<>();
  private final TextField basisSource = new TextField();
  private final DateField basisDate = new DateField().past();
  private final TextArea description = new TextArea();
  private final TextField externalId = new TextField();
  private final ChoiceField<CompanyChoice> company;
  private final TextField jobTitle = LinkForm.jobTitleField();
  private final Div work;
  private final TagsField tags;
  private final CustomValuesField custom;
  private ContactData before = ContactData.EMPTY;
  private transient @Nullable CompanyChoice known;

  /**
   * An empty form.
   *
   * @param members names of those who may own a contact
   * @param company where a new contact works; shown of a new one alone
   */
  ContactForm(
      Map<UUID, String> members, Tags known, CustomBook own, ChoiceField<CompanyChoice> company) {
    this.company = company;
    company.setClearButtonVisible(true);
    work = grid(company, jobTitle);
    work.setVisible(false);
    tags = new TagsField(known);
    custom = new CustomValuesField(own);
    prepareChoices(members);
    bind();
    var name = new Div(salutation, firstName, lastName);
    name.addClassName("form-name");
    var more =
        new Details(
            t("contact.form.more"), grid(birthday, language, owner, externalId), description);
    var privacy =
        new Details(t("contact.form.privacy"), grid(basis, basisSource, basisDate), doNotCall);
    getContent().addClassNames("record-form", "contact-form");
    getContent().add(name, work, emails, phones, addresses, tags, custom, more, privacy);
  }

  private static Div grid(Component... inputs) {
    var grid = new Div(inputs);
    grid.addClassName("form-grid");
    return grid;
  }

  private void prepareChoices(Map<UUID, String> members) {
    salutation.setItems(SALUTATIONS);
    salutation.otherwise(Optional::of, "");
    owner.setItems(members.keySet());
    owner.setItemLabelGenerator(id -> members.getOrDefault(id, "…"));
    owner.setClearButtonVisible(true);
    basis.setItems(LawfulBasis.values());
    basis.setEmptySelectionAllowed(true);
    basis.setItemLabelGenerator(item -> item == null ? "" : ContactTexts.basis(item));
    firstName.setMaxLength(ContactRules.MAX_NAME);
    lastName.setMaxLength(ContactRules.MAX_NAME);
    basisSource.setMaxLength(ContactRules.MAX_TEXT);
    description.setMaxLength(ContactRules.MAX_DESCRIPTION);
    description.setMinRows(3);
    List.of(firstName, lastName, basisSource, externalId, jobTitle).forEach(ContactForm::soon);
    soon(description);
  }

  private static void soon(HasValueChangeMode field) {
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(PAUSE_MILLIS);
  }

  // Binder's setters take null, which its types can't say
  @SuppressWarnings("NullAway")
  private void bind() {
    text(ContactField.SALUTATION, salutation);
    binder
        .forField(salutation)
        .bind(d -> d.data().salutation(), (d, v) -> d.edit(b -> b.salutation(v)));
    text(ContactField.FIRST_NAME, firstName);
    binder
        .forField(firstName)
        .withNullRepresentation("")
        .bind(d -> d.data().firstName(), (d, v) -> d.edit(b -> b.firstName(v)));
    text(ContactField.LAST_NAME, lastName);
    binder
        .forField(lastName)
        .withNullRepresentation("")
        .bind(d -> d.data().lastName(), (d, v) -> d.edit(b -> b.lastName(v)));
    fields.put(ContactField.EMAILS, emails);
    binder.forField(emails).bind(d -> d.data().emails(), (d, v) -> d.edit(b -> b.emails(v)));
    fields.put(ContactField.PHONES, phones);
    binder.forField(phones).bind(d -> d.data().phones(), (d, v) -> d.edit(b -> b.phones(v)));
    fields.put(ContactField.ADDRESSES, addresses);
    binder
        .forField(addresses)
        .bind(d -> d.data().addresses(), (d, v) -> d.edit(b -> b.addresses(v)));
    text(ContactField.BIRTHDAY, birthday);
    binder.forField(birthday).bind(d -> d.data().birthday(), (d, v) -> d.edit(b -> b.birthday(v)));
    text(ContactField.LANGUAGE, language);
    binder.forField(language).bind(d -> d.data().language(), (d, v) -> d.edit(b -> b.language(v)));
    fields.put(ContactField.DO_NOT_CALL, doNotCall);
    doNotCall.setLabel(ContactTexts.label(ContactField.DO_NOT_CALL));
    binder
        .forField(doNotCall)
        .bind(d -> d.data().doNotCall(), (d, v) -> d.edit(b -> b.doNotCall(v)));
    text(ContactField.OWNER, owner);
    binder.forField(owner).bind(d -> d.data().ownerId(), (d, v) -> d.edit(b -> b.ownerId(v)));
    text(ContactField.LAWFUL_BASIS, basis);
    binder
        .forField(basis)
        .bind(d -> d.data().lawfulBasis(), (d, v) -> d.edit(b -> b.lawfulBasis(v)));
    text(ContactField.BASIS_SOURCE, basisSource);
    binder
        .forField(basisSource)
        .withNullRepresentation("")
        .bind(d -> d.data().basisSource(), (d, v) -> d.edit(b -> b.basisSource(v)));
    text(ContactField.BASIS_DATE, basisDate);
    binder
        .forField(basisDate)
        .bind(d -> d.data().basisDate(), (d, v) -> d.edit(b -> b.basisDate(v)));
    text(ContactField.DESCRIPTION, description);
    binder
        .forField(description)
        .withNullRepresentation("")
        .bind(d -> d.data().description(), (d, v) -> d.edit(b -> b.description(v)));
    fields.put(ContactField.CUSTOM, custom);
    binder.forField(custom).bind(d -> d.data().custom(), (d, v) -> d.edit(b -> b.custom(v)));
    fields.put(ContactField.TAGS, tags);
    binder.forField(tags).bind(d -> d.data().tags(), (d, v) -> d.edit(b -> b.tags(v)));
    text(ContactField.EXTERNAL_ID, externalId);
    binder
        .forField(externalId)
        .withNullRepresentation("")
        .bind(d -> d.data().externalId(), (d, v) -> d.edit(b -> b.externalId(v)));
  }

  private void text(ContactField field, Component input) {
    fields.put(field, input);
    if (input instanceof HasLabel labelled) {
      labelled.setLabel(ContactTexts.label(field));
    }
  }

  /** Leaves out what the person may not see, and locks what they may not change. */
  void narrow(Set<String> hidden, Set<String> fixed) {
    fields.forEach(
        (field, input) ->
            FieldLock.apply(
                input, hidden.contains(field.column()), fixed.contains(field.column())));
  }

  /** Shows a contact; fields that did not open are empty and say so. */
  void show(ContactData data, Map<ContactField, String> unopenable) {
    before = data;
    binder.readBean(new ContactDraft(data));
    FieldRemarks.unopenable(unopenable, fields, code -> t("contact.form.sealed", code));
  }

  /**
   * Shows what a new contact begins with, and asks where they work.
   *
   * @param employer where they work as far as is known
   */
  void showNew(ContactData start, @Nullable CompanyChoice employer) {
    show(start, Map.of());
    known = employer;
    company.setValue(employer);
    work.setVisible(true);
    emails.offerLine();
    phones.offerLine();
  }

  /** Puts back what was typed earlier, over what {@link #show} showed. */
  void fill(ContactTyped typed) {
    binder.readBean(new ContactDraft(typed.data()));
    emails.showUnread(typed.wrongEmails());
    company.setValue(typed.company());
    jobTitle.setValue(typed.jobTitle());
  }

  /** Calls back on every change, with what is typed so far. */
  void onChange(Consumer<ContactTyped> listener) {
    binder.addValueChangeListener(_ -> listener.accept(typed()));
    emails.onTyped(() -> listener.accept(typed()));
    company.addValueChangeListener(_ -> listener.accept(typed()));
    jobTitle.addValueChangeListener(_ -> listener.accept(typed()));
  }

  private ContactTyped typed() {
    var draft = new ContactDraft(before);
    binder.writeBeanAsDraft(draft, true); // what is wrong yet is typed too
    return typed(draft.data());
  }

  private ContactTyped typed(ContactData data) {
    return new ContactTyped(data, company.getValue(), jobTitle.getValue().strip(), emails.unread());
  }

  /** Whether anything differs from what was shown. */
  boolean isChanged() {
    ContactTyped typed = typed();
    return !ContactField.changed(before, typed.data()).isEmpty()
        || !typed.with(before).equals(new ContactTyped(before, known, "", List.of()));
  }

  /** What is typed, if it can be kept; else the fields say what is wrong. */
  Optional<ContactTyped> value() {
    var draft = new ContactDraft(before);
    if (!binder.writeBeanIfValid(draft)) {
      return Optional.empty();
    }
    if (company.getValue() == null && !jobTitle.getValue().isBlank()) {
      LinkForm.refuse(company, t("contact.link.company.required"));
      return Optional.empty();
    }
    try {
      if (!before.displayName().isEmpty() || !draft.data().displayName().isEmpty() || isNew()) {
        ContactRules.check(draft.data());
      }
      return Optional.of(typed(draft.data()));
    } catch (InvalidFieldException e) {
      show(e);
      return Optional.empty();
    }
  }

  private boolean isNew() {
    return before.equals(ContactData.EMPTY);
  }

  /** Says at the field what is wrong with it. */
  void show(InvalidFieldException problem) {
    FieldRemarks.refused(
        problem,
        fields,
        ContactField::column,
        field ->
            field == ContactField.CUSTOM
                ? t("shell.custom.stale")
                : ContactTexts.problem(problem.problem()));
  }

  /** Says that the company that was chosen is there no more. */
  void companyGone() {
    LinkForm.refuse(company, t("contact.link.company.gone"));
  }

  /** Puts the cursor where typing begins. */
  void focus() {
    firstName.focus();
  }
}
