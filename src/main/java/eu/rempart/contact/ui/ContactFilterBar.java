package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import eu.rempart.common.CountryCode;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.LawfulBasis;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.field.ChoicesField;
import eu.rempart.shell.field.Languages;
import eu.rempart.shell.list.FilterChips;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.tag.TagLook;
import eu.rempart.shell.text.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The filters of the list of contacts. */
final class ContactFilterBar extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final Function<CompanyId, String> companyName;
  private final ChoicesField<String> countries = new ChoicesField<>();
  private final ChoicesField<String> languages = new ChoicesField<>();
  private final ChoicesField<UUID> owners = new ChoicesField<>();
  private final ChoicesField<LawfulBasis> bases = new ChoicesField<>();
  private final ChoicesField<UUID> tags = new ChoicesField<>();
  private final Select<Boolean> withEmail = yesNo("contact.filter.email");
  private final Select<Boolean> doNotCall = yesNo("contact.filter.nocall");
  private final FilterChips chips;
  private Set<CompanyId> companies = Set.of();
  private @Nullable Consumer<ContactFilter> listener;
  private transient Rule rule = Rule.EVERYTHING;
  private boolean showing;

  ContactFilterBar(
      Map<UUID, String> members, TagBook book, Function<CompanyId, String> companyName) {
    this.companyName = companyName;
    countries.setLabel(t("contact.filter.country"));
    countries.setItems(
        Arrays.stream(Locale.getISOCountries())
            .sorted(Comparator.comparing(ContactFilterBar::country))
            .toList());
    countries.setItemLabelGenerator(ContactFilterBar::country);
    languages.setLabel(t("contact.field.language"));
    languages.setItems(Languages.COMMON);
    languages.setItemLabelGenerator(ContactTexts::language);
    owners.setLabel(t("contact.field.owner_id"));
    owners.setItems(members.keySet());
    owners.setItemLabelGenerator(id -> members.getOrDefault(id, "…"));
    bases.setLabel(t("contact.field.lawful_basis"));
    bases.setItems(LawfulBasis.values());
    bases.setItemLabelGenerator(ContactTexts::basis);
    tags.setLabel(t("shell.tags"));
    tags.setItems(book.all().stream().map(TagLook::id).toList());
    tags.setItemLabelGenerator(book::name);
    tags.addValueChangeListener(_ -> changed());
    countries.addValueChangeListener(_ -> changed());
    languages.addValueChangeListener(_ -> changed());
    owners.addValueChangeListener(_ -> changed());
    bases.addValueChangeListener(_ -> changed());
    withEmail.addValueChangeListener(_ -> changed());
    doNotCall.addValueChangeListener(_ -> changed());
    chips = new FilterChips(countries, languages, owners, tags, bases, withEmail, doNotCall);
    getContent().add(chips);
  }

  void onChange(Consumer<ContactFilter> changed) {
    listener = changed;
  }

  /** Shows these filters without telling the listener. */
  void show(ContactFilter filter) {
    showing = true;
    rule = filter.rule();
    companies = filter.companies();
    countries.setValue(filter.countries());
    languages.setValue(filter.languages());
    owners.setValue(filter.owners());
    bases.setValue(filter.lawfulBases());
    tags.setValue(filter.tags());
    withEmail.setValue(filter.withEmail());
    doNotCall.setValue(filter.doNotCall());
    showing = false;
    showChips();
  }

  private void changed() {
    if (showing) {
      return;
    }
    showChips();
    if (listener != null) {
      listener.accept(filter());
    }
  }

  ContactFilter filter() {
    return new ContactFilter(
        companies,
        countries.getValue(),
        languages.getValue(),
        owners.getValue(),
        bases.getValue(),
        withEmail.getValue(),
        doNotCall.getValue(),
        tags.getValue(),
        rule);
  }

  private void showChips() {
    chips.clear();
    companies.forEach(
        id ->
            chips.add(
                companyName.apply(id),
                () -> {
                  companies = without(companies, id);
                  changed();
                }));
    chipsOf(countries);
    chipsOf(languages);
    chipsOf(owners);
    chipsOf(bases);
    chipsOf(tags);
    chipOf(withEmail);
    chipOf(doNotCall);
  }

  private <T> void chipsOf(ChoicesField<T> box) {
    box.getValue()
        .forEach(
            value ->
                chips.add(
                    box.getItemLabelGenerator().apply(value), () -> box.deselect(List.of(value))));
  }

  private void chipOf(Select<Boolean> select) {
    if (select.getValue() != null) {
      String label =
          select.getLabel() + ": " + select.getItemLabelGenerator().apply(select.getValue());
      chips.add(label, select::clear);
    }
  }

  private static <T> Set<T> without(Set<T> set, T value) {
    Set<T> rest = new HashSet<>(set);
    rest.remove(value);
    return rest;
  }

  private static Select<Boolean> yesNo(String labelKey) {
    Select<Boolean> select = new Select<>();
    select.setLabel(t(labelKey));
    select.setItems(true, false);
    select.setEmptySelectionAllowed(true);
    select.setEmptySelectionCaption(t("contact.filter.any"));
    select.setItemLabelGenerator(
        value ->
            value == null ? t("contact.filter.any") : value ? t("contact.yes") : t("contact.no"));
    return select;
  }

  private static String country(String letters) {
    return CountryCode.of(letters).name(Texts.locale());
  }
}
