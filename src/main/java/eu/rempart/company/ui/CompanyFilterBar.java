package eu.rempart.company.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import eu.rempart.common.CountryCode;
import eu.rempart.company.CompanyFilter;
import eu.rempart.company.CompanySize;
import eu.rempart.company.CompanyType;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.field.ChoicesField;
import eu.rempart.shell.list.FilterChips;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.tag.TagLook;
import eu.rempart.shell.text.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The filters of the list of companies. */
final class CompanyFilterBar extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final ChoicesField<CompanyType> types = new ChoicesField<>();
  private final ChoicesField<CompanySize> sizes = new ChoicesField<>();
  private final ChoicesField<String> countries = new ChoicesField<>();
  private final ChoicesField<UUID> owners = new ChoicesField<>();
  private final ChoicesField<UUID> tags = new ChoicesField<>();
  private final Select<Boolean> withEmail = new Select<>();
  private final FilterChips chips;
  private @Nullable Consumer<CompanyFilter> listener;
  private transient Rule rule = Rule.EVERYTHING;
  private boolean showing;

  CompanyFilterBar(Map<UUID, String> members, TagBook book) {
    types.setLabel(t("company.field.type"));
    types.setItems(CompanyType.values());
    types.setItemLabelGenerator(CompanyTexts::type);
    sizes.setLabel(t("company.field.size"));
    sizes.setItems(CompanySize.values());
    sizes.setItemLabelGenerator(CompanyTexts::size);
    countries.setLabel(t("company.filter.country"));
    countries.setItems(
        Arrays.stream(Locale.getISOCountries())
            .sorted(Comparator.comparing(CompanyFilterBar::country))
            .toList());
    countries.setItemLabelGenerator(CompanyFilterBar::country);
    owners.setLabel(t("company.field.owner_id"));
    owners.setItems(members.keySet());
    owners.setItemLabelGenerator(id -> members.getOrDefault(id, "…"));
    withEmail.setLabel(t("company.filter.email"));
    withEmail.setItems(true, false);
    withEmail.setEmptySelectionAllowed(true);
    withEmail.setEmptySelectionCaption(t("company.filter.any"));
    withEmail.setItemLabelGenerator(
        value ->
            value == null ? t("company.filter.any") : value ? t("company.yes") : t("company.no"));
    tags.setLabel(t("shell.tags"));
    tags.setItems(book.all().stream().map(TagLook::id).toList());
    tags.setItemLabelGenerator(book::name);
    tags.addValueChangeListener(_ -> changed());
    types.addValueChangeListener(_ -> changed());
    sizes.addValueChangeListener(_ -> changed());
    countries.addValueChangeListener(_ -> changed());
    owners.addValueChangeListener(_ -> changed());
    withEmail.addValueChangeListener(_ -> changed());
    chips = new FilterChips(types, sizes, countries, owners, tags, withEmail);
    getContent().add(chips);
  }

  void onChange(Consumer<CompanyFilter> changed) {
    listener = changed;
  }

  /** Shows these filters without telling the listener. */
  void show(CompanyFilter filter) {
    showing = true;
    rule = filter.rule();
    types.setValue(filter.types());
    sizes.setValue(filter.sizes());
    countries.setValue(filter.countries());
    owners.setValue(filter.owners());
    tags.setValue(filter.tags());
    withEmail.setValue(filter.withEmail());
    showing = false;
    showChips();
  }

  private void changed() {
    if (showing) {
      return;
    }
    showChips();
    if (listener != null) {
      listener.accept(
          new CompanyFilter(
              types.getValue(),
              sizes.getValue(),
              countries.getValue(),
              owners.getValue(),
              withEmail.getValue(),
              tags.getValue(),
              rule));
    }
  }

  private void showChips() {
    chips.clear();
    chipsOf(types);
    chipsOf(sizes);
    chipsOf(countries);
    chipsOf(owners);
    chipsOf(tags);
    Boolean email = withEmail.getValue();
    if (email != null) {
      chips.add(
          withEmail.getLabel() + ": " + (email ? t("company.yes") : t("company.no")),
          withEmail::clear);
    }
  }

  private <T> void chipsOf(ChoicesField<T> box) {
    box.getValue()
        .forEach(
            value ->
                chips.add(
                    box.getItemLabelGenerator().apply(value), () -> box.deselect(List.of(value))));
  }

  private static String country(String letters) {
    return CountryCode.of(letters).name(Texts.locale());
  }
}
